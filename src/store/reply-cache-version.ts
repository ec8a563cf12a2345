import { UsageError } from '../domain/usage-error.ts';
import type { Database } from './database.ts';
import { CACHE_REMEDY } from './explain-cache.ts';
import { pragma } from './pragma.ts';

/** "ottc" in ASCII: marks an SQLite file as a cache of replies. */
const APPLICATION_ID = 0x6f747463;

/** One more whenever what is kept, or what a key is made of, becomes another. Older caches are emptied: they are only a cache. */
const VERSION = 1;

const TABLES = `DROP TABLE IF EXISTS replies;
  CREATE TABLE replies (
    key TEXT PRIMARY KEY, model_id TEXT NOT NULL, at TEXT NOT NULL, reply BLOB NOT NULL
  ) STRICT;
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA user_version = ${VERSION};`;

/**
 * Makes a new file a cache, and empties an older one. Throws UsageError when it is of a newer otterbench, or of something
 * else. A reply that the loss of power takes from the cache is in its run's file.
 */
export function prepareCache(database: Database): void {
  // In one transaction, so that another process that opens it now sees all or nothing.
  database.transaction(() => {
    requireCache(database);
    if (pragma(database, 'user_version') !== VERSION) database.script(TABLES);
  });
  if (pragma(database, 'journal_mode') !== 'wal') database.script('PRAGMA journal_mode = WAL');
  database.script('PRAGMA synchronous = NORMAL');
}

function requireCache(database: Database): void {
  const version = Number(pragma(database, 'user_version'));
  const isEmpty = !database.get('SELECT 1 FROM sqlite_schema');
  if (!isEmpty && pragma(database, 'application_id') !== APPLICATION_ID)
    throw new UsageError(
      `${database.path} is not the cache of replies: it is a database of something else.`,
      {
        remedy: CACHE_REMEDY,
      },
    );
  if (version > VERSION)
    throw new UsageError(
      `${database.path} has version ${version} of the cache of replies; this otterbench knows versions up to ${VERSION}.`,
      { remedy: `Update otterbench. Or: ${CACHE_REMEDY}` },
    );
}
