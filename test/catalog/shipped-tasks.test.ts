import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { surveyTasks } from '../../src/catalog/find-tasks.ts';
import { loadTasks } from '../../src/catalog/load-tasks.ts';
import { pathsOf } from '../../src/domain/task.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';

const survey = surveyTasks([fileURLToPath(new URL('../../tasks', import.meta.url))]);
const tasks = loadTasks({ directories: survey.directories, checks: CHECKS });

test('every folder under tasks/ is a task, and there are eighty at the least', () => {
  expect(survey.notes).toEqual([]);
  expect(tasks.length).toBeGreaterThanOrEqual(80);
});

test.each(tasks)('$id ships a drawing known to be right and two known to be wrong', ({ drawings }) => {
  const wrong = drawings.filter(({ fails }) => fails.length > 0);
  expect(drawings.length - wrong.length).toBeGreaterThanOrEqual(1);
  expect(wrong.length).toBeGreaterThanOrEqual(2);
});

test.each(tasks)('$id tells editors its schema in its first line', ({ path }) => {
  const [first] = readFileSync(path, 'utf8').split('\n');
  expect(first).toBe('# yaml-language-server: $schema=../../task.schema.json');
});

test.each(tasks)('the drawings of $id are all different', ({ drawings }) => {
  const sources = drawings.map((known) =>
    pathsOf(known)
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n'),
  );
  expect(new Set(sources).size).toBe(sources.length);
});
