import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findTaskDirectories } from '../../src/catalog/find-tasks.ts';
import { loadRubrics } from '../../src/catalog/load-rubrics.ts';
import { loadTasks } from '../../src/catalog/load-tasks.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { ROOT } from '../helpers/workshop.ts';

const rubrics = loadRubrics({ directories: [join(ROOT, 'rubrics')] });
const directories = findTaskDirectories([join(ROOT, 'tasks')]);
const tasks = loadTasks({ directories, checks: CHECKS, rubrics });
const judged = tasks.flatMap(({ id, rubric }) => (rubric === undefined ? [] : [{ id, items: rubric.items }]));

/** Plain geometry: whether there is a red circle left of a blue square is measured, and nothing else was asked for. */
const NOTHING_TO_JUDGE = [
  'basics/arrow-to-the-upper-right',
  'basics/circle-left-of-square',
  'basics/dots-in-a-row',
  'basics/five-in-the-box',
  'basics/nested-squares',
  'basics/overlapping-circles',
  'basics/three-cards',
  'basics/three-dots-joined',
  'basics/tower-of-blocks',
  'basics/triangle-in-front',
];

test('every task has a rubric but those of plain geometry', () => {
  const without = tasks.filter(({ rubric }) => rubric === undefined).map(({ id }) => id);
  expect(without).toEqual(NOTHING_TO_JUDGE);
});

test('every suite has a rubric of its name', () => {
  expect([...new Set(tasks.map(({ suite }) => suite))].filter((suite) => !rubrics.has(suite))).toEqual([]);
});

test('every rubric is used', () => {
  const texts = [
    ...directories.map((folder) => readFileSync(join(folder, 'task.yaml'), 'utf8')),
    ...[...rubrics.keys()].map((name) => readFileSync(join(ROOT, 'rubrics', `${name}.yaml`), 'utf8')),
  ].join('\n');
  const used = new Set(
    [...texts.matchAll(/\buse: ([\w-]+)|^rubric: ([\w-]+)$|^ +- ([\w-]+)$/gm)].flatMap((m) => m.slice(1)),
  );
  const lists = [...texts.matchAll(/^(?:rubric|include): \[(.*)\]$/gm)].flatMap(([, list = '']) =>
    list.split(/[, ]+/),
  );
  expect([...rubrics.keys()].filter((name) => !used.has(name) && !lists.includes(name))).toEqual([]);
});

test.each(readdirSync(join(ROOT, 'rubrics')).filter((name) => name.endsWith('.yaml')))(
  '%s tells editors its schema in its first line',
  (name) => {
    const [first] = readFileSync(join(ROOT, 'rubrics', name), 'utf8').split('\n');
    expect(first).toBe('# yaml-language-server: $schema=./rubric.schema.json');
  },
);

test.each(judged)('$id is judged by a few items, whose words are all filled in', ({ items }) => {
  expect(items.length).toBeGreaterThanOrEqual(3);
  expect(items.length).toBeLessThanOrEqual(9);
  const texts = items.flatMap((item) =>
    item.kind === 'named' ? item.names : [item.question, item.yes, item.no, item.crop ?? ''],
  );
  expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
});

test.each(judged)('$id asks questions, each once', ({ items }) => {
  const questions = items.flatMap((item) =>
    item.kind === 'asked' ? [`${item.question} ${item.crop ?? ''}`] : [],
  );
  expect(questions.filter((question) => !/^[A-Z][^?]*\? /.test(question))).toEqual([]);
  expect(new Set(questions).size).toBe(questions.length);
});
