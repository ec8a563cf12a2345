import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ModelReply, TroubleKind } from '../../../src/domain/reply.ts';
import { seededRandom } from '../../../src/util/random.ts';
import {
  answer,
  type Course,
  countResults,
  type FakeModel,
  fakeModel,
  mostAtATime,
  NO_LIMITS,
  runCourse,
  type Seen,
  trouble,
} from './asking-world.ts';

const PASSING: readonly TroubleKind[] = ['rate-limit', 'server', 'network', 'timeout', 'malformed'];
const RUNS = { numRuns: 60 };

/** A provider that is in trouble as often as is said, and whose answers cost what they like. */
function moodyModel(mood: {
  index: number;
  lane: number;
  asks: number;
  seed: number;
  troubles: number;
  usd: number;
  guessedUsd: number;
}): FakeModel {
  const random = seededRandom(mood.seed);
  const reply = (): ModelReply => {
    if (random() >= mood.troubles) return answer(mood.usd * (0.5 + random()));
    const kind = PASSING[Math.floor(random() * PASSING.length)]!;
    return trouble(kind, random() < 0.5 ? Math.floor(random() * 20_000) : null);
  };
  return fakeModel({
    id: `fake/${mood.index}`,
    laneId: `lane ${mood.lane}`,
    asks: mood.asks,
    guessedUsd: mood.guessedUsd,
    latencyMs: () => 1 + Math.floor(random() * 5_000),
    reply,
  });
}

