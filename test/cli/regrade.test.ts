import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openRunStore } from '../../src/store/run-store.ts';
import { folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';

const DRAWING = '\\begin{tikzpicture}\n\\fill[red] (0,0) circle (1);\n\\end{tikzpicture}\n';

function taskThatWants(shape: string): string {
  return `title: A disc
prompt: Draw a red disc.
subjects:
  disc: { colour: red }
checks:
  - { id: right-shape, skill: shape, check: shape, of: [disc], is: ${shape} }
drawings:
  good-1.tex: {}
`;
}

const RUN = ['run', '--models', 'bundled/good', '--tasks', 'mine/disc', '--out', 'run'];
const TASK = 'tasks/mine/disc/task.yaml';

function drawn(): Promise<string> {
  const cwd = folderWith({
    [TASK]: taskThatWants('circle'),
    'tasks/mine/disc/drawings/good-1.tex': DRAWING,
  });
  return runOtterbench(RUN, { cwd }).then(() => cwd);
}

function scoreOf(cwd: string): number | null | undefined {
  using store = openRunStore(join(cwd, 'run'), { readOnly: true });
  return [...store.listSummaries()][0]?.grade.spatial;
}

describe('otterbench regrade', () => {
  it('does nothing where nothing has changed', async () => {
    const cwd = await drawn();
    const ended = await runOtterbench(['regrade', 'run', '--json'], { cwd });
    expect(ended.exitCode).toBe(0);
    expect(jsonLines(ended)).toEqual([
      { samples: 1, skipped: 0, renderedAgain: 0, gradedAgain: 0, why: {}, report: 'run/index.html' },
    ]);
  });

  it('grades by the task as its file says it now, renders nothing, and says why', async () => {
    const cwd = await drawn();
    expect(scoreOf(cwd)).toBe(1);
    writeFileSync(join(cwd, TASK), taskThatWants('square'));
    const { exitCode, stdout, stderr } = await runOtterbench(['regrade', 'run'], { cwd });
    expect(exitCode).toBe(0);
    expect(stderr).toBe(
      '1 sample: 0 drawings rendered again, 1 graded again.\ntimes  why\n    1  graded: changed: task\n',
    );
    expect(stdout).toMatch(/^model +track[\s\S]*\nbundled\/good +blind +0\.50 [\s\S]*\nrun\/index\.html\n$/);
    expect(scoreOf(cwd)).toBe(0.5);
  });

  it('grades tasks whose files are gone as the run keeps them', async () => {
    const cwd = await drawn();
    rmSync(join(cwd, 'tasks'), { recursive: true });
    const ended = await runOtterbench(['regrade', 'run', '--json'], { cwd });
    expect(jsonLines(ended)).toMatchObject([{ samples: 1, skipped: 0, gradedAgain: 0 }]);
    expect(scoreOf(cwd)).toBe(1);
  });

  it('says what is wrong with a folder that holds no run', async () => {
    const cwd = folderWith({ 'a/x': '' });
    expect(await runOtterbench(['regrade', 'a'], { cwd })).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('expected the folder of a run'),
    });
  });
});
