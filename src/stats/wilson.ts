import type { Interval } from '../domain/summary.ts';

/** The 97.5 % point of the normal distribution. */
const Z95 = 1.959964;

/**
 * 95 % interval of a rate (Wilson 1927, without continuity correction): honest for few trials and near 0 and 1.
 * Null without trials. Trials must be independent: not samples of one task.
 */
export function wilsonInterval(successes: number, trials: number): Interval | null {
  if (trials <= 0) return null;
  const rate = successes / trials;
  const spread = Z95 ** 2 / trials;
  const centre = (rate + spread / 2) / (1 + spread);
  const half = (Z95 / (1 + spread)) * Math.sqrt((rate * (1 - rate)) / trials + spread / (4 * trials));
  // At the ends the formula gives exactly 0 and 1, but for rounding.
  return { low: successes === 0 ? 0 : centre - half, high: successes === trials ? 1 : centre + half };
}
