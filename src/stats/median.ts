/** The middle value, or the mean of the two in the middle; null of nothing. */
export function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const right = sorted[Math.floor(sorted.length / 2)];
  const left = sorted[Math.ceil(sorted.length / 2) - 1];
  return left === undefined || right === undefined ? null : (left + right) / 2;
}
