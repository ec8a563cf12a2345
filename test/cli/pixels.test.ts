import { expect, it } from 'vitest';
import { DISC, folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';

const HORN = ['--tasks', 'unicorn/put-the-horn-back', '--samples', '3', '--out', 'run'];

it('a run tells what changed outside of what an edit asked for, and how like the reference a drawing is', async () => {
  const cwd = folderWith({});
  const run = ['run', '--models', 'bundled/good,bundled/flawed', ...HORN];
  expect(await runOtterbench(run, { cwd })).toMatchObject({ exitCode: 0 });
  const rows = jsonLines(await runOtterbench(['export', 'run', '--format', 'jsonl'], { cwd }));
  const of = (model: string) => rows.filter((row) => row.model === model);
  const [spiral, cone] = of('bundled/good');
  expect(spiral).toMatchObject({ changedOutside: 0, likeReference: 1 });
  expect(cone).toMatchObject({ changedOutside: 0 });
  expect(cone?.likeReference).toBeGreaterThan(0.95);
  expect(cone?.likeReference).toBeLessThan(1);
  for (const row of of('bundled/flawed')) expect(row.likeReference).toBeLessThan(Number(cone?.likeReference));
});

it.each([
  ['reference: ../x.png', /reference is no file name such as reference\.png/],
  ['reference: lost.png', /2:12: lost\.png: expected a PNG beside task\.yaml, there is no such file/],
  ['reference: fake.png', /2:12: fake\.png: expected a PNG beside task\.yaml, it is something else/],
])('%s is a mistake', async (line, message) => {
  const task = `title: A disc\n${line}\nprompt: Draw.\nsubjects: { disc: { shape: circle } }\ndrawings: { good-1.tex: {} }\n`;
  const cwd = folderWith({
    'tasks/mine/disc/task.yaml': task,
    'tasks/mine/disc/fake.png': 'no picture',
    'tasks/mine/disc/drawings/good-1.tex': DISC,
  });
  const { exitCode, stderr } = await runOtterbench(['tasks', 'list'], { cwd });
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(message);
});
