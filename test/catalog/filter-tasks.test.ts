import { expect, test } from 'vitest';
import { filterTasks, skillsOf } from '../../src/catalog/filter-tasks.ts';
import type { Task } from '../../src/domain/task.ts';
import { mistakesOf } from './workspace.ts';

function task(id: string, skills: readonly string[], level?: number): Task {
  const check = (name: string, skill: string) => ({
    ...{ id: name, skill, check: 'there', of: ['otter'], needs: [], weight: 1, parameters: {} },
  });
  return {
    ...{ id, suite: id.split('/')[0] ?? '', title: id, prompt: id, path: id, hash: id },
    ...{ tracks: ['blind'], tags: [], subjects: { otter: { label: 'otter' } }, drawings: [] },
    ...(level !== undefined && { level }),
    checks: [check('otter-there', 'presence'), ...skills.map((skill) => check(`is-${skill}`, skill))],
  };
}

const TASKS = [
  task('basics/a', ['order', 'size'], 1),
  task('basics/b', ['order'], 2),
  task('otters/c', ['text'], 2),
  task('otters/d', []),
];
const NONE = { suites: [], skills: [], levels: [] };

test.each([
  [NONE, ['basics/a', 'basics/b', 'otters/c', 'otters/d']],
  [{ ...NONE, suites: ['otters'] }, ['otters/c', 'otters/d']],
  [{ ...NONE, skills: ['size', 'text'] }, ['basics/a', 'otters/c']],
  [{ ...NONE, levels: [2] }, ['basics/b', 'otters/c']],
  [{ suites: ['basics'], skills: ['order'], levels: [2, 3] }, ['basics/b']],
  [{ ...NONE, suites: ['otters'], skills: ['order'] }, []],
])('%j lets %j pass', (filter, ids) => {
  expect(filterTasks(TASKS, filter).map(({ id }) => id)).toEqual(ids);
});

test('each word that no task has is named with the nearest', () => {
  const filter = { suites: ['oters', 'basics'], skills: ['odrer', 'zzz'], levels: [] };
  expect(mistakesOf('(no folder)', () => filterTasks([], filter, TASKS))).toEqual([
    '--suite: no task has the suite "oters"; did you mean "otters"? Expected one of basics, otters',
    '--skill: no task has the skill "odrer"; did you mean "order"? Expected one of order, presence, size, text',
    '--skill: no task has the skill "zzz"; expected one of order, presence, size, text',
  ]);
});

test('that its subjects are there is none of the skills of a task', () => {
  expect(TASKS.map(skillsOf)).toEqual([['order', 'size'], ['order'], ['text'], []]);
});
