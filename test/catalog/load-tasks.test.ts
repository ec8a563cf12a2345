import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { loadTask, loadTasks } from '../../src/catalog/load-tasks.ts';
import { CHECKS } from './definitions.ts';
import { makePipe } from './make-pipe.ts';
import { mistakesOf, taskWorkspace, VALID, workspace } from './workspace.ts';

const load = (path: string) => loadTask(path, { checks: CHECKS });

test('a task has its implied checks first, its own after them, and every default filled in', () => {
  using files = taskWorkspace(VALID);
  expect(load(files.path('basics/pair'))).toEqual({
    id: 'basics/pair',
    suite: 'basics',
    title: 'A pair',
    prompt: 'Draw a red disc left of a blue one.',
    tracks: ['blind', 'repair', 'sighted'],
    tags: ['order'],
    subjects: {
      red: { shape: 'circle', colour: 'red', pick: 'largest' },
      blue: { label: 'blue', weight: 2 },
    },
    checks: [
      there('red', 1),
      there('blue', 2),
      {
        id: 'red-left',
        skill: 'order',
        check: 'left-of',
        of: ['red', 'blue'],
        needs: ['red-there'],
        weight: 3,
        parameters: { band: 0.2, dominant: true },
      },
      {
        id: 'one-red',
        skill: 'counting',
        check: 'count',
        of: ['red'],
        needs: [],
        weight: 1,
        parameters: { is: 1 },
      },
    ],
    drawings: [
      { file: 'good-1.tex', path: files.path('basics/pair/drawings/good-1.tex'), fails: [] },
      {
        file: 'bad-swapped.tex',
        path: files.path('basics/pair/drawings/bad-swapped.tex'),
        fails: ['red-left'],
      },
    ],
    path: files.path('basics/pair/task.yaml'),
    hash: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

function there(subject: string, weight: number) {
  const parameters = { share: 0.0005 };
  return {
    id: `${subject}-there`,
    skill: 'presence',
    check: 'there',
    of: [subject],
    needs: [],
    weight,
    parameters,
  };
}

test('the folder and the file name the same task', () => {
  using files = taskWorkspace(VALID);
  expect(load(files.path('basics/pair'))).toEqual(load(files.path('basics/pair/task.yaml')));
});

test('suite, tracks and level of the file are kept', () => {
  using files = taskWorkspace(`suite: others\ntracks: [blind]\nlevel: 2\n${VALID}`);
  expect(load(files.path('basics/pair'))).toMatchObject({
    id: 'others/pair',
    suite: 'others',
    tracks: ['blind'],
    level: 2,
  });
});

test('a drawing that is missing, a link, or not listed is a mistake', () => {
  using files = taskWorkspace(VALID);
  rmSync(files.path('basics/pair/drawings/good-1.tex'));
  symlinkSync('/etc/passwd', files.path('basics/pair/drawings/good-1.tex'));
  rmSync(files.path('basics/pair/drawings/bad-swapped.tex'));
  writeFileSync(files.path('basics/pair/drawings/good-2.tex'), '');
  expect(mistakesOf(files.root, () => load(files.path('basics/pair')))).toEqual([
    'basics/pair/task.yaml:14:1: drawings/good-2.tex is not listed; expected it under drawings',
    'basics/pair/task.yaml:15:3: drawings/good-1.tex: expected a file, it is no regular file',
    'basics/pair/task.yaml:16:3: drawings/bad-swapped.tex: expected a file, there is no such file',
  ]);
});

test('a file that is missing, huge, not text or a pipe is one mistake', () => {
  using files = workspace({
    'a/huge.yaml': 'a'.repeat(300_000),
    'a/bytes.yaml': new Uint8Array([0x74, 0xff, 0xfe]),
  });
  makePipe(files.path('a/pipe.yaml'));
  const mistakes = (name: string) => mistakesOf(files.root, () => load(files.path('a', name)));
  expect(['none.yaml', 'huge.yaml', 'bytes.yaml', 'pipe.yaml'].map(mistakes)).toEqual([
    ['a/none.yaml:1:1: no such file'],
    ['a/huge.yaml:1:1: too large; expected at most 262144 bytes, got 300000'],
    ['a/bytes.yaml:1:1: not UTF-8 text; expected a YAML file in UTF-8'],
    ['a/pipe.yaml:1:1: not a regular file; expected a YAML file'],
  ]);
});

test('the mistakes of several tasks come in one error', () => {
  using files = workspace({ 's/one/task.yaml': 'title: 1\n', 's/two/task.yaml': 'titel: x\n' });
  const directories = [files.path('s/one'), files.path('s/two')];
  const mistakes = mistakesOf(files.root, () => loadTasks({ directories, checks: CHECKS }));
  expect(new Set(mistakes.map((line) => line.split(':')[0]))).toEqual(
    new Set(['s/one/task.yaml', 's/two/task.yaml']),
  );
});

test('two tasks of one id are a mistake', () => {
  const drawings = { 'good-1.tex': '', 'bad-swapped.tex': '' };
  const task = (folder: string, yaml: string) => ({
    [`${folder}/task.yaml`]: yaml,
    ...Object.fromEntries(
      Object.entries(drawings).map(([name, text]) => [`${folder}/drawings/${name}`, text]),
    ),
  });
  using files = workspace({ ...task('a/pair', VALID), ...task('b/pair', `suite: a\n${VALID}`) });
  const directories = [files.path('a/pair'), files.path('b/pair')];
  expect(mistakesOf(files.root, () => loadTasks({ directories, checks: CHECKS }))).toEqual([
    'b/pair/task.yaml:1:1: a second task is called "a/pair"; expected an id of its own, a/pair/task.yaml has it',
  ]);
});

test('a folder whose name gives no id is a mistake', () => {
  using files = workspace({ 'My Suite/pair/task.yaml': VALID });
  expect(mistakesOf(files.root, () => load(files.path('My Suite/pair')))).toContain(
    'My Suite/pair/task.yaml:1:1: the folder "My Suite" gives no id; expected words joined by hyphens',
  );
});
