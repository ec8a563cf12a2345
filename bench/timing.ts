/** Runs a step and tells how long it took. */
export async function timed<T>(
  step: () => T | Promise<T>,
): Promise<{ readonly value: T; readonly ms: number }> {
  const startedAt = performance.now();
  const value = await step();
  return { value, ms: performance.now() - startedAt };
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
