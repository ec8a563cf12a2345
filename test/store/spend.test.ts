import { describe, expect, it } from 'vitest';
import type { ModelReply, Usage } from '../../src/domain/reply.ts';
import type { Spend } from '../../src/domain/run.ts';
import type { Attempt } from '../../src/store/record-reply.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { attempt, CELL, DRAWN, draw, FACTS, ID, TROUBLE } from './store-world.ts';

const UNKNOWN: Usage = {
  inputTokens: null,
  outputTokens: null,
  reasoningTokens: null,
  cachedInputTokens: null,
};
const ANSWER: ModelReply = { outcome: 'replied', text: 'a', note: '', facts: FACTS };
const withFacts = (changes: Partial<typeof FACTS>): ModelReply => ({
  ...ANSWER,
  facts: { ...FACTS, ...changes },
});

/** The spend of a sample whose drawing was preceded by these attempts. */
function spendOf(...attempts: Partial<Attempt>[]): Spend {
  using store = createRunStore(temporaryFolder());
  store.addCells([CELL]);
  for (const changes of attempts.slice(0, -1)) store.recordReply(attempt(changes));
  draw(store, attempts.at(-1), { rendered: DRAWN });
  store.concludeSample(ID, { finalRound: 1, note: '' });
  const [summary] = [...store.listSummaries()];
  expect(store.readSample(ID)!.spend).toEqual(summary!.spend);
  return summary!.spend;
}

describe('what a sample took', () => {
  it('is the sum over all its requests, failed ones and those of an older prompt included', () => {
    expect(
      spendOf({ key: 'old prompt', costUsd: 0.5 }, { reply: TROUBLE, costUsd: null }, { costUsd: 0.25 }),
    ).toEqual({
      requests: 3,
      usage: { inputTokens: 20, outputTokens: 40, reasoningTokens: 10, cachedInputTokens: 6 },
      costUsd: 0.75,
      latencyMs: 200,
      isCached: false,
    });
  });

  it('is nothing but tokens where the answer came from the cache', () => {
    const reply = withFacts({ latencyMs: null, firstTokenMs: null });
    expect(spendOf({ reply, isCached: true, costUsd: 0 })).toEqual({
      requests: 0,
      usage: FACTS.usage,
      costUsd: 0,
      latencyMs: null,
      isCached: true,
    });
  });

  it('leaves cached answers out of latency', () => {
    const reply = withFacts({ latencyMs: null });
    expect(spendOf({ key: 'first', reply, isCached: true, costUsd: 0 }, {})).toMatchObject({
      requests: 1,
      latencyMs: 100,
      isCached: false,
    });
  });

  it('is nothing where no provider was asked', () => {
    expect(spendOf({ reply: { outcome: 'replied', text: 'a', note: '' }, costUsd: null })).toEqual({
      requests: 0,
      usage: UNKNOWN,
      costUsd: 0,
      latencyMs: null,
      isCached: false,
    });
  });

  it('is unknown, not 0, where a cost, a count or a time is', () => {
    const reply = withFacts({ usage: { ...FACTS.usage!, inputTokens: null }, latencyMs: null });
    expect(spendOf({ reply, costUsd: null }, {})).toEqual({
      requests: 2,
      usage: {
        ...FACTS.usage,
        inputTokens: null,
        outputTokens: 40,
        reasoningTokens: 10,
        cachedInputTokens: 6,
      },
      costUsd: null,
      latencyMs: null,
      isCached: false,
    });
  });

  it('counts the money and the tokens of an answer that was cut off', () => {
    const cut: ModelReply = { outcome: 'provider-trouble', reason: 'cut', facts: FACTS };
    expect([
      spendOf({ reply: cut, costUsd: 0.5 }, { costUsd: 0.25 }),
      spendOf({ reply: cut, costUsd: null }, { costUsd: 0.25 }),
    ]).toMatchObject([
      { requests: 2, costUsd: 0.75, usage: { outputTokens: 40 } },
      { requests: 2, costUsd: null, usage: { outputTokens: 40 } },
    ]);
  });

  it('has no tokens known where no answer ever came', () => {
    expect(spendOf({ reply: TROUBLE, costUsd: null })).toEqual({
      requests: 1,
      usage: UNKNOWN,
      costUsd: 0,
      latencyMs: null,
      isCached: false,
    });
  });
});

describe('what a run took', () => {
  it('is told by model, known and unknown costs apart', () => {
    using store = createRunStore(temporaryFolder());
    const models = ['m/a', 'm/b', 'm/file'];
    store.addCells(models.map((modelId) => ({ ...CELL, modelId })));
    const [a, b, file] = models.map((modelId) => ({ sampleId: `t/a|${modelId}|blind|1` }));
    store.recordReply(attempt({ ...a, costUsd: 0.5 }));
    store.recordReply(attempt({ ...a, costUsd: 9, isCached: true }));
    store.recordReply(attempt({ ...a, reply: TROUBLE, costUsd: null }));
    store.recordReply(attempt({ ...b, costUsd: null, reply: withFacts({ usage: null }) }));
    store.recordReply(attempt({ ...b, costUsd: 0.25, isBatch: true }));
    store.recordReply(attempt({ ...file, costUsd: null, reply: { outcome: 'replied', text: '', note: '' } }));
    expect(store.spend()).toEqual({
      requests: 4,
      costUsd: 0.75,
      unknownCosts: 1,
      byModel: new Map([
        [
          'm/a',
          { requests: 2, costUsd: 0.5, unknownCosts: 0, answers: 1, inputTokens: 10, outputTokens: 20 },
        ],
        [
          'm/b',
          { requests: 2, costUsd: 0.25, unknownCosts: 1, answers: 2, inputTokens: null, outputTokens: null },
        ],
      ]),
      byJudge: new Map(),
    });
  });

  it('is nothing before anything was asked', () => {
    using store = createRunStore(temporaryFolder());
    expect(store.spend()).toEqual({
      requests: 0,
      costUsd: 0,
      unknownCosts: 0,
      byModel: new Map(),
      byJudge: new Map(),
    });
  });
});