const moodyModels = fc
  .array(
    fc.record({
      lane: fc.integer({ min: 1, max: 2 }),
      asks: fc.integer({ min: 0, max: 30 }),
      seed: fc.integer(),
      troubles: fc.constantFrom(0, 0.1, 0.5, 1),
      usd: fc.double({ min: 0.001, max: 1, noNaN: true }),
      guessedUsd: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((moods) => moods.map((mood, index) => moodyModel({ ...mood, index })));

const cap = (max: number) => fc.option(fc.double({ min: 0, max, noNaN: true }), { nil: null });

const courses: fc.Arbitrary<Course> = fc.record({
  models: moodyModels,
  limits: fc.record({
    maxCostUsd: cap(10),
    maxRequests: fc.option(fc.integer({ min: 0, max: 60 }), { nil: null }),
    maxMinutes: cap(3),
  }),
  cellsAtATime: fc.integer({ min: 1, max: 12 }),
  mostRequests: fc.integer({ min: 1, max: 8 }),
  seed: fc.integer(),
});

const sumUsd = (seen: readonly Seen[]): number => seen.reduce((sum, { costUsd }) => sum + (costUsd ?? 0), 0);

/** What was known to be spent when a request was sent. */
function spentBefore({ sentMs }: Seen, seen: readonly Seen[]): number {
  return sumUsd(seen.filter(({ endedMs }) => endedMs < sentMs));
}

describe('whole sweeps', () => {
  it('come to an end with every ask answered or left out, and every request committed', async () => {
    await fc.assert(
      fc.asyncProperty(courses, async (course) => {
        const { results, committed, seen } = await runCourse(course);
        for (const { id, asks } of course.models) {
          expect(results[id]).toHaveLength(asks);
          expect(Object.values(countResults(results[id]!)).reduce((sum, each) => sum + each, 0)).toBe(asks);
        }
        expect(committed.filter(({ attempt }) => attempt > 0)).toHaveLength(seen.length);
      }),
      RUNS,
    );
  });

  it('never send more requests than allowed, none after the last minute, nor more at a time than allowed', async () => {
    await fc.assert(
      fc.asyncProperty(courses, async (course) => {
        const { seen } = await runCourse(course);
        const { maxRequests, maxMinutes } = course.limits!;
        expect(seen.length).toBeLessThanOrEqual(maxRequests ?? Number.POSITIVE_INFINITY);
        const endsAtMs = (maxMinutes ?? Number.POSITIVE_INFINITY) * 60_000;
        expect(seen.filter(({ sentMs }) => sentMs >= endsAtMs)).toEqual([]);
        for (const ofLane of Map.groupBy(seen, ({ laneId }) => laneId).values())
          expect(mostAtATime(ofLane)).toBeLessThanOrEqual(course.mostRequests!);
      }),
      RUNS,
    );
  });

  it('never cost more than the cap and what was under way, whatever was guessed', async () => {
    await fc.assert(
      fc.asyncProperty(courses, async (course) => {
        const { seen } = await runCourse(course);
        const { maxCostUsd } = course.limits!;
        fc.pre(maxCostUsd !== null && seen.length > 0);
        for (const one of seen) expect(spentBefore(one, seen)).toBeLessThan(maxCostUsd);
        const last = seen.at(-1)!;
        const underWay = sumUsd(seen.filter(({ endedMs }) => endedMs >= last.sentMs));
        expect(sumUsd(seen)).toBeLessThanOrEqual(maxCostUsd + underWay);
      }),
      RUNS,
    );
  });

  it('stay within the cap where requests cost what was guessed', async () => {
    const exact = fc.record({ usd: fc.constantFrom(0.01, 0.05, 0.3), asks: fc.integer({ min: 0, max: 40 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.array(exact, { minLength: 1, maxLength: 4 }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        async (all, maxCostUsd) => {
          const models = all.map(({ usd, asks }, index) =>
            fakeModel({ id: `fake/${index}`, asks, guessedUsd: usd, reply: () => answer(usd) }),
          );
          const { seen, results } = await runCourse({ models, limits: { ...NO_LIMITS, maxCostUsd } });
          expect(sumUsd(seen)).toBeLessThanOrEqual(maxCostUsd + 1e-6);
          const isAnyLeftOut = Object.values(results).some((of) => countResults(of)['max-cost']);
          // Whatever fits is used: not even the cheapest request that was left out would fit.
          const cheapest = Math.min(
            ...all
              .filter((_, index) => countResults(results[`fake/${index}`]!)['max-cost'])
              .map(({ usd }) => usd),
          );
          if (isAnyLeftOut) expect(sumUsd(seen) + cheapest).toBeGreaterThan(maxCostUsd - 1e-6);
        },
      ),
      RUNS,
    );
  });

  it('cost one request of each model at most when each is a hundred times dearer than guessed', async () => {
    const models = ['a', 'b', 'c'].map((id) =>
      fakeModel({ id, asks: 100, guessedUsd: 0.01, reply: () => answer(1), latencyMs: () => 60_000 }),
    );
    const tight = await runCourse({ models, limits: { ...NO_LIMITS, maxCostUsd: 0.5 }, cellsAtATime: 20 });
    // Two at a time at first: when they have come back, there is nothing left for the third.
    expect(tight.seen).toHaveLength(2);
    const wide = await runCourse({ models, limits: { ...NO_LIMITS, maxCostUsd: 30 }, cellsAtATime: 20 });
    expect([wide.seen.length, sumUsd(wide.seen)]).toEqual([30, 30]);
  });

  it('give no model two requests more than another that wants more', async () => {
    const paces = fc.array(
      fc.record({ asks: fc.integer({ min: 1, max: 40 }), latencyMs: fc.integer({ min: 1, max: 60_000 }) }),
      { minLength: 2, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(
        paces,
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom('maxRequests' as const, 'maxCostUsd' as const),
        async (all, most, limit) => {
          const models = all.map(({ asks, latencyMs }, index) =>
            fakeModel({
              id: `fake/${index}`,
              laneId: `lane ${index % 2}`,
              asks,
              guessedUsd: 1,
              latencyMs: () => latencyMs,
              reply: () => answer(1),
            }),
          );
          const { results } = await runCourse({ models, limits: { ...NO_LIMITS, [limit]: most } });
          const got = models.map(({ id }) => countResults(results[id]!).replied ?? 0);
          const wanting = got.filter((count, index) => count < all[index]!.asks);
          expect(Math.max(...got) - Math.min(...wanting, Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(1);
          const wanted = all.reduce((sum, { asks }) => sum + asks, 0);
          expect(got.reduce((sum, each) => sum + each, 0)).toBe(Math.min(wanted, most));
        },
      ),
      RUNS,
    );
  });

  it('take the same course each time', async () => {
    const course = () => ({
      models: [1, 2, 3].map((index) =>
        moodyModel({ index, lane: 1, asks: 200, seed: index, troubles: 0.3, usd: 0.1, guessedUsd: 0.1 }),
      ),
      limits: { ...NO_LIMITS, maxCostUsd: 40 },
      seed: 7,
    });
    const [first, second] = [await runCourse(course()), await runCourse(course())];
    expect(second.seen).toEqual(first.seen);
    expect(second.events).toEqual(first.events);
  });
});
