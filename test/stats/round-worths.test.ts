import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Track } from '../../src/domain/task.ts';
import { mean } from '../../src/stats/mean.ts';
import { type RoundResults, roundWorths } from '../../src/stats/round-worths.ts';
import { type Random, seededRandom } from '../../src/util/random.ts';

type Conversation = Parameters<typeof roundWorths>[0][number];

const grade = (spatial: number | null) => ({
  spatial,
  full: spatial === null ? null : spatial === 1,
  verdicts: [],
});
const drawn = (spatial: number, clean = true) => ({
  outcome: 'drawn' as const,
  clean,
  grade: grade(spatial),
});
const failed = (outcome: Outcome, spatial: number | null = 0) => ({
  outcome,
  clean: null,
  grade: grade(spatial),
});

function conversation(
  taskId: string,
  results: readonly Omit<RoundResults, 'round'>[],
  track: Track = 'repair',
): Conversation {
  const rounds = results.map((result, place) => ({ round: place + 1, ...result }));
  const last = rounds.at(-1) ?? failed('provider-trouble', null);
  return { taskId, modelId: 'fake/a', track, outcome: last.outcome, grade: last.grade, rounds };
}

const OF = { modelId: 'fake/a', track: 'repair' } as const;

describe('roundWorths', () => {
  it('follows the conversations from round to round, and carries on the last result of those that ended', () => {
    const worths = roundWorths(
      [
        conversation('t/one', [drawn(0.5)]),
        conversation('t/one', [failed('tex-error'), drawn(0.5, false), drawn(1)]),
        conversation('t/two', [failed('no-code'), drawn(0.5)]),
        conversation('t/two', [drawn(0.5, false), drawn(0.25)]),
      ],
      1,
    );
    expect(worths).toEqual([
      {
        ...OF,
        round: 1,
        samples: 4,
        reached: 1,
        spatial: 0.25,
        interval: { low: 0.25, high: 0.25 },
        drawnRate: 0.5,
        cleanRate: 0.25,
        gain: null,
      },
      {
        ...OF,
        round: 2,
        samples: 4,
        reached: 0.75,
        spatial: 0.4375,
        interval: { low: 0.375, high: 0.5 },
        drawnRate: 1,
        cleanRate: 0.75,
        gain: { mean: 0.1875, interval: { low: 0.125, high: 0.25 } },
      },
      {
        ...OF,
        round: 3,
        samples: 4,
        reached: 0.25,
        spatial: 0.5625,
        interval: { low: 0.375, high: 0.75 },
        drawnRate: 1,
        cleanRate: 1,
        gain: { mean: 0.3125, interval: { low: 0.125, high: 0.5 } },
      },
    ]);
  });

  it('leaves out a conversation with trouble of ours in any round, so that all rounds are about the same samples', () => {
    const worths = roundWorths(
      [
        conversation('t/one', [drawn(0.5), drawn(1)]),
        conversation('t/two', [drawn(0), failed('provider-trouble', null)]),
        conversation('t/two', [failed('sandbox-trouble', null), drawn(0)]),
        conversation('t/two', [drawn(0), failed('sandbox-trouble', null), drawn(0)]),
        conversation('t/two', []),
      ],
      1,
    );
    expect(worths.map(({ samples, spatial, gain }) => ({ samples, spatial, gain }))).toEqual([
      { samples: 1, spatial: 0.5, gain: null },
      { samples: 1, spatial: 1, gain: { mean: 0.5, interval: null } },
    ]);
  });

  it('has nothing to say of one shot, or of nothing but trouble', () => {
    expect(roundWorths([conversation('t/one', [drawn(1)], 'blind')], 1)).toEqual([]);
    expect(roundWorths([conversation('t/one', [])], 1)).toEqual([]);
    expect(roundWorths([], 1)).toEqual([]);
  });

  it('tells a gain that is the same in every task with no doubt, however much tasks differ', () => {
    const group = Array.from({ length: 10 }, (_, task) =>
      conversation(`t/${task}`, [drawn(task / 20), drawn(task / 20 + 0.25)]),
    );
    const [first, second] = roundWorths(group, 1);
    expect(second?.gain).toEqual({
      mean: expect.closeTo(0.25, 12),
      interval: { low: expect.closeTo(0.25, 12), high: expect.closeTo(0.25, 12) },
    });
    expect((first?.interval?.high ?? 0) - (first?.interval?.low ?? 0)).toBeGreaterThan(0.15);
  });

  it('covers the true gain in 93 to 97 of 100 made-up models', () => {
    const random = seededRandom(20_26);
    const covered = Array.from({ length: 1_000 }, (_, seed) => {
      const [, second] = roundWorths(simulate(random), seed);
      const { low, high } = second?.gain?.interval ?? { low: 1, high: 0 };
      return Number(low <= TRUE_GAIN && TRUE_GAIN <= high);
    });
    expect(mean(covered)).toBeGreaterThanOrEqual(0.93);
    expect(mean(covered)).toBeLessThanOrEqual(0.97);
  });
});

/** Half of the conversations go on, and are then worth 0.2 more on the average; the other half ends after round 1. */
const TRUE_GAIN = 0.1;

/** 12 tasks, 4 samples each: a task's first score is uniform on 0.2..0.6, what round 2 adds is uniform on 0..0.4 by task. */
function simulate(random: Random): Conversation[] {
  return Array.from({ length: 12 }, (_, task) => {
    const strength = 0.2 + 0.4 * random();
    const step = 0.4 * random();
    return Array.from({ length: 4 }, () => {
      const results = [drawn(strength)];
      if (random() < 0.5) results.push(drawn(strength + step));
      return conversation(`t/${task}`, results);
    });
  }).flat();
}
