import { UsageError } from '../domain/usage-error.ts';
import { whyNotWritten } from '../util/why-not-written.ts';
import { describeSqlite } from './explain-error.ts';

/** What always helps: the cache only saves money. */
export const CACHE_REMEDY =
  'Run with --no-cache, or empty the cache of replies with `otterbench cache clear`.';

/** The UsageError that explains an error of SQLite about the cache; what is no trouble of the file comes back as it is. */
export function explainCache(error: unknown, path: string): unknown {
  const what = describeSqlite(error);
  if (what === null) return error;
  return new UsageError(`${path}, the cache of replies, ${what}.`, { remedy: CACHE_REMEDY, cause: error });
}

/** The same for its folder, where that could not be made. */
export function explainCacheFolder(error: unknown, folder: string): unknown {
  const reason = whyNotWritten(error);
  if (reason === null) return error;
  const remedy = 'Run with --no-cache, or make room for this folder.';
  return new UsageError(`${folder}: expected a folder for the cache of replies, but ${reason}.`, {
    remedy,
    cause: error,
  });
}
