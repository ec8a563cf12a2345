import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import { folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';

const page = readFileSync(join(ROOT, 'docs/judges.md'), 'utf8');
const rubric = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
const inTask = /`(rubric: \{use: lighthouse[^`]*)`/.exec(page)?.[1] ?? '';

const TASK = `title: A lighthouse
prompt: Draw a lighthouse.
subjects:
  disc: { shape: circle }
${inTask}
drawings:
  good-1.tex: {}
  unlike-dark.tex: { unlike: [beam] }
`;
const DISC = '\\begin{tikzpicture}\\fill[orange] (0,0) circle (1);\\end{tikzpicture}';

/** A folder with the rubric of the page, and a task that uses it as the page says. */
function workspace(): string {
  return folderWith({
    'rubrics/lighthouse.yaml': rubric,
    'tasks/mine/lighthouse/task.yaml': TASK,
    'tasks/mine/lighthouse/drawings/good-1.tex': DISC,
    'tasks/mine/lighthouse/drawings/unlike-dark.tex': DISC,
  });
}

describe('docs/judges.md', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(() => server.close());

  it('has a rubric that a task can use, filled with its words', async () => {
    const cwd = workspace();
    const [task] = jsonLines(await runOtterbench(['tasks', 'list', 'mine/lighthouse', '--json'], { cwd }));
    expect(task).toMatchObject({ id: 'mine/lighthouse' });
    expect(Number(task?.judged)).toBeGreaterThan(4);
    const { stdout } = await runOtterbench(['tasks', 'show', 'mine/lighthouse', '--no-page'], { cwd });
    expect(stdout).toContain('Does light come from its top over a frozen lake?');
    expect(stdout).toContain('lighthouse, light house, beacon');
  });

  it('has commands that say what they would do', async () => {
    const cwd = workspace();
    const options = { cwd, environment: { ...server.variables } };
    const run = ['run', '--models', 'bundled/good', '--tasks', 'mine/*', '--out', 'reports/mine'];
    expect(await runOtterbench(run, options)).toMatchObject({ exitCode: 0 });
    const lines = (/```sh\n([\s\S]*?)```/.exec(page)?.[1] ?? '').trim().split('\n');
    const commands = lines.map((line) => line.replace(/ +#.*/, '').replaceAll("'", '').split(' ').slice(2));
    expect(commands.map(([first]) => first)).toEqual(['run', 'rejudge', 'judges']);
    for (const words of commands) {
      const { exitCode, stdout, stderr } = await runOtterbench([...words, '--dry-run'], options);
      expect({ words, exitCode, stderr }).toMatchObject({ exitCode: 0 });
      expect(stdout).toMatch(/judge \S+ +[\d,]+ +at most [\d,]+/);
    }
  });
});
