import { skillsOf } from '../../catalog/filter-tasks.ts';
import type { Task } from '../../domain/task.ts';
import { nearest } from '../../util/nearest.ts';
import type { Environment } from '../environment.ts';

/** Skills are free words: says where one is used by a single task and looks like a misspelt one that others use. */
export function noteRareSkills(tasks: readonly Task[], all: readonly Task[], { say }: Environment): void {
  const uses = Map.groupBy(
    all.flatMap((task) => skillsOf(task)),
    (skill) => skill,
  );
  const known = [...uses.entries()].filter(([, of]) => of.length > 1).map(([skill]) => skill);
  for (const task of tasks) {
    for (const skill of skillsOf(task)) {
      const near = known.includes(skill) ? null : nearest(skill, known);
      if (near !== null)
        say(`note: ${task.path}: no other task has the skill "${skill}"; did you mean "${near}"?`);
    }
  }
}
