import type { Interval } from '../domain/summary.ts';
import type { Random } from '../util/random.ts';

/** How often clusters are drawn anew: enough that the ends move by less than half a point from seed to seed. */
const RESAMPLES = 2_000;

/**
 * 95 % interval of the mean over all values, which come in clusters (the samples of a task) that are not independent:
 * whole clusters are drawn with replacement (Davison & Hinkley 1997, §3.8). Plain percentiles are too narrow for few
 * clusters, so deviations are widened by √(n/(n−1)) and by Student's t over the normal (Hesterberg 2015, §3.2).
 * Null with fewer than two clusters: nothing then tells how tasks differ.
 */
export function clusterBootstrap(clusters: readonly (readonly number[])[], random: Random): Interval | null {
  const filled = clusters.filter((cluster) => cluster.length > 0);
  const count = filled.length;
  if (count < 2) return null;
  const totals = filled.map((cluster) => ({
    sum: cluster.reduce((sum, value) => sum + value, 0),
    size: cluster.length,
  }));
  const means = Float64Array.from({ length: RESAMPLES }, () => resampledMean(totals, random)).sort();
  const middle = ratio(totals);
  const tail = widenedTail(count);
  const low = quantile(means, tail);
  const high = quantile(means, 1 - tail);
  return { low: Math.min(low, middle), high: Math.max(high, middle) };
}

interface Total {
  readonly sum: number;
  readonly size: number;
}

function ratio(totals: readonly Total[]): number {
  let sum = 0;
  let size = 0;
  for (const total of totals) {
    sum += total.sum;
    size += total.size;
  }
  return sum / size;
}

function resampledMean(totals: readonly Total[], random: Random): number {
  const drawn: Total[] = [];
  for (let index = 0; index < totals.length; index += 1) {
    const total = totals[Math.floor(random() * totals.length)];
    if (total) drawn.push(total);
  }
  return ratio(drawn);
}

/** Share in each tail after Hesterberg's expansion: Φ(−√(n/(n−1)) · t(0.975, n−1)). */
function widenedTail(count: number): number {
  return normalCdf(-Math.sqrt(count / (count - 1)) * studentT975(count - 1));
}

/** The 97.5 % point of Student's t: exact for 1 and 2 degrees, else Cornish and Fisher's expansion (error below 0.01 from 3 on). */
export function studentT975(degrees: number): number {
  if (degrees === 1) return 12.7062;
  if (degrees === 2) return 4.30265;
  const z = 1.959964;
  const z3 = z ** 3;
  const z5 = z ** 5;
  const z7 = z ** 7;
  const first = (z3 + z) / 4;
  const second = (5 * z5 + 16 * z3 + 3 * z) / 96;
  const third = (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / 384;
  const fourth = (79 * z ** 9 + 776 * z7 + 1482 * z5 - 1920 * z3 - 945 * z) / 92160;
  return z + first / degrees + second / degrees ** 2 + third / degrees ** 3 + fourth / degrees ** 4;
}

/** Φ by Abramowitz and Stegun 26.2.17 (error below 7.5e-8). */
function normalCdf(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const series =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const upper = (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return z >= 0 ? 1 - upper : upper;
}

function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const left = sorted[below] ?? 0;
  const right = sorted[Math.min(below + 1, sorted.length - 1)] ?? left;
  return left + (right - left) * (place - below);
}
