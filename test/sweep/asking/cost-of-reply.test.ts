import { describe, expect, it } from 'vitest';
import type { ModelReply, ReplyFacts } from '../../../src/domain/reply.ts';
import { costOfReply } from '../../../src/sweep/asking/cost-of-reply.ts';
import { answer, trouble } from './asking-world.ts';

const PRICE = { inputUsd: 1, outputUsd: 2, cachedInputUsd: null, basis: 'a test' };
const USAGE = {
  inputTokens: 1_000_000,
  outputTokens: 500_000,
  reasoningTokens: null,
  cachedInputTokens: null,
};

function withFacts(reply: ModelReply, facts: Partial<ReplyFacts>): ModelReply {
  return { ...reply, facts: { ...answer(null).facts!, ...facts } };
}

const costOf = (reply: ModelReply) => costOfReply(reply, { price: PRICE });

describe('costOfReply', () => {
  it('is what the provider says, else what the tokens cost, else not known', () => {
    expect([
      costOf(withFacts(answer(), { costUsd: 0.25, usage: USAGE })),
      costOf(withFacts(answer(), { costUsd: null, usage: USAGE })),
      costOf(withFacts(answer(), { costUsd: null })),
      costOf({ outcome: 'replied', text: '', note: '' }),
    ]).toEqual([0.25, 2, null, null]);
  });

  it('is nothing for a model that costs nothing, and not known for one whose price is not', () => {
    const reply = withFacts(answer(null), { usage: USAGE });
    expect([
      costOfReply(reply, {}),
      costOfReply(trouble('timeout'), {}),
      costOfReply(reply, { price: null }),
    ]).toEqual([0, 0, null]);
  });

  it('is nothing where the provider refused or failed', () => {
    const kinds = ['rate-limit', 'server', 'network', 'key', 'quota', 'not-found', 'bad-request'] as const;
    expect(kinds.map((kind) => costOf(trouble(kind)))).toEqual(kinds.map(() => 0));
    expect(costOf({ outcome: 'provider-trouble', reason: 'not asked' })).toBe(0);
  });

  it('is not known where a request was perhaps billed', () => {
    expect([
      costOf(trouble('timeout')),
      costOf(trouble('malformed')),
      costOf(withFacts(trouble('network'), { firstTokenMs: 800 })),
    ]).toEqual([null, null, null]);
  });

  it('counts the tokens of a request that failed after they were counted', () => {
    expect([
      costOf(withFacts(trouble('network'), { usage: USAGE })),
      costOf(withFacts(trouble('server'), { usage: USAGE })),
    ]).toEqual([2, 2]);
  });
});
