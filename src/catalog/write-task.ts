import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Document, isCollection, isMap, type YAMLMap } from 'yaml';
import type { WrittenCheck, WrittenDrawing, WrittenTask } from '../domain/family.ts';
import { UsageError } from '../domain/usage-error.ts';
import { makeFolder } from '../util/make-folder.ts';

const SCHEMA_FILE = 'task.schema.json';
const LINE_WIDTH = 100;

/** What is written of a task; one that a person begins may have no level yet. */
export type TaskToWrite = Omit<WrittenTask, 'level'> & Partial<Pick<WrittenTask, 'level'>>;

/** The text of a `task.yaml`. `schema`: the path of the JSON Schema for editors, left out where there is none. */
function taskYaml(task: TaskToWrite, { schema }: { readonly schema?: string } = {}): string {
  const document = new Document(
    {
      title: task.title,
      prompt: task.prompt,
      ...(task.tags.length > 0 && { tags: task.tags }),
      ...(task.level !== undefined && { level: task.level }),
      subjects: task.subjects,
      checks: task.checks.map(inOrder),
      drawings: Object.fromEntries(task.drawings.map(({ file, fails }) => [file, knownOf(fails)])),
    },
    { aliasDuplicateObjects: false },
  );
  for (const key of ['tags', 'subjects', 'checks', 'drawings']) putOnLines(document.get(key), key === 'tags');
  const head = schema === undefined ? '' : `# yaml-language-server: $schema=${schema}\n`;
  return `${head}${document.toString({ lineWidth: LINE_WIDTH })}`;
}

/**
 * Writes a task into a new folder, all of it or nothing. Throws UsageError when the folder is there already: nothing
 * is overwritten.
 */
export async function writeTask(task: TaskToWrite, folder: string): Promise<void> {
  const target = resolve(folder);
  refuseExisting([target]);
  const suite = dirname(target);
  makeFolder(suite);
  // A name with a dot is passed over by whoever looks for tasks meanwhile.
  const beside = await mkdtemp(join(suite, `.${basename(target)}-`));
  try {
    await writeFile(join(beside, 'task.yaml'), taskYaml(task, schemaFor(target)));
    makeFolder(join(beside, 'drawings'));
    for (const { file, source } of task.drawings)
      await writeFile(join(beside, 'drawings', file), `${source.trimEnd()}\n`);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    throw error;
  }
}

/** Throws one UsageError when some of these folders of tasks are there already. */
export function refuseExisting(folders: readonly string[]): void {
  const there = folders.filter((folder) => existsSync(folder));
  if (there.length === 0) return;
  const more = there.length > 1 ? ` and ${there.length - 1} more` : '';
  throw new UsageError(`${there[0]}${more}: expected no such folder, for no task is overwritten.`, {
    remedy: 'Take another seed, another suite or another folder, or delete what is there.',
  });
}

function schemaFor(folder: string): { readonly schema?: string } {
  const path = `../../${SCHEMA_FILE}`;
  return existsSync(join(folder, path)) ? { schema: path } : {};
}

/** Keys in the order of the docs, parameters of the check between `of` and `needs`. */
function inOrder({ id, skill, check, of, needs, weight, ...parameters }: WrittenCheck) {
  const entries = Object.entries({ id, skill, check, of, ...parameters, needs, weight });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function knownOf(fails: WrittenDrawing['fails']) {
  return fails.length === 0 ? {} : { fails };
}

/** Each entry on one line, `{ id: …, skill: … }`, as people write it. */
function putOnLines(node: unknown, isWhole: boolean): void {
  if (!isCollection(node)) return;
  if (isWhole) node.flow = true;
  for (const item of node.items) {
    const value = isMap(node) ? (item as YAMLMap['items'][number]).value : item;
    if (isCollection(value)) value.flow = true;
  }
}
