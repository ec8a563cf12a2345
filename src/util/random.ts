/** A generator of numbers in [0, 1). */
export type Random = () => number;

/**
 * The same numbers for the same seed, on every machine: mulberry32 (Tommy Ettinger, 2017; public domain),
 * 32 bits of state. Good enough for resampling, not for secrets.
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
