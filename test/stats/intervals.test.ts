import { describe, expect, it } from 'vitest';
import { clusterBootstrap, studentT975 } from '../../src/stats/cluster-bootstrap.ts';
import { mean } from '../../src/stats/mean.ts';
import { wilsonInterval } from '../../src/stats/wilson.ts';
import { type Random, seededRandom } from '../../src/util/random.ts';

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, others for another', () => {
    const first = seededRandom(7);
    const again = seededRandom(7);
    const other = seededRandom(8);
    const numbers = Array.from({ length: 5 }, first);
    expect(Array.from({ length: 5 }, again)).toEqual(numbers);
    expect(Array.from({ length: 5 }, other)).not.toEqual(numbers);
  });

  it('spreads evenly over [0, 1)', () => {
    const random = seededRandom(1);
    const bins = new Array(10).fill(0);
    for (let index = 0; index < 100_000; index += 1) bins[Math.floor(random() * 10)] += 1;
    for (const bin of bins) expect(Math.abs(bin - 10_000)).toBeLessThan(400);
  });
});

describe('wilsonInterval', () => {
  it('gives the published values', () => {
    // 9 of 10: 0.596 to 0.982; 0 of 10: 0 to 0.278 (Agresti & Coull 1998).
    expect(wilsonInterval(9, 10)).toEqual({
      low: expect.closeTo(0.5958, 3),
      high: expect.closeTo(0.9821, 3),
    });
    expect(wilsonInterval(0, 10)).toEqual({ low: 0, high: expect.closeTo(0.2775, 3) });
    expect(wilsonInterval(10, 10)).toEqual({ low: expect.closeTo(0.7225, 3), high: 1 });
  });

  it('is null of nothing', () => {
    expect(wilsonInterval(0, 0)).toBeNull();
  });
});

describe('clusterBootstrap', () => {
  it('is null with fewer than two clusters that hold something', () => {
    expect(clusterBootstrap([], seededRandom(1))).toBeNull();
    expect(clusterBootstrap([[0.5, 0.7], []], seededRandom(1))).toBeNull();
  });

  it('has no width where all values are the same', () => {
    expect(clusterBootstrap([[0.5], [0.5, 0.5]], seededRandom(1))).toEqual({ low: 0.5, high: 0.5 });
  });

  it('is wider when the same values lie in fewer clusters', () => {
    const values = Array.from({ length: 40 }, (_, index) => index / 39);
    const width = (clusters: number[][]) => {
      const interval = clusterBootstrap(clusters, seededRandom(1))!;
      return interval.high - interval.low;
    };
    const perCluster = Array.from({ length: 8 }, (_, index) => values.slice(index * 5, index * 5 + 5));
    expect(width(perCluster)).toBeGreaterThan(1.5 * width(values.map((value) => [value])));
  });

  it('covers the truth in 93 to 97 of 100 made-up models of known strength', () => {
    const coverage = {
      few: coverageWith({ tasks: 12, samples: 4 }),
      many: coverageWith({ tasks: 40, samples: 2 }),
    };
    expect(coverage.few).toBeGreaterThanOrEqual(0.93);
    expect(coverage.few).toBeLessThanOrEqual(0.97);
    expect(coverage.many).toBeGreaterThanOrEqual(0.93);
    expect(coverage.many).toBeLessThanOrEqual(0.97);
  });

  it('uses the t of the tables', () => {
    const tables = { 3: 3.1824, 4: 2.7764, 10: 2.2281, 30: 2.0423 };
    for (const [degrees, value] of Object.entries(tables))
      expect(studentT975(Number(degrees))).toBeCloseTo(value, 1);
  });
});

/** Share of 1,000 simulated runs whose interval holds the true mean. A task's strength is uniform on 0.2..1, a sample scatters around it. */
function coverageWith({ tasks, samples }: { tasks: number; samples: number }): number {
  const random = seededRandom(20_26);
  const covered = Array.from({ length: 1_000 }, (_, seed) => {
    const clusters = Array.from({ length: tasks }, () => simulateTask(samples, random));
    const { low, high } = clusterBootstrap(clusters, seededRandom(seed))!;
    return Number(low <= 0.6 && 0.6 <= high);
  });
  return mean(covered)!;
}

function simulateTask(samples: number, random: Random): number[] {
  const strength = 0.2 + 0.8 * random();
  // Two-point scatter keeps the mean exact: ±0.2, cut by nothing.
  return Array.from({ length: samples }, () => strength + (random() < 0.5 ? -0.2 : 0.2));
}
