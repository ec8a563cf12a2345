import { isTrouble } from '../domain/outcome.ts';
import type { RoundResult } from '../domain/run.ts';

type Scorable = Pick<RoundResult, 'outcome' | 'grade'>;

/** Whether it counts in a mean: trouble of ours does not, nor does what could not be graded. */
export function isScored({ outcome, grade }: Scorable): boolean {
  return !isTrouble(outcome) && grade.spatial !== null;
}

/** The spatial scores that there are. */
export function scoresOf(samples: readonly Pick<Scorable, 'grade'>[]): number[] {
  return samples.flatMap(({ grade }) => (grade.spatial === null ? [] : [grade.spatial]));
}
