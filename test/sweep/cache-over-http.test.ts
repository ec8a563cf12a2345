import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { ModelSettings } from '../../src/domain/model.ts';
import { openReplyCache } from '../../src/store/reply-cache.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { runSweep, type SweepOptions } from '../../src/sweep/run-sweep.ts';
import { askerOf, httpSweep, modelsThatTell, replyByAsker } from '../fixtures/http-sweep.ts';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

let server: ModelServer;
let cachePath: string;

beforeEach(async () => {
  server = await startModelServer({ text: replyByAsker, faults: { share: 0.1, seed: 5 } });
  onTestFinished(() => server.close());
  cachePath = join(temporaryFolder(), 'replies.sqlite');
});

interface Sweeping {
  readonly settings?: ModelSettings;
  readonly usesCache?: boolean;
  readonly changes?: Partial<SweepOptions>;
}

/** Runs the sweep in a folder of its own. Returns what it came to, and who was answered by the server for it. */
async function sweep({ settings = {}, usesCache = true, changes = {} }: Sweeping = {}) {
  const models = await modelsThatTell(server.variables, { settings });
  using store = createRunStore(temporaryFolder());
  using cache = usesCache ? openReplyCache(cachePath) : null;
  const before = server.requests.length;
  let cachedReplies = 0;
  const onEvent: SweepOptions['onEvent'] = (event) => {
    if (event.kind === 'replied' && event.isCached && event.costUsd === 0) cachedReplies += 1;
  };
  const result = await runSweep(httpSweep(store, { models, cache, onEvent, ...changes }));
  expect(result).toMatchObject({ finished: result.planned, troubles: 0 });
  const asked = server.requests.slice(before);
  return {
    samples: [...store.listSamples()],
    requests: store.spend().requests,
    cachedReplies,
    asked: asked.length,
    answered: asked
      .filter(({ outcome }) => outcome === 'answered')
      .map(askerOf)
      .sort(),
  };
}

type Swept = Awaited<ReturnType<typeof sweep>>;

/** What was drawn and how it was graded, without what asking took. */
const drawnIn = ({ samples }: Swept) =>
  samples.map(({ spend: _spend, durationMs: _ms, rounds, ...sample }) => ({
    ...sample,
    rounds: rounds.map(({ durationMs: _roundMs, ...round }) => round),
  }));

describe('a second sweep in another folder', () => {
  it('asks nothing, draws the same, costs nothing, and says that it is cached and took no time', async () => {
    const first = await sweep();
    expect(first.answered.length).toBeGreaterThan(90);
    expect(first.samples.map(({ spend }) => spend.isCached)).not.toContain(true);
    const second = await sweep();
    expect({ asked: second.asked, requests: second.requests, cached: second.cachedReplies }).toEqual({
      asked: 0,
      requests: 0,
      cached: first.answered.length,
    });
    expect(second.samples.map(({ spend }) => spend)).toEqual(
      first.samples.map(({ spend }) => ({
        requests: 0,
        usage: spend.usage,
        costUsd: 0,
        latencyMs: null,
        isCached: true,
      })),
    );
    expect(drawnIn(second)).toEqual(drawnIn(first));
  });

  it('asks all again without the cache, and keeps nothing in it', async () => {
    const first = await sweep({ usesCache: false });
    const second = await sweep({ usesCache: false });
    expect(second.answered).toEqual(first.answered);
    const third = await sweep();
    expect(third.answered).toEqual(first.answered);
    expect(third.cachedReplies).toBe(0);
  });

  it('asks all again with another temperature, each once', async () => {
    const first = await sweep();
    const warm = await sweep({ settings: { temperature: 0.7 } });
    expect(warm.answered).toEqual(first.answered);
    const [again, warmAgain] = [await sweep(), await sweep({ settings: { temperature: 0.7 } })];
    expect([again.asked, warmAgain.asked]).toEqual([0, 0]);
  });

  it('with more samples asks for the new ones only', async () => {
    const first = await sweep({ changes: { samples: 2 } });
    const more = await sweep({ changes: { samples: 3 } });
    expect(more.answered.length).toBeGreaterThan(0);
    expect(more.answered.filter((asker) => !/\|3, round \d+$/.test(asker))).toEqual([]);
    expect(more.cachedReplies).toBe(first.answered.length);
  });

  it('keeps no trouble: a model that was given up is asked by the next sweep', async () => {
    server.script({
      kind: 'raw',
      status: 404,
      headers: { 'content-type': 'application/json' },
      body: '{"error":{"message":"no such model","type":"not_found_error"}}',
    });
    const models = (await modelsThatTell(server.variables)).slice(0, 1);
    using store = createRunStore(temporaryFolder());
    using cache = openReplyCache(cachePath);
    const result = await runSweep(httpSweep(store, { models, cache, concurrency: 1 }));
    expect(result).toMatchObject({ planned: 18, finished: 18, troubles: 18 });
    expect(cache.stats().replies).toBe(0);
    const next = await sweep();
    expect(next.cachedReplies).toBe(0);
  });
});
