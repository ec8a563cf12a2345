import type { PairSummary } from '../../domain/summary.ts';
import type { PairDetails, PairVoteDetails } from '../data.ts';
import { count } from './amounts.ts';
import { troubleWords } from './likeness-words.ts';
import { counted } from './words.ts';

// All that comes from a judge is returned as it is: whoever shows it has to make it printable.

/** The sign of a pair's outcome, which does not rely on colour. */
export const PAIR_SIGNS = { better: '▲', worse: '▽', tie: '=', ungraded: '?' } as const;

/** What a judge finds, with a gap for whose the other drawing is: `['better than ', ', in both orders']`. */
export function pairWords({ outcome, isFlip, votes }: PairDetails): readonly [before: string, after: string] {
  if (outcome === 'better') return ['better than ', ', in both orders'];
  if (outcome === 'worse') return ['not as good as ', ', in both orders'];
  if (outcome === 'ungraded') return ['open against ', ''];
  if (isFlip) {
    const place = votes[0].better === 'this' ? 'first' : 'second';
    return ['a tie with ', `: it preferred the place, each time the drawing shown ${place}`];
  }
  const isEqual = votes.every(({ better }) => better === 'equal');
  return isEqual ? ['as good as ', ', in both orders'] : ['a tie with ', ': the two orders disagree'];
}

const VOTE_WORDS = { this: 'this one', other: 'the other one', equal: 'equal' } as const;

/** What a judge preferred in one order: `this one`; where it gave no answer, why. */
export function pairVoteWords({ better, trouble, evidence }: PairVoteDetails): string {
  if (better !== null) return VOTE_WORDS[better];
  return `open: ${troubleWords(trouble ?? 'empty', evidence)}`;
}

/** All pairs of one judge. */
function pairTotals(rows: readonly PairSummary[]): { readonly pairs: number; readonly flips: number } {
  const sum = (of: (row: PairSummary) => number): number => rows.reduce((total, row) => total + of(row), 0);
  return {
    pairs: sum(({ firstWins, secondWins, ties, ungraded }) => firstWins + secondWins + ties + ungraded),
    flips: sum(({ flips }) => flips),
  };
}

/** `preferred the place, not the drawing: 12 of 80 pairs`: a warning sign of a judge; null where it never did. */
export function flipWords(rows: readonly PairSummary[]): string | null {
  const { pairs, flips } = pairTotals(rows);
  return flips === 0
    ? null
    : `preferred the place, not the drawing: ${count(flips)} of ${counted(pairs, 'pair')}`;
}
