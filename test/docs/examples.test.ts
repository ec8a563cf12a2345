import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import { runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';

const PICTURE = '\\begin{tikzpicture}\\fill[orange] (0,0) circle (1);\\end{tikzpicture}';
const REPLY = { task: 'otters/sea-otter', sample: 1, model: 'my-model', reply: PICTURE };

/** Each command in the shell blocks of a page, without its comment. Reading `run` in full is left to the demo's test. */
function commandsOf(page: string): string[][] {
  const text = readFileSync(join(ROOT, page), 'utf8');
  return [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
    .flatMap((block) => block[1]!.split('\n'))
    .filter((line) => line.startsWith('npx otterbench '))
    .map((line) => line.replace(/ +#.*/, '').split(/ +/).slice(2))
    .map((words) => words.map((word) => word.replaceAll("'", '')))
    .map((words) => (words[0] === 'run' && !words.includes('--dry-run') ? [...words, '--dry-run'] : words));
}

/** They want a finished run; tests of their own have one. */
const OF_RUNS = ['report', 'regrade', 'rejudge', 'export'];
const isAlone = ([command = '']: readonly string[]): boolean => !OF_RUNS.includes(command);

describe('the examples of the documentation', () => {
  let folder: string;
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
    folder = mkdtempSync(join(tmpdir(), 'otterbench-examples-'));
    for (const name of ['otter.tex', 'mine.tex']) writeFileSync(join(folder, name), PICTURE);
    cpSync(join(ROOT, 'examples'), join(folder, 'examples'), { recursive: true });
    writeFileSync(join(folder, 'reply.md'), `Here it is.\n\n\`\`\`latex\n${PICTURE}\n\`\`\`\n`);
    writeFileSync(join(folder, 'replies.jsonl'), JSON.stringify(REPLY));
    const runs = readFileSync(join(ROOT, 'docs', 'runs.md'), 'utf8');
    writeFileSync(join(folder, 'sweep.yaml'), /```yaml\n([\s\S]*?)```/.exec(runs)![1]!);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  for (const page of ['README.md', 'docs/runs.md']) {
    it.each(
      commandsOf(page)
        .filter(isAlone)
        .map((words) => ({ line: words.join(' '), words })),
    )(`${page}: otterbench $line`, async ({ words }) => {
      const { exitCode, stderr } = await runOtterbench(words, {
        cwd: folder,
        environment: server.variables,
      });
      expect({ exitCode, bug: stderr.includes('bug of otterbench') }).toEqual({ exitCode: 0, bug: false });
    });
  }
});
