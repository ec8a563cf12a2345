import type { Grade, Verdict } from '../domain/verdict.ts';

/** The weighted mean of what is met, over the criteria that could be graded; null when there is none. */
export function spatialScore(verdicts: readonly Verdict[]): number | null {
  const graded = verdicts.filter(({ outcome }) => outcome !== 'ungraded');
  const total = sumOfWeights(graded);
  if (total === 0) return null;
  return sumOfWeights(graded.filter(({ outcome }) => outcome === 'met')) / total;
}

/** Whether every criterion is met: one unmet decides; else one ungraded, or no criterion at all, leaves it open. */
function isFull(verdicts: readonly Verdict[]): boolean | null {
  if (verdicts.some(({ outcome }) => outcome === 'unmet')) return false;
  if (verdicts.length === 0 || verdicts.some(({ outcome }) => outcome === 'ungraded')) return null;
  return true;
}

/** The grade that follows from verdicts. */
export function gradeOf(verdicts: readonly Verdict[]): Grade {
  return { spatial: spatialScore(verdicts), full: isFull(verdicts), verdicts };
}

function sumOfWeights(verdicts: readonly Verdict[]): number {
  return verdicts.reduce((sum, { weight }) => sum + weight, 0);
}
