import { describe, expect, it } from 'vitest';
import type { Spend } from '../../src/domain/run.ts';
import { median } from '../../src/stats/median.ts';
import { summariseSpend } from '../../src/stats/summarise-spend.ts';

interface Change extends Partial<Omit<Spend, 'usage'>> {
  readonly out?: number | null;
  readonly reasoning?: number | null;
}

function spend({ out = 1000, reasoning = 400, ...changes }: Change = {}): Spend {
  const usage = {
    inputTokens: 500,
    outputTokens: out,
    reasoningTokens: reasoning,
    cachedInputTokens: null,
  };
  return { requests: 1, usage, costUsd: 0.02, latencyMs: 10_000, isCached: false, ...changes };
}

describe('summariseSpend', () => {
  it('adds requests and money, and takes means and the median of a sample', () => {
    const spends = [
      spend(),
      spend({ requests: 3, out: 3000, reasoning: 1600, costUsd: 0.06, latencyMs: 90_000 }),
      spend({ latencyMs: 20_000 }),
      spend({ latencyMs: 12_000 }),
    ];
    expect(summariseSpend(spends)).toEqual({
      requests: 6,
      cached: 0,
      outputTokens: 1500,
      reasoningShare: 2800 / 6000,
      cost: {
        totalUsd: expect.closeTo(0.12, 12),
        perSampleUsd: expect.closeTo(0.03, 12),
        known: 4,
        samples: 4,
      },
      latencyMs: 16_000,
    });
  });

  it('never takes what is not known for 0', () => {
    const unknown = spend({ out: null, reasoning: null, costUsd: null, latencyMs: null });
    expect(summariseSpend([unknown, unknown])).toEqual({
      requests: 2,
      cached: 0,
      outputTokens: null,
      reasoningShare: null,
      cost: { totalUsd: null, perSampleUsd: null, known: 0, samples: 2 },
      latencyMs: null,
    });
    expect(summariseSpend([spend(), unknown])).toMatchObject({
      outputTokens: 1000,
      reasoningShare: 0.4,
      cost: { totalUsd: 0.02, perSampleUsd: 0.02, known: 1, samples: 2 },
      latencyMs: 10_000,
    });
  });

  it('keeps answers from the cache out of means and latency, but not out of the total', () => {
    const cached = spend({ requests: 0, costUsd: 0, latencyMs: null, isCached: true, out: 9000 });
    expect(summariseSpend([cached, spend(), cached])).toEqual({
      requests: 1,
      cached: 2,
      outputTokens: 1000,
      reasoningShare: 0.4,
      cost: { totalUsd: 0.02, perSampleUsd: 0.02, known: 3, samples: 3 },
      latencyMs: 10_000,
    });
  });

  it('takes the share of reasoning only from samples that say both counts', () => {
    const silent = spend({ reasoning: null, out: 100_000 });
    expect(summariseSpend([silent, spend({ reasoning: 0 }), spend()]).reasoningShare).toBe(0.2);
  });

  it('of nothing knows nothing', () => {
    expect(summariseSpend([])).toEqual({
      requests: 0,
      cached: 0,
      outputTokens: null,
      reasoningShare: null,
      cost: { totalUsd: null, perSampleUsd: null, known: 0, samples: 0 },
      latencyMs: null,
    });
  });
});

describe('median', () => {
  it('is the middle one, or halfway between the two in the middle', () => {
    expect([median([3, 1, 2]), median([10, 1, 4, 2]), median([5]), median([])]).toEqual([2, 3, 5, null]);
  });
});
