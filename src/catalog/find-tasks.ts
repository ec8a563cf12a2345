import { readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What lies in the task folders. */
export interface TaskSurvey {
  /** Folders with a task.yaml, `<root>/<suite>/<task>`, in the order of the roots, then by name. */
  readonly directories: readonly string[];
  /** Things worth telling: which task hides another one, which folder was passed over. */
  readonly notes: readonly string[];
}

/** The folders of all tasks under these roots; a root that isn't there has none. See `surveyTasks`. */
export function findTaskDirectories(roots: readonly string[]): readonly string[] {
  return surveyTasks(roots).directories;
}

/**
 * Looks for tasks in these roots. When two roots hold the same suite/task, the earlier root wins, and a note says so.
 * A folder without a task.yaml is passed over with a note.
 */
export function surveyTasks(roots: readonly string[]): TaskSurvey {
  const byId = new Map<string, string>();
  const notes: string[] = [];
  for (const root of distinctFolders(roots)) {
    for (const id of taskIdsIn(root)) {
      const directory = join(root, id);
      const earlier = byId.get(id);
      if (!isFile(join(directory, 'task.yaml')))
        notes.push(`${directory} is passed over: it has no task.yaml`);
      else if (earlier === undefined) byId.set(id, directory);
      else notes.push(`${earlier} takes the place of ${directory}`);
    }
  }
  return { directories: [...byId.values()], notes };
}

function distinctFolders(roots: readonly string[]): string[] {
  const seen = new Set<string>();
  return roots.filter((root) => {
    if (!isFolder(root)) return false;
    const real = realpathSync(root);
    if (seen.has(real)) return false;
    seen.add(real);
    return true;
  });
}

function taskIdsIn(root: string): string[] {
  return foldersIn(root).flatMap((suite) => foldersIn(join(root, suite)).map((task) => `${suite}/${task}`));
}

function foldersIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') && isFolder(join(folder, name)))
    .sort();
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}
