import type { PairOutcome, PairVerdict, PairVote } from '../../domain/pair.ts';
import type { Read } from './read-answer.ts';

/** What a judge answers about two pictures: which place the better one has. */
export type PairAnswer = Read<'first' | 'second' | 'equal'>;

/**
 * The verdict on a pair that follows from both orders: a preference only where both show it, a tie where they disagree, and
 * nothing while one of them is missing. Judges prefer places (Zheng et al. 2023, Judging LLM-as-a-Judge, §3.3), so one order says
 * nothing.
 */
export function pairVerdict(
  straight: PairAnswer,
  turned: PairAnswer,
): Pick<PairVerdict, 'outcome' | 'isFlip' | 'votes'> {
  const votes = [voteOf(straight, false), voteOf(turned, true)] as const;
  const [one, other] = votes;
  const isFlip = one.better !== null && other.better !== null && one.better === opposite(other.better);
  return { outcome: outcomeOf(one, other), isFlip: isFlip && one.better !== 'equal', votes };
}

function outcomeOf(one: PairVote, other: PairVote): PairOutcome {
  if (one.better === null || other.better === null) return 'ungraded';
  return one.better === other.better && one.better !== 'equal' ? one.better : 'tie';
}

/** An answer in the words of the pair: in the turned order what stood first is the second. */
function voteOf(read: PairAnswer, isTurned: boolean): PairVote {
  const { value, evidence } = read;
  if (value === null) return { better: null, trouble: read.trouble, evidence };
  return { better: isTurned ? opposite(value) : value, trouble: null, evidence };
}

function opposite(place: 'first' | 'second' | 'equal'): 'first' | 'second' | 'equal' {
  if (place === 'equal') return 'equal';
  return place === 'first' ? 'second' : 'first';
}
