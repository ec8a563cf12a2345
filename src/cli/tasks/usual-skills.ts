import { join } from 'node:path';
import { findTaskDirectories } from '../../catalog/find-tasks.ts';
import { loadTask } from '../../catalog/load-tasks.ts';
import type { CheckSpec } from '../../domain/task.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { CHECKS } from '../../grade/checks/table.ts';
import type { Environment } from '../environment.ts';

/** The skill that the tasks of the package measure with a check most often; the name of the check where none uses it. */
export function usualSkills({ packageDirectory }: Environment): (check: string) => string {
  const directories = findTaskDirectories([join(packageDirectory, 'tasks')]);
  const uses = Map.groupBy(directories.flatMap(checksOf), ({ check }) => check);
  return (check) => {
    const bySkill = Map.groupBy(uses.get(check) ?? [], ({ skill }) => skill);
    const [most] = [...bySkill].sort(([a, of], [b, others]) => others.length - of.length || (a < b ? -1 : 1));
    return most?.[0] ?? check;
  };
}

function checksOf(directory: string): readonly CheckSpec[] {
  try {
    return loadTask(directory, { checks: CHECKS }).checks;
  } catch (error) {
    // A task with mistakes only has no say here; whoever uses it is told of them.
    if (error instanceof UsageError) return [];
    throw error;
  }
}
