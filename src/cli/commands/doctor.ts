import type { Command } from '../command.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { EXIT } from '../exit-code.ts';
import { jsonLine } from '../json-line.ts';
import { type JsonOption, withJson } from '../shared-options.ts';

export const doctorCommand: Command<JsonOption> = {
  usage: 'doctor',
  summary: 'Look at what otterbench needs here, and say what to do about what is missing',
  examples: [['$0 doctor', 'TeX, the sandbox (tried with its real flags), keys, disk']],
  options: (yargs) => withJson(yargs, 'One JSON line a finding'),
  async run(options, environment) {
    const findings = await examine(environment);
    for (const finding of findings) environment.out(options.json ? jsonLine(finding) : describe(finding));
    return findings.some((finding) => finding.state === 'broken') ? EXIT.usage : EXIT.done;
  },
};

const SIGNS: Readonly<Record<Finding['state'], string>> = { good: '✓', note: '·', broken: '✗' };

function describe({ state, what, detail, remedy }: Finding): string {
  const line = `${SIGNS[state]} ${what}: ${detail}`;
  return remedy === null ? line : `${line}\n    ${remedy}`;
}
