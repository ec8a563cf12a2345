import { expect, test } from 'vitest';
import { selectTasks } from '../../src/catalog/select-tasks.ts';
import type { Task } from '../../src/domain/task.ts';
import { mistakesOf } from './workspace.ts';

function task(id: string, tags: readonly string[], skill = 'presence'): Task {
  const suite = id.split('/')[0] ?? '';
  const rest = { title: id, prompt: id, tracks: ['blind'], subjects: {}, drawings: [] } as const;
  const check = { id: 'one', skill, check: 'there', of: [], needs: [], weight: 1, parameters: {} };
  return { id, suite, tags, path: id, hash: id, checks: [check], ...rest };
}

const TASKS = [
  task('basics/house', ['building']),
  task('otters/otter-family', ['animal']),
  task('otters/sea-otter', ['animal', 'seed'], 'order'),
  task('otters/unicorn', ['animal', 'seed'], 'ordering'),
];

test.each([
  { patterns: [], ids: ['basics/house', 'otters/otter-family', 'otters/sea-otter', 'otters/unicorn'] },
  { patterns: ['*'], ids: ['basics/house', 'otters/otter-family', 'otters/sea-otter', 'otters/unicorn'] },
  { patterns: ['otters/*otter'], ids: ['otters/sea-otter'] },
  { patterns: ['*/*otter*'], ids: ['otters/otter-family', 'otters/sea-otter'] },
  { patterns: ['otters/unicorn', 'basics/house'], ids: ['otters/unicorn', 'basics/house'] },
  { patterns: ['tag:seed', 'otters/sea-otter'], ids: ['otters/sea-otter', 'otters/unicorn'] },
  { patterns: ['skill:order'], ids: ['otters/sea-otter'] },
  { patterns: ['skill:order*', 'tag:building'], ids: ['otters/sea-otter', 'otters/unicorn', 'basics/house'] },
  { patterns: ['otters/unicor?'], ids: ['otters/unicorn'] },
])('$patterns selects $ids, each once and in order', ({ patterns, ids }) => {
  expect(selectTasks(TASKS, patterns).map(({ id }) => id)).toEqual(ids);
});

test('every pattern that matches nothing is named, with what it may have meant', () => {
  const patterns = ['otters/sea-oter', 'tag:animals', 'otter/*', 'otters/*', 'basics', 'a.+c', 'skill:odrer'];
  expect(mistakesOf('(no folder)', () => selectTasks(TASKS, patterns))).toEqual([
    'No task matches "otters/sea-oter"; did you mean "otters/sea-otter"?',
    'No task matches "tag:animals"; did you mean "tag:animal"?',
    'No task matches "otter/*"; did you mean "otters/*"?',
    'No task matches "basics"; did you mean "basics/*"?',
    'No task matches "a.+c".',
    'No task matches "skill:odrer"; did you mean "skill:order"?',
  ]);
});
