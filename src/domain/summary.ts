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

/** All numbers of a run. */
export interface Summary {
  readonly models: readonly ModelSummary[];
  readonly tasks: readonly TaskSummary[];
  readonly skills: readonly SkillSummary[];
}
