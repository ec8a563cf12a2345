import type { VerdictOutcome } from './verdict.ts';

export const JUDGE_ANSWERS = ['yes', 'no', 'unsure'] as const;
export type JudgeAnswer = (typeof JUDGE_ANSWERS)[number];

/**
 * Why a judge gave no usable answer: `unparsable` no JSON of the form that was asked for; `half-filled` this item is missing;
 * `contradicting` this item is answered twice, differently; `refused`, `empty`, `truncated` as with models;
 * `provider-trouble` no answer came (time, limits, a picture that was rejected…); `unasked` a limit of the run, or its end, came
 * before.
 */
export const JUDGE_TROUBLES = [
  'unparsable',
  'half-filled',
  'contradicting',
  'refused',
  'empty',
  'truncated',
  'provider-trouble',
  'unasked',
] as const;
export type JudgeTrouble = (typeof JUDGE_TROUBLES)[number];

/** One vote on one item. Exactly one of `answer` and `trouble` is null. */
export interface ItemVote {
  /** 1, 2, 3… */
  readonly vote: number;
  readonly answer: JudgeAnswer | null;
  readonly trouble: JudgeTrouble | null;
  /** The judge's own sentence; where there is trouble, why, in plain words. */
  readonly evidence: string;
}

/** What one judge says of one item of a drawing. `ungraded`: its votes are not all there; that is never "no". */
export interface JudgedVerdict {
  readonly id: string;
  readonly skill: string;
  readonly weight: number;
  readonly outcome: VerdictOutcome;
  /** In plain words: the count of votes, or what it needs. */
  readonly reason: string;
  /** Empty where nothing was asked: there is no drawing. Those on an item that needs what is unmet are here all the same. */
  readonly votes: readonly ItemVote[];
}

/** What a judge said is drawn before it was asked anything else. */
export interface BlindName {
  readonly vote: number;
  /** What it recognises, each thing by its name, most prominent first. Null where there is trouble. */
  readonly things: readonly string[] | null;
  /** Its sentence about the whole; where there is trouble, why. */
  readonly sentence: string;
  readonly trouble: JudgeTrouble | null;
}

/** What one judge says of one drawing. */
export interface Judgement {
  /** Id of the judging model; verdicts of different judges are never mixed. */
  readonly judgeId: string;
  /** 0..1: the weighted share of items that are met; null while one is ungraded. */
  readonly likeness: number | null;
  /** What `likeness` can still become, by the votes that there are. */
  readonly bounds: { readonly low: number; readonly high: number };
  readonly verdicts: readonly JudgedVerdict[];
  readonly blindNames: readonly BlindName[];
  /** The judge is of the maker of the model that drew, as far as both are known: it may favour its own. */
  readonly isOwnFamily: boolean;
  /** Of the rubric that was asked; where the task has another one now, this judgement is not shown. */
  readonly rubricHash: string;
  /** How often each question was to be asked. */
  readonly votesWanted: number;
}

/**
 * What a judge itself says of an item, whatever the item needs: met when more than half of the votes say yes; null while a vote is
 * missing, and where nobody was asked. By this judges are compared with each other and with what is known.
 */
export function ownOutcome({ votes }: Pick<JudgedVerdict, 'votes'>): 'met' | 'unmet' | null {
  if (votes.length === 0 || votes.some(({ answer }) => answer === null)) return null;
  return votes.filter(({ answer }) => answer === 'yes').length > votes.length / 2 ? 'met' : 'unmet';
}
