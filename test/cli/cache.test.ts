import { randomBytes } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReplyCache } from '../../src/store/reply-cache.ts';
import { jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const REPLY = { outcome: 'replied', text: randomBytes(100_000).toString('hex'), note: '' } as const;

/** A cache with two answers of one model and one of another. */
function filledCache() {
  const folder = temporaryFolder();
  const path = join(folder, 'replies.sqlite');
  using cache = openReplyCache(path);
  cache.keep('one', { modelId: 'openai/a', reply: REPLY, at: '2026-11-24T00:00:00.000Z' });
  cache.keep('two', { modelId: 'openai/a', reply: REPLY, at: '2026-11-25T00:00:00.000Z' });
  cache.keep('three', { modelId: 'anthropic/b', reply: REPLY, at: '2026-11-26T00:00:00.000Z' });
  return { path, environment: { OTTERBENCH_CACHE: folder } };
}

describe('otterbench cache', () => {
  it('stats says how many answers of which model are kept, and since when', async () => {
    const { path, environment } = filledCache();
    expect(jsonLines(await runOtterbench(['cache', 'stats', '--json'], { environment }))).toEqual([
      {
        path,
        replies: 3,
        bytes: expect.any(Number),
        oldestAt: '2026-11-24T00:00:00.000Z',
        newestAt: '2026-11-26T00:00:00.000Z',
        byModel: [
          { modelId: 'anthropic/b', replies: 1 },
          { modelId: 'openai/a', replies: 2 },
        ],
      },
    ]);
    const { stdout } = await runOtterbench(['cache', 'stats'], { environment });
    expect(stdout).toMatch(/replies\.sqlite: 3 answers, [\d.]+ [kM]B, from 2026-11-24T/);
    expect(stdout).toMatch(/\nopenai\/a +2\n/);
  });

  it('clear throws away the answers of one model, then all, and says what that freed', async () => {
    const { environment } = filledCache();
    const one = ['cache', 'clear', '--model', 'openai/a', '--json'];
    expect(jsonLines(await runOtterbench(one, { environment }))).toMatchObject([{ replies: 2 }]);
    const all = await runOtterbench(['cache', 'clear'], { environment });
    expect(all).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^1 answer thrown away, [\d.]+ (kB|bytes) freed\.\n$/),
      stderr: '',
    });
    const left = jsonLines(await runOtterbench(['cache', 'stats', '--json'], { environment }));
    expect(left).toMatchObject([{ replies: 0, byModel: [] }]);
  });

  it('clear throws away a file that is damaged', async () => {
    const { path, environment } = filledCache();
    writeFileSync(path, 'no database at all, but long enough to be read as one'.repeat(100));
    expect(await runOtterbench(['cache', 'stats'], { environment })).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringContaining('otterbench cache clear'),
    });
    expect(await runOtterbench(['cache', 'clear'], { environment })).toMatchObject({
      exitCode: 0,
      stdout: expect.stringMatching(/^0 answers thrown away, [\d.]+ kB freed\.\n$/),
    });
    expect(existsSync(path)).toBe(false);
  });

  it('makes no file where there is none', async () => {
    const folder = temporaryFolder();
    const environment = { OTTERBENCH_CACHE: folder };
    expect(jsonLines(await runOtterbench(['cache', 'clear', '--json'], { environment }))).toMatchObject([
      { replies: 0, freedBytes: 0 },
    ]);
    expect(jsonLines(await runOtterbench(['cache', 'stats', '--json'], { environment }))).toMatchObject([
      { replies: 0, bytes: 0 },
    ]);
    expect(existsSync(join(folder, 'replies.sqlite'))).toBe(false);
  });
});
