/**
 * The level L at which Σ min(need, L) equals the cap: how high each may go when a cap is shared fairly and those who need
 * less leave the rest to the others ("water-filling", max-min fairness). Infinity when all needs fit.
 */
export function fairLevel(needs: readonly number[], cap: number): number {
  const sorted = [...needs].sort((a, b) => a - b);
  let left = cap;
  for (const [index, need] of sorted.entries()) {
    const sharers = sorted.length - index;
    if (need * sharers > left) return left / sharers;
    left -= need;
  }
  return Number.POSITIVE_INFINITY;
}
