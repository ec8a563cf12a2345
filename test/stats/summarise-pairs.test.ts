import { describe, expect, it } from 'vitest';
import type { PairOutcome, PairVerdict } from '../../src/domain/pair.ts';
import { summarisePairs } from '../../src/stats/summarise-pairs.ts';

const SAMPLES = ['a', 'b', 'c'].flatMap((model) =>
  [1, 2, 3, 4].map((number) => ({
    id: `${model}${number}`,
    modelId: `fake/${model}`,
    track: 'blind' as const,
  })),
);

function pair(firstId: string, secondId: string, outcome: PairOutcome, change: Partial<PairVerdict> = {}) {
  const vote = { better: 'equal', trouble: null, evidence: '' } as const;
  return {
    judgeId: 'fake/judge',
    firstId,
    secondId,
    outcome,
    isFlip: false,
    votes: [vote, vote],
    ...change,
  } as const;
}

describe('summarisePairs', () => {
  it('counts wins, ties with those that are order flips, and what is open, model against model', () => {
    const verdicts = [
      pair('a1', 'b1', 'first'),
      pair('a2', 'b2', 'tie', { isFlip: true }),
      pair('a3', 'b3', 'tie'),
      pair('a4', 'b4', 'ungraded'),
      pair('a1', 'c1', 'second'),
    ];
    const none = { firstWins: 0, secondWins: 0, ties: 0, flips: 0, ungraded: 0 };
    const head = { judgeId: 'fake/judge', track: 'blind' };
    expect(summarisePairs(verdicts, SAMPLES)).toEqual([
      { ...head, ...none, models: ['fake/a', 'fake/b'], firstWins: 1, ties: 2, flips: 1, ungraded: 1 },
      { ...head, ...none, models: ['fake/a', 'fake/c'], secondWins: 1 },
    ]);
  });

  it('has one row for two models, whichever a pair names first', () => {
    expect(summarisePairs([pair('a1', 'b1', 'first'), pair('b2', 'a2', 'first')], SAMPLES)).toMatchObject([
      { models: ['fake/a', 'fake/b'], firstWins: 1, secondWins: 1 },
    ]);
  });

  it('keeps judges and tracks apart', () => {
    const repaired = SAMPLES.map((sample) => ({ ...sample, id: `${sample.id}r`, track: 'repair' as const }));
    const verdicts = [
      pair('a1', 'b1', 'first'),
      pair('a1', 'b1', 'second', { judgeId: 'fake/other' }),
      pair('a1r', 'b1r', 'tie'),
    ];
    expect(
      summarisePairs(verdicts, [...SAMPLES, ...repaired]).map(({ judgeId, track }) => [judgeId, track]),
    ).toEqual([
      ['fake/judge', 'blind'],
      ['fake/other', 'blind'],
      ['fake/judge', 'repair'],
    ]);
  });

  it('leaves out pairs of samples that are not there', () => {
    expect(summarisePairs([pair('a1', 'gone', 'first')], SAMPLES)).toEqual([]);
  });
});
