import { describe, expect, it } from 'vitest';
import type { Spend } from '../../src/domain/run.ts';
import { duration, spendWords, usd } from '../../src/report/page/amounts.ts';

const SPEND: Spend = {
  requests: 2,
  usage: { inputTokens: 900, outputTokens: 3120, reasoningTokens: 1800, cachedInputTokens: null },
  costUsd: 0.0312,
  latencyMs: 41_200,
  isCached: false,
};
const UNKNOWN = { inputTokens: null, outputTokens: null, reasoningTokens: null, cachedInputTokens: null };

describe('usd', () => {
  it('keeps two digits of small amounts and the cents of large ones, and never rounds something to nothing', () => {
    expect([0, 0.000_03, 0.000_31, 0.0312, 0.5, 1, 12.345, 1234.5].map(usd)).toEqual([
      '$0',
      'under $0.0001',
      '$0.00031',
      '$0.031',
      '$0.5',
      '$1.00',
      '$12.35',
      '$1,234.50',
    ]);
  });
});

describe('duration', () => {
  it('is said in the units that a reader would take', () => {
    expect(
      [40, 9_000, 9_940, 9_960, 41_200, 59_700, 120_000, 125_000, 3_600_000, 4_200_000].map(duration),
    ).toEqual([
      'under 0.1 s',
      '9 s',
      '9.9 s',
      '10 s',
      '41 s',
      '1 min',
      '2 min',
      '2 min 5 s',
      '1 h',
      '1 h 10 min',
    ]);
  });
});

describe('what a sample took', () => {
  it('is said in one line', () => {
    expect(spendWords(SPEND)).toBe('2 requests · 3,120 tokens out, 1,800 of them reasoning · $0.031 · 41 s');
  });

  it('is unknown where it is not known, and never $0', () => {
    expect(spendWords({ ...SPEND, usage: UNKNOWN, costUsd: null })).toBe('2 requests · cost unknown · 41 s');
  });

  it('says that it comes from the cache', () => {
    const cached = { ...SPEND, requests: 0, costUsd: 0, latencyMs: null, isCached: true };
    expect(spendWords(cached)).toBe('from the cache · 3,120 tokens out, 1,800 of them reasoning');
  });

  it('counts requests that only failed', () => {
    const failed = { requests: 5, usage: UNKNOWN, costUsd: 0, latencyMs: null, isCached: false };
    expect(spendWords(failed)).toBe('5 requests · $0');
  });

  it('is nothing for a drawing from a file', () => {
    const file = { requests: 0, usage: UNKNOWN, costUsd: 0, latencyMs: null, isCached: false };
    expect(spendWords(file)).toBeNull();
    expect(spendWords({ ...file, costUsd: null })).toBeNull();
  });
});
