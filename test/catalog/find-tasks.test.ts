import { expect, test } from 'vitest';
import { findTaskDirectories, surveyTasks } from '../../src/catalog/find-tasks.ts';
import { workspace } from './workspace.ts';

test('the first root wins on equal ids, and a note says so', () => {
  using files = workspace({
    'own/otters/sea-otter/task.yaml': '',
    'own/mine/cat/task.yaml': '',
    'package/otters/sea-otter/task.yaml': '',
    'package/basics/house/task.yaml': '',
  });
  expect(surveyTasks([files.path('own'), files.path('package')])).toEqual({
    directories: [
      files.path('own/mine/cat'),
      files.path('own/otters/sea-otter'),
      files.path('package/basics/house'),
    ],
    notes: [
      `${files.path('own/otters/sea-otter')} takes the place of ${files.path('package/otters/sea-otter')}`,
    ],
  });
});

test('a folder without a task.yaml is passed over with a note; files and hidden folders are none', () => {
  using files = workspace({
    'tasks/basics/house/task.yml': '',
    'tasks/basics/notes.txt': '',
    'tasks/.git/hooks/task.yaml': '',
    'tasks/task.schema.json': '{}',
  });
  expect(surveyTasks([files.path('tasks')])).toEqual({
    directories: [],
    notes: [`${files.path('tasks/basics/house')} is passed over: it has no task.yaml`],
  });
});

test('a root that is missing or named twice adds nothing', () => {
  using files = workspace({ 'tasks/basics/house/task.yaml': '' });
  const root = files.path('tasks');
  expect(findTaskDirectories([files.path('none'), root, `${root}/../tasks`])).toEqual([
    files.path('tasks/basics/house'),
  ]);
});
