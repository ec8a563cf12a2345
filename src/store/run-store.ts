import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../domain/usage-error.ts';
import { makeFolder } from '../util/make-folder.ts';
import { createCleaner, type Redact } from './cleaner.ts';
import { type Database, openDatabase } from './database.ts';
import { explainFolder } from './explain-error.ts';
import { migrate, requireRunFile } from './migrations.ts';
import type { RunReader, RunStore } from './run-access.ts';
import { reader, writer } from './run-methods.ts';
import { lockForWriting } from './writer-lock.ts';

export type { RunReader, RunStore } from './run-access.ts';

export interface WriteOptions {
  /** Takes the secrets out of every text from outside before it is written; ids, hashes and numbers stay. */
  readonly redact?: Redact;
}

const FILE = 'run.sqlite';

/** Makes the run file of a folder, or opens it to go on. Throws UsageError when that can't be, or another process writes it. */
export function createRunStore(folder: string, { redact = (text) => text }: WriteOptions = {}): RunStore {
  makeRunFolder(folder);
  const lock = lockForWriting(folder, process.pid);
  try {
    const database = openDatabase(join(folder, FILE), { readOnly: false });
    try {
      requireRunFile(database, { readOnly: false });
      migrate(database);
      return {
        ...writer({ database, clean: createCleaner(redact) }, folder),
        [Symbol.dispose]: () => close(database, lock),
      };
    } catch (error) {
      database[Symbol.dispose]();
      throw error;
    }
  } catch (error) {
    lock[Symbol.dispose]();
    throw error;
  }
}

function close(database: Database, lock: Disposable): void {
  database[Symbol.dispose]();
  lock[Symbol.dispose]();
}

function makeRunFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (error) {
    throw explainFolder(error, folder);
  }
}

/** Opens the run file of a folder. Throws UsageError when there is none, or it is something else. */
export function openRunStore(folder: string, options: { readonly readOnly: true }): RunReader;
export function openRunStore(
  folder: string,
  options?: WriteOptions & { readonly readOnly?: false },
): RunStore;
export function openRunStore(
  folder: string,
  { readOnly = false, ...options }: WriteOptions & { readonly readOnly?: boolean } = {},
): RunReader {
  const path = join(folder, FILE);
  if (!existsSync(path)) {
    throw new UsageError(`${folder}: expected the folder of a run, but it holds no ${FILE}.`, {
      remedy: 'Name the folder that was given to `otterbench run --out`.',
    });
  }
  if (!readOnly) return createRunStore(folder, options);
  const database = openDatabase(path, { readOnly: true });
  try {
    requireRunFile(database, { readOnly: true });
    return { ...reader(database, folder), [Symbol.dispose]: () => database[Symbol.dispose]() };
  } catch (error) {
    database[Symbol.dispose]();
    throw error;
  }
}
