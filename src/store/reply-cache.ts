import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ModelReply } from '../domain/reply.ts';
import { UsageError } from '../domain/usage-error.ts';
import { makeFolder } from '../util/make-folder.ts';
import { createCleaner, type Redact } from './cleaner.ts';
import { type Database, openDatabase } from './database.ts';
import { CACHE_REMEDY, explainCache, explainCacheFolder } from './explain-cache.ts';
import { sqliteResult } from './explain-error.ts';
import { prepareCache } from './reply-cache-version.ts';

/** An answer to keep. */
export interface CachedReply {
  readonly modelId: string;
  readonly reply: ModelReply;
  /** ISO 8601, UTC. */
  readonly at: string;
}

export interface ReplyCacheStats {
  readonly replies: number;
  /** What the file takes on the disk. */
  readonly bytes: number;
  /** ISO 8601, UTC; null while there are none. */
  readonly oldestAt: string | null;
  readonly newestAt: string | null;
  /** By name. */
  readonly byModel: readonly { readonly modelId: string; readonly replies: number }[];
}

/**
 * Answers of models that all runs of a user share, by the hash of all that they depend on. Several processes may use it at
 * once. Each method throws UsageError when the file is damaged or can't be written.
 */
export interface ReplyCache extends Disposable {
  /** The answer as it was kept; it took no time and no money. Null: there is none. */
  find(key: string): ModelReply | null;
  /** Trouble is not kept, nor a second answer of the same key: other runs have used the first. */
  keep(key: string, kept: CachedReply): void;
  stats(): ReplyCacheStats;
  /** Forgets all, or what one model answered. Returns how many. */
  clear(filter?: { readonly modelId: string }): number;
}

/** Opens the cache, or makes it and the folder around it. Throws UsageError when it can't be used. */
export function openReplyCache(
  path: string,
  { redact = (text) => text }: { readonly redact?: Redact } = {},
): ReplyCache {
  try {
    makeFolder(dirname(path));
  } catch (error) {
    throw explainCacheFolder(error, dirname(path));
  }
  const database = openDatabase(path, { readOnly: false, explain: explainCache });
  try {
    prepareCache(database);
  } catch (error) {
    database[Symbol.dispose]();
    throw error;
  }
  const clean = createCleaner(redact);
  return {
    find: (key) => find(database, key),
    keep(key, { modelId, reply, at }) {
      if (reply.outcome === 'provider-trouble') return;
      database.run('INSERT OR IGNORE INTO replies (key, model_id, at, reply) VALUES (?, ?, ?, ?)', [
        key,
        clean.text(modelId),
        at,
        deflateRawSync(clean.json(reply)),
      ]);
    },
    stats: () => database.snapshot(() => readStats(database)),
    clear: (filter) => clear(database, filter?.modelId ?? null),
    [Symbol.dispose]: () => database[Symbol.dispose](),
  };
}

/** Deletes the file of a cache that can't be opened; a later version's, too. */
export function deleteReplyCache(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
}

function find(database: Database, key: string): ModelReply | null {
  const row = database.get<{ reply: Uint8Array }>('SELECT reply FROM replies WHERE key = ?', [key]);
  if (!row) return null;
  const reply = unpack(row.reply, database.path);
  if (!reply.facts) return reply;
  return { ...reply, facts: { ...reply.facts, latencyMs: null, firstTokenMs: null, costUsd: 0 } };
}

function unpack(bytes: Uint8Array, path: string): ModelReply {
  try {
    return JSON.parse(inflateRawSync(bytes).toString('utf8'));
  } catch (error) {
    throw new UsageError(`${path}, the cache of replies, is damaged.`, {
      remedy: CACHE_REMEDY,
      cause: error,
    });
  }
}

function readStats(database: Database): ReplyCacheStats {
  type Totals = {
    readonly replies: number;
    readonly oldestAt: string | null;
    readonly newestAt: string | null;
  };
  const totals = database.get<Totals>(
    'SELECT count(*) AS replies, min(at) AS oldestAt, max(at) AS newestAt FROM replies',
  );
  const size = database.get<{ bytes: number }>(
    'SELECT page_count * page_size AS bytes FROM pragma_page_count(), pragma_page_size()',
  );
  const byModel = database.all<{ modelId: string; replies: number }>(
    'SELECT model_id AS modelId, count(*) AS replies FROM replies GROUP BY model_id ORDER BY model_id',
  );
  return {
    replies: 0,
    oldestAt: null,
    newestAt: null,
    ...totals,
    bytes: size?.bytes ?? 0,
    byModel: byModel.map((row) => ({ ...row })),
  };
}

const BUSY = 5;

function clear(database: Database, modelId: string | null): number {
  const [sql, values] =
    modelId === null ? ['DELETE FROM replies', []] : ['DELETE FROM replies WHERE model_id = ?', [modelId]];
  const count = database.transaction(() => {
    database.run(sql, values);
    return database.get<{ count: number }>('SELECT changes() AS count')?.count ?? 0;
  });
  try {
    database.script('VACUUM; PRAGMA wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // While another process reads, the room is given back by a later clear; what is forgotten is forgotten.
    if (sqliteResult((error as Error).cause) !== BUSY) throw error;
  }
  return count;
}
