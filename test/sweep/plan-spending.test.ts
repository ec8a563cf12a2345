import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../src/domain/model.ts';
import type { ReplyFacts } from '../../src/domain/reply.ts';
import { readPrompts } from '../../src/draw/prompts.ts';
import { openReplyCache } from '../../src/store/reply-cache.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { planSpending, type SpendingOptions } from '../../src/sweep/plan-spending.ts';
import { runSweep } from '../../src/sweep/run-sweep.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { circleModel, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const PRICE = { inputUsd: 1, outputUsd: 10, cachedInputUsd: null, basis: 'a test' };
const FACTS: ReplyFacts = {
  reasoning: null,
  stopReason: 'stop',
  usage: { inputTokens: 1_000, outputTokens: 2_000, reasoningTokens: null, cachedInputTokens: null },
  latencyMs: 5,
  firstTokenMs: 1,
  requestId: null,
  servedBy: null,
  costUsd: null,
  raw: null,
};
const DRAWING = '```latex\n\\begin{tikzpicture}\\draw (0,0) circle (1);\\end{tikzpicture}\n```';

function paid(id: string, changes: Partial<Model> = {}): Model {
  return {
    ...circleModel(id, {
      onReply: () => ({ outcome: 'replied', text: DRAWING, note: '', facts: FACTS }),
    }),
    lane: { id: 'fake', mostRequests: 4, oneModelAtATime: false },
    price: PRICE,
    ...changes,
  };
}

const tasks = [makeTask('otters/one', { tracks: ['blind', 'repair'] })];

function plan(changes: Partial<SpendingOptions>) {
  return planSpending({
    tasks,
    models: [paid('fake/a')],
    tracks: ['blind'],
    rounds: { repair: 3, sighted: 3 },
    samples: 5,
    prompts: readPrompts(join(import.meta.dirname, '../../prompts')),
    store: null,
    cache: null,
    ...changes,
  });
}

describe('planSpending', () => {
  it('guesses by what is known of a model, and says so', () => {
    const { models, requests, costUsd } = plan({
      models: [paid('fake/a', { settings: { effort: 'high' } })],
    });
    expect(requests).toEqual({ fewest: 5, most: 5 });
    expect(models[0]).toMatchObject({
      modelId: 'fake/a',
      cells: 5,
      finished: 0,
      cached: 0,
      expectedRequests: 5,
      outputTokens: 87_500,
      basis: '17,500 output tokens guessed for a drawing and its reasoning; a test',
    });
    expect(costUsd.known).toBeGreaterThan(0.875);
    expect(costUsd.known).toBeLessThan(0.885);
  });

  it('never takes an unknown price for nothing, and nothing for unknown', () => {
    const models = [
      paid('fake/a', { price: null }),
      paid('fake/b', { lane: undefined, price: undefined } as never),
    ];
    const { costUsd, models: planned } = plan({ models });
    expect(planned.map((one) => one.costUsd)).toEqual([null, 0]);
    expect(costUsd).toEqual({ known: 0, unknownModels: ['fake/a'] });
  });

  it('counts the rounds that may be needed, and what each of them says again', () => {
    const blind = plan({}).models[0];
    const repair = plan({ tracks: ['repair'] });
    expect(repair.requests).toEqual({ fewest: 5, most: 15 });
    expect(repair.models[0]?.expectedRequests).toBe(10);
    expect(repair.models[0]?.inputTokens).toBeGreaterThan(2 * (blind?.inputTokens ?? 0));
  });

  it('leaves out what is finished, takes means from the run, and needs nothing for what is in the cache', async () => {
    using store = createRunStore(temporaryFolder());
    using cache = openReplyCache(join(temporaryFolder(), 'replies.sqlite'), {});
    await runSweep(sweepOptions(store, { tasks, models: [paid('fake/a')], samples: 3, cache }));
    expect(plan({ store, cache }).models[0]).toMatchObject({
      cells: 5,
      finished: 3,
      expectedRequests: 2,
      inputTokens: 2_000,
      outputTokens: 4_000,
      costUsd: 0.042,
      basis: 'mean of 3 answers of this run; a test',
    });
    const elsewhere = plan({ cache, samples: 3 });
    expect(elsewhere).toMatchObject({ cached: 3, requests: { fewest: 0, most: 0 }, costUsd: { known: 0 } });
  });

  it('counts what more rounds or other words ask of a conversation that was finished', async () => {
    using store = createRunStore(temporaryFolder());
    const broken = '```latex\n\\begin{tikzpicture}\\undefined\\end{tikzpicture}\n```';
    const says = (id: string, text: string) =>
      paid(id, {
        reply: async () => ({ outcome: 'replied', text, note: '', facts: FACTS }),
      });
    const changes = { tasks, tracks: ['repair'], samples: 1, store, cache: null } as const;
    const models = [says('fake/broken', broken), says('fake/clean', DRAWING)];
    const rounds = { repair: 2, sighted: 3 };
    await runSweep(sweepOptions(store, { ...changes, models, rounds }));
    const finished = (more: Partial<SpendingOptions>) =>
      plan({ ...changes, models, rounds, ...more }).models.map((one) => [one.finished, one.requests.most]);
    expect(finished({})).toEqual([
      [1, 0],
      [1, 0],
    ]);
    expect(finished({ rounds: { repair: 5, sighted: 3 } })).toEqual([
      [0, 3],
      [1, 0],
    ]);
    expect(finished({ rounds: { repair: 1, sighted: 3 } })).toEqual([
      [1, 0],
      [1, 0],
    ]);
    const prompts = { ...readPrompts(join(import.meta.dirname, '../../prompts')), hash: 'other words' };
    expect(finished({ prompts })).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const dearer = plan({ ...changes, models, rounds: { repair: 5, sighted: 3 } });
    expect(dearer.models[0]?.expectedRequests).toBe(1.5);
    expect(dearer.costUsd.known).toBeGreaterThan(0);
  });

  it('is cheaper in batches', () => {
    const batches = { priceFactor: 0.5 } as never;
    const models = [paid('fake/a', { batches })];
    const ratio = plan({ models, usesBatches: true }).costUsd.known / plan({ models }).costUsd.known;
    expect(ratio).toBeCloseTo(0.5, 9);
  });
});
