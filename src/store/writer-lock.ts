import { join } from 'node:path';
import { UsageError } from '../domain/usage-error.ts';
import { type Database, openDatabase } from './database.ts';
import { sqliteResult } from './explain-error.ts';

/**
 * Makes this process the one that writes into a folder, until it is disposed or dies: SQLite's own lock on
 * `run.lock`, which the system drops with the process. The reserved lock lets others read who holds it.
 * Throws UsageError that names the folder and the holder.
 */
export function lockForWriting(folder: string, pid: number): Disposable {
  const database = openDatabase(join(folder, 'run.lock'), { readOnly: false, timeoutMs: 0 });
  try {
    begin(database, folder);
    database.script(`CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL); DELETE FROM holder;
      INSERT INTO holder VALUES (${pid}); COMMIT`);
    begin(database, folder);
    return database;
  } catch (error) {
    database[Symbol.dispose]();
    throw error;
  }
}

const BUSY = 5;

function begin(database: Database, folder: string): void {
  try {
    database.script('BEGIN IMMEDIATE');
  } catch (error) {
    if (sqliteResult((error as Error).cause) !== BUSY) throw error;
    const holder = holderOf(database);
    throw new UsageError(
      `${folder} is being written by another otterbench${holder === null ? '' : ` (process ${holder})`}.`,
      {
        remedy: 'Wait for it to end, or name another folder.',
        cause: error,
      },
    );
  }
}

/** Null when the other process has the lock but has not yet written its number. */
function holderOf(database: Database): number | null {
  const isThere = database.get("SELECT 1 FROM sqlite_schema WHERE name = 'holder'");
  return isThere ? (database.get<{ pid: number }>('SELECT pid FROM holder')?.pid ?? null) : null;
}
