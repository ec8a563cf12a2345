import type { Evidence } from './check.ts';

export type VerdictOutcome = 'met' | 'unmet' | 'ungraded';

/** What one criterion says of one drawing. */
export interface Verdict {
  readonly id: string;
  readonly check: string;
  readonly skill: string;
  readonly weight: number;
  /** See CheckSpec.turn. */
  readonly turn?: number;
  readonly outcome: VerdictOutcome;
  /** See Finding.margin. */
  readonly margin: number | null;
  readonly reason: string;
  readonly evidence: readonly Evidence[];
}

/** The grade of one drawing. `spatial` 0..1 or null when nothing could be graded; `full`: every criterion is met. */
export interface Grade {
  readonly spatial: number | null;
  readonly full: boolean | null;
  readonly verdicts: readonly Verdict[];
  /** Which of the task's readings the drawing is, null when none; left out where the task names none. It earns nothing. */
  readonly reading?: string | null;
  /** What comparing pixels tells; it earns nothing. Left out where there is nothing to compare with. */
  readonly pixels?: PixelMeasures;
}

/** Shares of pixels, 0..1. */
export interface PixelMeasures {
  /** Of an edit: what changed outside of the boxes of what was asked for, among the pixels with ink there. */
  readonly changedOutside?: number;
  /** How much of the drawing is as in the picture that the task refers to: 1 is the same. */
  readonly likeReference?: number;
}
