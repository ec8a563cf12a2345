import type { Database } from './database.ts';

/** The value of one of SQLite's settings, or of a count that it keeps. */
export function pragma(database: Database, name: string): unknown {
  return Object.values(database.get<Record<string, unknown>>(`PRAGMA ${name}`) ?? {})[0] ?? 0;
}
