import { expect, test } from 'vitest';
import { loadRubrics } from '../../src/catalog/load-rubrics.ts';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import { CHECKS } from './definitions.ts';
import { asked } from './rubric-workspace.ts';
import { mistakesOf, VALID, workspace } from './workspace.ts';

const RUBRIC = `title: T\nitems:\n${asked('neat')}${asked('tidy')}`;

/** A task with these drawings, which all exist, and a rubric unless it is left out. */
function taskFiles(drawings: Readonly<Record<string, string>>, rubric = 'rubric: plain\n') {
  const entries = Object.entries(drawings).map(([file, entry]) => `  ${file}: ${entry}\n`);
  const files = Object.keys(drawings).map((file) => [`basics/pair/drawings/${file}`, '']);
  const head = VALID.replace(/drawings:[\s\S]*$/, '');
  return workspace({
    'rubrics/plain.yaml': RUBRIC,
    'basics/pair/task.yaml': `${head}${rubric}drawings:\n${entries.join('')}`,
    ...Object.fromEntries(files),
  });
}

type Files = ReturnType<typeof taskFiles>;

function load(files: Files) {
  const rubrics = loadRubrics({ directories: [files.path('rubrics')] });
  return loadTask(files.path('basics/pair'), { checks: CHECKS, rubrics });
}

function mistakesIn(drawings: Readonly<Record<string, string>>, rubric?: string): string[] {
  using files = taskFiles(drawings, rubric);
  return mistakesOf(files.root, () => load(files)).map((line) => line.replace('basics/pair/task.yaml:', ''));
}

test('a drawing says what judges should not take it for: one item or several', () => {
  using files = taskFiles({
    'good-1.tex': '{}',
    'bad-a.tex': '{fails: red-left, unlike: neat}',
    'unlike-a.tex': '{unlike: [neat, tidy]}',
  });
  expect(load(files).drawings.map(({ file, fails, unlike }) => ({ file, fails, unlike }))).toEqual([
    { file: 'good-1.tex', fails: [], unlike: undefined },
    { file: 'bad-a.tex', fails: ['red-left'], unlike: ['neat'] },
    { file: 'unlike-a.tex', fails: [], unlike: ['neat', 'tidy'] },
  ]);
});

test('what drawings are unlike is no part of the hash of a task', () => {
  using plain = taskFiles({ 'good-1.tex': '{}', 'bad-a.tex': '{fails: red-left}' });
  using marked = taskFiles({ 'good-1.tex': '{}', 'bad-a.tex': '{fails: red-left, unlike: neat}' });
  expect(load(marked).hash).toBe(load(plain).hash);
});

test('each id must be an item of the rubric, and names of files must fit', () => {
  expect(
    mistakesIn({
      'good-1.tex': '{unlike: neat}',
      'bad-a.tex': '{unlike: neat}',
      'bad-b.tex': '{fails: red-left, unlike: [naet, red-left]}',
      'unlike-a.tex': '{}',
      'unlike-b.tex': '{fails: red-left, unlike: neat}',
      'other.tex': '{unlike: 5}',
    }),
  ).toMatchInlineSnapshot(`
    [
      "16:3: good-1.tex is unlike something; expected a name that begins with unlike-",
      "17:3: bad-a.tex fails nothing; expected fails: with the criteria that it fails",
      "19:3: unlike-a.tex is unlike nothing; expected unlike: with the judged items that it should not meet",
      "20:3: unlike-b.tex fails something; expected a name that begins with bad-",
      "21:23: unlike is wrong; expected an id or a list of ids, got 5",
    ]
  `);
});

test('ids are checked where the form is right', () => {
  expect(
    mistakesIn({ 'good-1.tex': '{}', 'bad-b.tex': '{fails: red-left, unlike: [naet, red-left]}' }),
  ).toMatchInlineSnapshot(`
    [
      "17:41: no judged item is called "naet"; did you mean "neat"? Expected one of neat, tidy",
      "17:47: no judged item is called "red-left"; expected one of neat, tidy",
    ]
  `);
});

test('without a rubric nothing is judged, and a drawing can be unlike nothing', () => {
  expect(mistakesIn({ 'good-1.tex': '{}', 'unlike-a.tex': '{unlike: neat}' }, '')).toMatchInlineSnapshot(`
    [
      "16:26: unlike speaks of judged items, and the task has no rubric; expected rubric, or no unlike",
    ]
  `);
});

test('where rubrics are not looked up, ids are taken as they are', () => {
  using files = taskFiles({ 'good-1.tex': '{}', 'unlike-a.tex': '{unlike: anything}' });
  expect(loadTask(files.path('basics/pair'), { checks: CHECKS }).drawings[1]).toMatchObject({
    unlike: ['anything'],
  });
});
