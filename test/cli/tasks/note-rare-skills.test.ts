import { expect, test } from 'vitest';
import { noteRareSkills } from '../../../src/cli/tasks/note-rare-skills.ts';
import type { Task } from '../../../src/domain/task.ts';
import { listeningEnvironment } from '../listening-environment.ts';

function task(id: string, skill: string): Task {
  const check = { id: 'x', skill, check: 'above', of: [], needs: [], weight: 1, parameters: {} };
  const words = { id, suite: 'kitchen', title: id, prompt: id, path: `tasks/${id}/task.yaml`, hash: id };
  return { ...words, tracks: ['blind'], tags: [], subjects: {}, checks: [check], drawings: [] };
}

test('a skill that only one task has and that is nearly one of others is noted, a new word is not', () => {
  const [typo, own] = [task('kitchen/cup', 'contakt'), task('kitchen/pan', 'temperature')];
  const all = [
    typo,
    own,
    task('otters/a', 'contact'),
    task('otters/b', 'contact'),
    task('otters/c', 'contacts'),
  ];
  const environment = listeningEnvironment();
  noteRareSkills([typo, own], all, environment);
  expect(environment.stderr).toEqual([
    'note: tasks/kitchen/cup/task.yaml: no other task has the skill "contakt"; did you mean "contact"?\n',
  ]);
});
