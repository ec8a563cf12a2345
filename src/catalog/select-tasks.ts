import type { Task } from '../domain/task.ts';
import { UsageError } from '../domain/usage-error.ts';
import { nearest } from '../util/nearest.ts';

const TAG = 'tag:';
const SKILL = 'skill:';

/**
 * The tasks that at least one pattern names, in the order of the patterns and then of `tasks`; all of them when there is no pattern.
 * A pattern is an id (`otters/sea-otter`), a glob over ids (`otters/*`; `*` alone is everything), a tag
 * (`tag:animal`) or a skill that one of its checks measures (`skill:order`). Throws UsageError naming every pattern that matches nothing.
 */
export function selectTasks(tasks: readonly Task[], patterns: readonly string[]): readonly Task[] {
  if (patterns.length === 0) return tasks;
  const matchers = patterns.map((pattern) => ({ pattern, matches: matcherOf(pattern) }));
  const idle = matchers.filter(({ matches }) => !tasks.some(matches)).map(({ pattern }) => pattern);
  if (idle.length > 0) throw nothingMatches(idle, tasks);
  return [...new Set(matchers.flatMap(({ matches }) => tasks.filter(matches)))];
}

function matcherOf(pattern: string): (task: Task) => boolean {
  if (pattern.startsWith(TAG)) {
    const tag = globToRegExp(pattern.slice(TAG.length));
    return ({ tags }) => tags.some((one) => tag.test(one));
  }
  if (pattern.startsWith(SKILL)) {
    const skill = globToRegExp(pattern.slice(SKILL.length));
    return ({ checks }) => checks.some((one) => skill.test(one.skill));
  }
  const id = globToRegExp(pattern === '*' ? '**' : pattern);
  return (task) => id.test(task.id);
}

function globToRegExp(glob: string): RegExp {
  const source = glob.replace(/\*{2,}|[*?]|[^*?]+/g, (part) => {
    if (part.startsWith('**')) return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${source}$`);
}

function nothingMatches(patterns: readonly string[], tasks: readonly Task[]): UsageError {
  const known = knownNames(tasks);
  const lines = patterns.map((pattern) => {
    const near = nearest(pattern, known);
    return `No task matches ${JSON.stringify(pattern)}${near === null ? '.' : `; did you mean "${near}"?`}`;
  });
  const remedy =
    tasks.length === 0
      ? 'There are no tasks here at all: a task lies in tasks/SUITE/NAME/task.yaml.'
      : "Name tasks by id, by a glob such as 'otters/*', by a tag such as tag:animal or by a skill such as skill:order. `otterbench tasks list` shows them.";
  return new UsageError(lines.join('\n'), { remedy });
}

function knownNames(tasks: readonly Task[]): string[] {
  const names = tasks.flatMap(({ id, suite, tags, checks }) => [
    id,
    `${suite}/*`,
    ...tags.map((tag) => `${TAG}${tag}`),
    ...checks.map(({ skill }) => `${SKILL}${skill}`),
  ]);
  return [...new Set(names)];
}
