import type { Task } from '../domain/task.ts';
import { UsageError } from '../domain/usage-error.ts';
import { expectedOneOf, quote } from './describe-issues.ts';
import { thereId } from './task-outline.ts';

/** What tasks are filtered by. A list that is empty lets all pass; of several words one is enough. */
export interface TaskFilter {
  readonly suites: readonly string[];
  readonly skills: readonly string[];
  readonly levels: readonly number[];
}

/** The skills that a task's own checks measure, in their order. That its subjects are there is measured by every task. */
export function skillsOf({ checks, subjects }: Task): string[] {
  const implied = new Set(Object.keys(subjects).map(thereId));
  return [...new Set(checks.filter(({ id }) => !implied.has(id)).map(({ skill }) => skill))];
}

/**
 * The tasks that pass all filters. Throws one UsageError that names each suite, skill or level that no task of `all`
 * has, with the nearest one that there is.
 */
export function filterTasks(
  tasks: readonly Task[],
  { suites, skills, levels }: TaskFilter,
  all: readonly Task[] = tasks,
): readonly Task[] {
  const unknown = [
    ...unknownWords(
      'suite',
      suites,
      all.map(({ suite }) => suite),
    ),
    ...unknownWords(
      'skill',
      skills,
      all.flatMap(({ checks }) => checks.map(({ skill }) => skill)),
    ),
  ];
  if (unknown.length > 0) throw new UsageError(unknown.join('\n'));
  const passes = <Word>(wanted: readonly Word[], has: readonly Word[]): boolean =>
    wanted.length === 0 || wanted.some((word) => has.includes(word));
  return tasks.filter(
    ({ suite, checks, level }) =>
      passes(suites, [suite]) &&
      passes(
        skills,
        checks.map(({ skill }) => skill),
      ) &&
      passes(levels, level === undefined ? [] : [level]),
  );
}

function unknownWords(what: string, words: readonly string[], has: readonly string[]): string[] {
  const known = [...new Set(has)].sort();
  return words
    .filter((word) => !known.includes(word))
    .map((word) => `--${what}: no task has the ${what} ${quote(word)}; ${expectedOneOf(word, known)}`);
}
