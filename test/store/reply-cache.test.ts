import { execFile } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { ModelReply } from '../../src/domain/reply.ts';
import { deleteReplyCache, openReplyCache } from '../../src/store/reply-cache.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { AT, FACTS, REPLY, TROUBLE, usageErrorOf } from './store-world.ts';

const CHILD = join(import.meta.dirname, '..', 'fixtures', 'cache-child.ts');
const LATER = '2026-02-01T00:00:00.000Z';
const REMEDY = 'Run with --no-cache, or empty the cache of replies with `otterbench cache clear`.';

const pathIn = (folder: string): string => join(folder, 'cache', 'replies.sqlite');
const kept = (reply: ModelReply, modelId = 'm/a', at = AT) => ({ modelId, reply, at });

describe('the cache of replies', () => {
  it('gives back an answer, which took no time and no money, also after it was closed', () => {
    const path = pathIn(temporaryFolder());
    const plain: ModelReply = { outcome: 'refused', text: 'no', reason: 'content filter' };
    {
      using cache = openReplyCache(path);
      cache.keep('a', kept({ ...REPLY, facts: { ...FACTS, costUsd: 3 } } as ModelReply));
      cache.keep('b', kept(plain));
    }
    using cache = openReplyCache(path);
    const facts = { ...FACTS, latencyMs: null, firstTokenMs: null, costUsd: 0 };
    expect([cache.find('a'), cache.find('b'), cache.find('c')]).toEqual([{ ...REPLY, facts }, plain, null]);
  });

  it('keeps no trouble, and the first of two answers', () => {
    using cache = openReplyCache(pathIn(temporaryFolder()));
    cache.keep('a', kept(TROUBLE));
    expect(cache.find('a')).toBeNull();
    const first: ModelReply = { outcome: 'truncated', text: 'first', reason: 'length' };
    cache.keep('a', kept(first));
    cache.keep('a', kept({ outcome: 'empty', text: '', reason: 'second' }));
    expect(cache.find('a')).toEqual(first);
  });

  it('says what it holds, and forgets what it is told to', () => {
    const path = pathIn(temporaryFolder());
    using cache = openReplyCache(path);
    expect(cache.stats()).toMatchObject({ replies: 0, oldestAt: null, newestAt: null, byModel: [] });
    const long = { ...REPLY, text: Array.from({ length: 50_000 }, (_, n) => n * n).join() } as ModelReply;
    cache.keep('a', kept(long, 'm/b', LATER));
    cache.keep('b', kept(REPLY));
    cache.keep('c', kept(REPLY));
    const { bytes, ...stats } = cache.stats();
    expect(stats).toEqual({
      replies: 3,
      oldestAt: AT,
      newestAt: LATER,
      byModel: [
        { modelId: 'm/a', replies: 2 },
        { modelId: 'm/b', replies: 1 },
      ],
    });
    expect(cache.clear({ modelId: 'm/b' })).toBe(1);
    expect(cache.stats()).toMatchObject({ replies: 2, newestAt: AT });
    expect(cache.stats().bytes).toBeLessThan(bytes / 2);
    expect(statSync(path).size).toBe(cache.stats().bytes);
    expect([cache.clear(), cache.clear(), cache.find('b')]).toEqual([2, 0, null]);
  });

  it('is made and used by several processes at once', async () => {
    const path = pathIn(temporaryFolder());
    const names = ['p1', 'p2', 'p3', 'p4'];
    const found = await Promise.all(
      names.map((name) => promisify(execFile)(process.execPath, [CHILD, path, name])),
    );
    expect(found.map(({ stdout }) => stdout)).toEqual(names.map(() => '100\n'));
    using cache = openReplyCache(path);
    expect(cache.stats().byModel).toEqual([...names, 'shared'].map((modelId) => ({ modelId, replies: 100 })));
  });

  it('forgets while another process reads it', () => {
    const path = pathIn(temporaryFolder());
    using cache = openReplyCache(path);
    cache.keep('a', kept(REPLY));
    using other = openReplyCache(path);
    expect([other.find('a') !== null, cache.clear(), other.find('a')]).toEqual([true, 1, null]);
  });
});

describe('a cache of replies that is not right', () => {
  it('is emptied when it is of an older version, and refused when it is of a newer', () => {
    const path = pathIn(temporaryFolder());
    const setVersion = (version: number) => {
      using database = new DatabaseSync(path);
      database.exec(`PRAGMA user_version = ${version}`);
    };
    {
      using cache = openReplyCache(path);
      cache.keep('a', kept(REPLY));
    }
    setVersion(0);
    {
      using cache = openReplyCache(path);
      expect(cache.find('a')).toBeNull();
      cache.keep('a', kept(REPLY));
    }
    setVersion(99);
    expect(usageErrorOf(() => openReplyCache(path))).toMatchObject({
      message: `${path} has version 99 of the cache of replies; this otterbench knows versions up to 1.`,
      remedy: `Update otterbench. Or: ${REMEDY}`,
    });
    deleteReplyCache(path);
    using cache = openReplyCache(path);
    expect(cache.find('a')).toBeNull();
  });

  it('is text, or a foreign database: said so, and left as it was', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'replies.sqlite');
    writeFileSync(path, 'This is a shopping list.\n'.repeat(100));
    expect(usageErrorOf(() => openReplyCache(path))).toMatchObject({
      message: `${path}, the cache of replies, is no SQLite database.`,
      remedy: REMEDY,
    });
    deleteReplyCache(path);
    expect(existsSync(path)).toBe(false);
    {
      using songs = new DatabaseSync(path);
      songs.exec('CREATE TABLE songs (name TEXT)');
    }
    const before = readFileSync(path);
    expect(usageErrorOf(() => openReplyCache(path))).toMatchObject({
      message: `${path} is not the cache of replies: it is a database of something else.`,
      remedy: REMEDY,
    });
    expect(readFileSync(path)).toEqual(before);
  });

  it('is damaged within an answer: said by the one who reads it', () => {
    const path = pathIn(temporaryFolder());
    using cache = openReplyCache(path);
    cache.keep('a', kept(REPLY));
    using database = new DatabaseSync(path);
    database.exec("UPDATE replies SET reply = x'ffff'");
    expect(usageErrorOf(() => cache.find('a'))).toMatchObject({
      message: `${path}, the cache of replies, is damaged.`,
      remedy: REMEDY,
    });
  });

  it('can not be made where a file stands', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'cache'), '');
    expect(usageErrorOf(() => openReplyCache(pathIn(folder)))).toMatchObject({
      message: `${join(folder, 'cache')}: expected a folder for the cache of replies, but there is a file of that name.`,
      remedy: 'Run with --no-cache, or make room for this folder.',
    });
  });

  // The superuser may write to anything.
  it.skipIf(process.getuid?.() === 0)('may not be written to', () => {
    const path = join(temporaryFolder(), 'replies.sqlite');
    openReplyCache(path)[Symbol.dispose]();
    chmodSync(path, 0o400);
    expect(usageErrorOf(() => openReplyCache(path))).toEqual({
      message: `${path}, the cache of replies, may not be written to.`,
      remedy: REMEDY,
    });
  });
});
