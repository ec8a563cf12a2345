import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FAMILIES } from '../../src/families/table.ts';
import { runOtterbench } from '../helpers/run-otterbench.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { ROOT } from '../helpers/workshop.ts';

const PAGE = join(ROOT, 'docs', 'families.md');
const HEAD = '| family | what it asks | levels 1 to 5 |\n|---|---|---|\n';

/** The page with the table of the families as they are. */
function pageWithTable(): string {
  const page = readFileSync(PAGE, 'utf8');
  const [before = '', rest = ''] = page.split(HEAD);
  const after = rest.slice(rest.indexOf('\n## '));
  const rows = FAMILIES.map(
    ({ name, summary, levels }) => `| \`${name}\` | ${summary} | ${levels.join('; ')} |\n`,
  );
  return [before, HEAD, ...rows, after].join('');
}

describe('docs/families.md', () => {
  it('has a row for each family (vitest -u writes it)', async () => {
    await expect(pageWithTable()).toMatchFileSnapshot(PAGE);
  });

  it('shows commands that work, in their order', async () => {
    const block = /```sh\n([\s\S]*?)```/.exec(readFileSync(PAGE, 'utf8'))?.[1] ?? '';
    const lines = block.trim().split('\n');
    const cwd = temporaryFolder();
    const outputs: string[] = [];
    for (const line of lines) {
      const args = line.replaceAll("'", '').split(' ').slice(1);
      const { exitCode, stdout } = await runOtterbench(args, { cwd });
      expect({ line, exitCode }).toEqual({ line, exitCode: 0 });
      outputs.push(stdout);
    }
    expect(outputs[1]).toBe('space/relations-l3-s7-1\nspace/relations-l3-s7-2\n');
    expect(outputs[3]).toMatch(/^✓ space\/relations-l3-s7-1 \(\d+ drawings/);
  });
});
