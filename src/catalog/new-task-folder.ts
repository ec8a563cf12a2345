import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UsageError } from '../domain/usage-error.ts';
import { makeFolder } from '../util/make-folder.ts';
import { whyNotWritten } from '../util/why-not-written.ts';

/** A new folder of a task: where it goes and what lies in it. */
export interface NewFolder {
  /** `tasks/` */
  readonly root: string;
  readonly suite: string;
  readonly name: string;
  /** By their paths in the folder. */
  readonly files: Readonly<Record<string, string>>;
  /** Looks at the finished folder before it is put in its place; what it throws leaves nothing behind. */
  readonly inspect: (folder: string) => void;
}

/**
 * Writes a task's folder so that it is there whole or not at all: beside it first, then renamed. Returns its path.
 * Throws UsageError where there is something of that name, or the disk refuses.
 */
export function writeTaskFolder({ root, suite, name, files, inspect }: NewFolder): string {
  const folder = join(root, suite, name);
  requireFree(folder);
  return explained(folder, () => {
    makeFolder(root);
    // The names of the last two folders are the id of a task; one that begins with a dot is no suite.
    const beside = mkdtempSync(join(root, '.new-'));
    try {
      const made = join(beside, suite, name);
      for (const [path, text] of Object.entries(files)) {
        makeFolder(dirname(join(made, path)));
        writeFileSync(join(made, path), text);
      }
      inspect(made);
      mkdirSync(dirname(folder), { recursive: true });
      renameSync(made, folder);
      return folder;
    } finally {
      rmSync(beside, { recursive: true, force: true });
    }
  });
}

/** Throws UsageError where there is anything at this path. */
export function requireFree(folder: string): void {
  if (!existsSync(folder)) return;
  throw new UsageError(`${folder}: there is a task of that name already; nothing was changed`, {
    remedy: 'Choose another name, or remove the folder first.',
  });
}

function explained<Result>(folder: string, write: () => Result): Result {
  try {
    return write();
  } catch (error) {
    // Another process may have made it in the meantime.
    if ((error as NodeJS.ErrnoException).code === 'ENOTEMPTY') requireFree(folder);
    const reason = whyNotWritten(error);
    if (reason === null) throw error;
    throw new UsageError(`${folder} could not be written: ${reason}.`, {
      remedy: 'Nothing is left half written. Mend that and try again.',
      cause: error,
    });
  }
}
