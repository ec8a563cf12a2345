import { UsageError } from '../domain/usage-error.ts';
import { whyNotWritten } from '../util/why-not-written.ts';

/** What went wrong, and what to do, by SQLite's primary result code (sqlite.org/rescode.html). */
const BY_RESULT: Readonly<Record<number, readonly [what: string, remedy: string]>> = {
  5: ['is locked by another program', 'Wait for it to end, or name another folder.'],
  8: ['may not be written to', 'Give write permission, or name another folder.'],
  10: [
    'could not be read or written: the disk reports an error',
    'Check the disk; a copy of the run elsewhere may still be good.',
  ],
  11: ['is damaged', 'Restore it from a copy, or start a new run in another folder.'],
  13: ['could not be written: the disk is full', 'Make room and run it again: what is in the file is kept.'],
  14: ['could not be opened', 'See that the folder is there, and may be read and written.'],
  26: ['is no SQLite database', 'Name the folder of a run, or another folder.'],
};

/** SQLite's primary result code of an error, or null when it is none of SQLite's. */
export function sqliteResult(error: unknown): number | null {
  const { code, errcode } = error as { code?: unknown; errcode?: unknown };
  return code === 'ERR_SQLITE_ERROR' && typeof errcode === 'number' ? errcode & 0xff : null;
}

/** What SQLite's error says of a file, to follow its name; null where it is no trouble of the file. */
export function describeSqlite(error: unknown): string | null {
  return BY_RESULT[sqliteResult(error) ?? -1]?.[0] ?? null;
}

/** The UsageError that explains an error of SQLite about a file; what is no trouble of the file comes back as it is. */
export function explainSqlite(error: unknown, path: string): unknown {
  const known = BY_RESULT[sqliteResult(error) ?? -1];
  if (!known) return error;
  return new UsageError(`${path} ${known[0]}.`, { remedy: known[1], cause: error });
}

/** The same for a folder that could not be made. */
export function explainFolder(error: unknown, folder: string): unknown {
  const reason = whyNotWritten(error);
  if (reason === null) return error;
  const remedy = 'Name another folder, or make room for this one.';
  return new UsageError(`${folder}: expected a folder for the run, but ${reason}.`, { remedy, cause: error });
}
