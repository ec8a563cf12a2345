import type { Outcome, Stage } from './outcome.ts';
import type { Track } from './task.ts';

/** A 95 % interval; `low <= high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** One model under one track, over all of its samples. Rates and means are 0..1, over the scored samples; null where there is none. */
export interface ModelSummary {
  readonly modelId: string;
  readonly track: Track;
  readonly samples: number;
  /** Samples in the mean: all but those in trouble of ours and those of which nothing could be graded. */
  readonly scored: number;
  readonly spatial: number | null;
  /** Tasks being the clusters; null with fewer than two tasks. */
  readonly interval: Interval | null;
  readonly fullRate: number | null;
  readonly drawnRate: number | null;
  /** Drawings without a TeX error, as a share of all scored samples. */
  readonly cleanRate: number | null;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
  /** Samples in trouble of ours, left out of every mean. */
  readonly trouble: number;
  readonly spend: SpendSummary;
}

/** What a model's samples took, those in trouble included: money was paid for them too. Null: nothing is known. */
export interface SpendSummary {
  readonly requests: number;
  /** Samples whose answers all came from the response cache: in no mean, and not in the latency. */
  readonly cached: number;
  /** Mean of a sample, reasoning included. */
  readonly outputTokens: number | null;
  /** The part of the output tokens that is reasoning, over the samples that say so. */
  readonly reasoningShare: number | null;
  readonly cost: CostSummary;
  /** Median of a sample's time at the provider. */
  readonly latencyMs: number | null;
}

/** US dollars. Where `known < samples` the total is a lower bound. */
export interface CostSummary {
  /** Of all samples whose cost is known; null where it is known of none. */
  readonly totalUsd: number | null;
  /** Mean over the samples whose cost is known, and that were not from the cache. */
  readonly perSampleUsd: number | null;
  readonly known: number;
  readonly samples: number;
}

/**
 * Where the conversations of one model stood after one round. One that ended earlier counts with its last result, so
 * that every round is about the same samples: those that were scored in all of their rounds.
 */
export interface RoundWorth {
  readonly modelId: string;
  readonly track: Track;
  /** 1, 2, 3… */
  readonly round: number;
  readonly samples: number;
  /** Share of conversations that got this far. */
  readonly reached: number | null;
  readonly spatial: number | null;
  readonly interval: Interval | null;
  readonly drawnRate: number | null;
  readonly cleanRate: number | null;
  /** Spatial score compared with round 1, sample by sample; null in round 1. Tasks are the clusters of its interval. */
  readonly gain: { readonly mean: number; readonly interval: Interval | null } | null;
}

/** Mean spatial score of one model on one task. */
export interface TaskSummary {
  readonly taskId: string;
  readonly modelId: string;
  readonly track: Track;
  readonly samples: number;
  readonly spatial: number | null;
}

/** Share of criteria of one skill that a model met, weighted; `criteria` says how many verdicts that rests on. */
export interface SkillSummary {
  readonly skill: string;
  readonly modelId: string;
  readonly track: Track;
  readonly criteria: number;
  readonly rate: number | null;
}

/** What one judge says of one model under one track. Judges are never mixed: each has its own column. */
export interface LikenessSummary {
  readonly judgeId: string;
  readonly modelId: string;
  readonly track: Track;
  /**
   * Samples that it was to judge: those of tasks with a rubric that are not in trouble of ours. What the model failed to draw is
   * among them, with likeness 0.
   */
  readonly samples: number;
  /** Those of them with all verdicts, which are in the mean. */
  readonly scored: number;
  /** Mean likeness, 0..1; null where nothing is scored. */
  readonly likeness: number | null;
  /** Tasks being the clusters; null with fewer than two tasks. */
  readonly interval: Interval | null;
  /** What the mean over all samples can still become when the open verdicts come. */
  readonly bounds: { readonly low: number; readonly high: number };
  /** Verdicts that are open, for trouble of the judge. */
  readonly ungraded: number;
  /** The judge is of the model's own maker. */
  readonly isOwnFamily: boolean;
}

/** How often two judges say the same of the same item of the same drawing. */
export interface JudgeAgreement {
  readonly judgeIds: readonly [string, string];
  /** Items of which both have a verdict, where somebody was asked. */
  readonly items: number;
  readonly agreed: number;
}

/** How one judge finds the drawings of one model against those of another, over pairs on the same tasks, track and number. */
export interface PairSummary {
  readonly judgeId: string;
  readonly track: Track;
  readonly models: readonly [first: string, second: string];
  readonly firstWins: number;
  readonly secondWins: number;
  /** Those included where the two orders disagree. */
  readonly ties: number;
  /** Ties because the judge preferred a place. */
  readonly flips: number;
  readonly ungraded: number;
}

/** How often one model shows the same again in one cell, under one track. */
export interface RepeatSummary {
  readonly modelId: string;
  readonly track: Track;
  /** Samples that were compared with the others of their cell. */
  readonly samples: number;
  /** Those of them that show the same as an earlier one. */
  readonly repeated: number;
}

/** All numbers of a run. */
export interface Summary {
  readonly models: readonly ModelSummary[];
  readonly tasks: readonly TaskSummary[];
  readonly skills: readonly SkillSummary[];
  /** Round by round for each model on a track with several; empty where there is none. */
  readonly rounds: readonly RoundWorth[];
  /** Missing: nobody judged. */
  readonly likeness?: readonly LikenessSummary[];
  /** Missing: no pairs were compared. */
  readonly pairs?: readonly PairSummary[];
  /** Missing: no sample was compared with others of its cell. */
  readonly repeats?: readonly RepeatSummary[];
  /** Missing: fewer than two judges. */
  readonly agreements?: readonly JudgeAgreement[];
}
