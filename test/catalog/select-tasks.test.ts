import { expect, test } from 'vitest';
import { selectTasks } from '../../src/catalog/select-tasks.ts';
import type { Task } from '../../src/domain/task.ts';
import { mistakesOf } from './workspace.ts';

function task(id: string, tags: readonly string[]): Task {
  const suite = id.split('/')[0] ?? '';
  const rest = { title: id, prompt: id, tracks: ['blind'], subjects: {}, checks: [], drawings: [] } as const;
  return { id, suite, tags, path: id, hash: id, ...rest };
}

const TASKS = [
  task('basics/house', ['building']),
  task('otters/otter-family', ['animal']),
  task('otters/sea-otter', ['animal', 'seed']),
  task('otters/unicorn', ['animal', 'seed']),
];

test.each([
  { patterns: [], ids: ['basics/house', 'otters/otter-family', 'otters/sea-otter', 'otters/unicorn'] },
  { patterns: ['*'], ids: ['basics/house', 'otters/otter-family', 'otters/sea-otter', 'otters/unicorn'] },
  { patterns: ['otters/*otter'], ids: ['otters/sea-otter'] },
  { patterns: ['*/*otter*'], ids: ['otters/otter-family', 'otters/sea-otter'] },
  { patterns: ['otters/unicorn', 'basics/house'], ids: ['otters/unicorn', 'basics/house'] },
  { patterns: ['tag:seed', 'otters/sea-otter'], ids: ['otters/sea-otter', 'otters/unicorn'] },
  { patterns: ['otters/unicor?'], ids: ['otters/unicorn'] },
])('$patterns selects $ids, each once and in order', ({ patterns, ids }) => {
  expect(selectTasks(TASKS, patterns).map(({ id }) => id)).toEqual(ids);
});

test('every pattern that matches nothing is named, with what it may have meant', () => {
  const patterns = ['otters/sea-oter', 'tag:animals', 'otter/*', 'otters/*', 'basics', 'a.+c'];
  expect(mistakesOf('(no folder)', () => selectTasks(TASKS, patterns))).toEqual([
    'No task matches "otters/sea-oter"; did you mean "otters/sea-otter"?',
    'No task matches "tag:animals"; did you mean "tag:animal"?',
    'No task matches "otter/*"; did you mean "otters/*"?',
    'No task matches "basics"; did you mean "basics/*"?',
    'No task matches "a.+c".',
  ]);
});
