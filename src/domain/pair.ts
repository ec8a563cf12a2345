import type { JudgeTrouble } from './judgement.ts';

/** Which drawing of a pair a judge prefers, once both orders are asked. `tie` also where the orders disagree. */
export type PairOutcome = 'first' | 'second' | 'tie' | 'ungraded';

/** What a judge said when it was shown the two in one order. Exactly one of `better` and `trouble` is null. */
export interface PairVote {
  /** Of the pair, whichever was shown first. */
  readonly better: 'first' | 'second' | 'equal' | null;
  readonly trouble: JudgeTrouble | null;
  readonly evidence: string;
}

/** Which of two drawings of one task one judge finds better drawn. */
export interface PairVerdict {
  readonly judgeId: string;
  /** Ids of samples. */
  readonly firstId: string;
  readonly secondId: string;
  readonly outcome: PairOutcome;
  /** It preferred what stood in the same place both times: it judged the place, not the drawing. */
  readonly isFlip: boolean;
  /** Shown as first and second, then the other way round. */
  readonly votes: readonly [PairVote, PairVote];
}
