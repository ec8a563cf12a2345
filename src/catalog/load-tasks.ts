import { statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { CheckDefinition } from '../domain/check.ts';
import type { Task } from '../domain/task.ts';
import { checkMistakes } from './check-rules.ts';
import { checkShape, quote } from './describe-issues.ts';
import type { RubricLibrary } from './load-rubrics.ts';
import { makeTask } from './make-task.ts';
import { type Checked, type FileMistake, usageErrorFor } from './mistakes.ts';
import { NAME_PATTERN } from './schema-parts.ts';
import { outlineOf } from './task-outline.ts';
import { type TaskRubric, taskRubric, unlikeMistakes } from './task-rubric.ts';
import { drawingMistakes, subjectMistakes } from './task-rules.ts';
import { taskFileSchema } from './task-schema.ts';
import { turnMistakes } from './turn-rules.ts';
import { readYaml } from './yaml-source.ts';

const TASK_FILE = 'task.yaml';

/** What tasks are made of besides their own files. */
export interface TaskParts {
  /** All kinds of check. */
  readonly checks: readonly CheckDefinition[];
  /** All rubrics; left out: what tasks say of their rubric is checked for its form alone, and they have none. */
  readonly rubrics?: RubricLibrary;
}

/**
 * Loads and validates one task: `path` is its folder or its task.yaml.
 * Throws one UsageError that lists every mistake as `path:line:column: …`.
 */
export function loadTask(path: string, options: TaskParts): Task {
  const task = readTask(path, options);
  if (task.outcome === 'invalid') throw usageErrorFor(task.mistakes);
  return task.value;
}

/**
 * Loads and validates the tasks in these folders, in this order. Throws one UsageError that lists every mistake of
 * every file, and ids that two folders share.
 */
export function loadTasks(options: TaskParts & { readonly directories: readonly string[] }): readonly Task[] {
  const read = options.directories.map((directory) => readTask(directory, options));
  const tasks = read.flatMap((one) => (one.outcome === 'valid' ? [one.value] : []));
  const mistakes = read.flatMap((one) => (one.outcome === 'invalid' ? one.mistakes : []));
  const all = [...mistakes, ...sharedIds(tasks)];
  if (all.length > 0) throw usageErrorFor(all);
  return tasks;
}

function readTask(path: string, { checks, rubrics }: TaskParts): Checked<Task> {
  const file = taskFilePath(path);
  const source = readYaml(file);
  if (source.outcome === 'invalid') return source;
  const { data, place } = source.value;
  const definitions = new Map(checks.map((definition) => [definition.name, definition]));
  const folder = dirname(resolve(file));
  const outline = outlineOf(data);
  const shape = checkShape(schemaFor(checks), data);
  const judged =
    shape.value === null || rubrics === undefined ? NOT_JUDGED : taskRubric(shape.value, rubrics);
  const mistakes = [
    ...shape.mistakes,
    ...subjectMistakes(data),
    ...checkMistakes(outline, definitions),
    ...turnMistakes(data, outline, definitions),
    ...drawingMistakes(data, outline, folder),
    ...judged.mistakes,
    ...unlikeMistakes(outline, judged.rubric),
  ].map(place);
  const named = [...mistakes, ...folderMistakes(file, folder)];
  if (named.length > 0 || shape.value === null) return { outcome: 'invalid', mistakes: named };
  const { rubric } = judged;
  return { outcome: 'valid', value: makeTask(shape.value, { file, folder, definitions, rubric }) };
}

const NOT_JUDGED: TaskRubric = { rubric: null, mistakes: [] };

const schemas = new WeakMap<readonly CheckDefinition[], ReturnType<typeof taskFileSchema>>();

// Making the schema, and compiling it in zod, takes ten times as long as reading a task by it.
function schemaFor(checks: readonly CheckDefinition[]): ReturnType<typeof taskFileSchema> {
  const known = schemas.get(checks) ?? taskFileSchema(checks);
  schemas.set(checks, known);
  return known;
}

function taskFilePath(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, TASK_FILE) : path;
}

function folderMistakes(file: string, folder: string): FileMistake[] {
  return [basename(folder), basename(dirname(folder))]
    .filter((name) => !NAME_PATTERN.test(name))
    .map((name) => ({
      file,
      line: 1,
      column: 1,
      message: `the folder ${quote(name)} gives no id; expected words joined by hyphens`,
    }));
}

function sharedIds(tasks: readonly Task[]): FileMistake[] {
  const first = new Map<string, Task>();
  return tasks.flatMap((task) => {
    const other = first.get(task.id);
    if (other === undefined) {
      first.set(task.id, task);
      return [];
    }
    const message = `a second task is called ${quote(task.id)}; expected an id of its own, ${other.path} has it`;
    return [{ file: task.path, line: 1, column: 1, message }];
  });
}
