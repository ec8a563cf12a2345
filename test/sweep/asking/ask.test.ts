import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { TroubleKind } from '../../../src/domain/reply.ts';
import {
  answer,
  type Course,
  countResults,
  fakeModel,
  MINUTE_MS,
  NO_LIMITS,
  runCourse,
  trouble,
} from './asking-world.ts';

const REFUSED: readonly [TroubleKind, number][] = [
  ['key', 1],
  ['quota', 1],
  ['not-found', 1],
  ['bad-request', 3],
];

describe('createAsker', () => {
  it('commits each attempt before it tells of it, and gives the answer', async () => {
    const reply = ({ number }: { number: number }) => (number === 1 ? trouble('server') : answer(0.5));
    const { results, committed, events } = await runCourse({ models: [fakeModel({ reply })], seed: 4 });
    expect(results).toEqual({ 'fake/a': [{ kind: 'answered', reply: answer(0.5) }] });
    const startedAtMs = committed[1]!.startedAtMs;
    expect(committed).toEqual([
      {
        cell: 'fake/a 0',
        reply: trouble('server'),
        startedAtMs: 0,
        durationMs: 1_000,
        attempt: 1,
        costUsd: 0,
      },
      { cell: 'fake/a 0', reply: answer(0.5), startedAtMs, durationMs: 1_000, attempt: 2, costUsd: 0.5 },
    ]);
    const at = { id: 'fake/a 0', round: 1 };
    const replied = { kind: 'replied', ...at, isCached: false };
    expect(events).toEqual([
      { kind: 'asked', ...at, attempt: 1 },
      { ...replied, outcome: 'provider-trouble', trouble: 'server', costUsd: 0 },
      { kind: 'asked', ...at, attempt: 2 },
      { ...replied, outcome: 'replied', trouble: null, costUsd: 0.5 },
    ]);
  });

  it.each(REFUSED)('asks no more for "%s" after %i requests, and says so once', async (kind, requests) => {
    const model = fakeModel({ asks: 40, reply: () => trouble(kind) });
    const { seen, results, committed, events } = await runCourse({ models: [model], cellsAtATime: 20 });
    expect([seen.length, committed.length]).toEqual([requests, 40]);
    expect(countResults(results['fake/a']!)).toEqual({ [kind]: requests, 'not asked': 40 - requests });
    expect(results['fake/a']!.at(-1)).toEqual({
      kind: 'answered',
      reply: {
        outcome: 'provider-trouble',
        reason: `not asked, since requests like it were refused: trouble: ${kind}`,
      },
    });
    expect(events.filter((event) => event.kind === 'gave-up')).toEqual([
      { kind: 'gave-up', modelId: 'fake/a', reason: `trouble: ${kind}` },
    ]);
  });

  it('sends a wrong key twice at most, however many models share it', async () => {
    const models = ['a', 'b', 'c', 'd'].map((id) => fakeModel({ id, asks: 20, reply: () => trouble('key') }));
    const { seen, results } = await runCourse({ models });
    expect(seen).toHaveLength(2);
    expect(Object.values(results).flat()).toHaveLength(80);
  });

  it('goes on with other lanes and with other models of the lane when one is given up', async () => {
    const bad = fakeModel({ id: 'bad', asks: 10, reply: () => trouble('bad-request') });
    const good = fakeModel({ id: 'good', asks: 10 });
    const other = fakeModel({ id: 'other', laneId: 'other', asks: 10 });
    const { results } = await runCourse({ models: [bad, good, other] });
    expect(['bad', 'good', 'other'].map((id) => countResults(results[id]!))).toEqual([
      { 'bad-request': 3, 'not asked': 7 },
      { replied: 10 },
      { replied: 10 },
    ]);
  });

  it('gives the room of what was not asked to the others', async () => {
    const bad = fakeModel({ id: 'bad', asks: 30, reply: () => trouble('key') });
    const good = fakeModel({ id: 'good', laneId: 'other', asks: 30 });
    const limits = { ...NO_LIMITS, maxRequests: 20 };
    const { seen, results } = await runCourse({ models: [bad, good], limits });
    expect([seen.length, countResults(results.bad!), countResults(results.good!)]).toEqual([
      20,
      { key: 1, 'not asked': 29 },
      { replied: 19, 'max-requests': 11 },
    ]);
  });

  it('honours Retry-After to the millisecond, for all requests of the lane and no other', async () => {
    const reply = ({ number }: { number: number }) =>
      number === 4 ? trouble('rate-limit', 54_321) : answer();
    const models = [
      fakeModel({ id: 'a', asks: 6, reply }),
      fakeModel({ id: 'b', asks: 40 }),
      fakeModel({ id: 'c', laneId: 'other', asks: 40 }),
    ];
    const { seen, committed } = await runCourse({ models });
    const limited = committed.find((one) => one.reply.outcome === 'provider-trouble')!;
    const fromMs = limited.startedAtMs + limited.durationMs;
    const untilMs = fromMs + 54_321;
    const between = seen.filter(({ sentMs }) => sentMs > fromMs && sentMs < untilMs);
    expect(new Set(between.map(({ laneId }) => laneId))).toEqual(new Set(['other']));
    expect(seen.some(({ laneId, sentMs }) => laneId === 'fake' && sentMs === untilMs)).toBe(true);
  });

  it('finds out how many requests a provider bears, and finishes', async () => {
    const reply = ({ underWay }: { underWay: number }) =>
      underWay > 10 ? trouble('rate-limit', 2_000) : answer();
    const model = fakeModel({
      asks: 2_000,
      reply,
      latencyMs: ({ number, underWay }) => (underWay > 10 ? 20 : 1_000 + (number % 7)),
    });
    const { results, committed, endedMs } = await runCourse({ models: [model], cellsAtATime: 100 });
    expect(countResults(results['fake/a']!)).toEqual({ replied: 2_000 });
    const limited = committed.filter(({ reply: { outcome } }) => outcome === 'provider-trouble').length;
    // About five for each time that the window has grown past ten; without slowing down it would be thousands.
    expect(limited).toBeLessThan(300);
    // Ten at a time would take 200 s.
    expect(endedMs).toBeLessThan(600_000);
  });

  it('waits while a provider is down, and loses no cell', async () => {
    const reply = ({ atMs }: { atMs: number }) =>
      atMs > 10_000 && atMs < 5 * MINUTE_MS ? trouble('server') : answer();
    const models = [
      fakeModel({ id: 'a', asks: 500, reply }),
      fakeModel({ id: 'b', laneId: 'other', asks: 100, latencyMs: () => 2_000 }),
    ];
    const { seen, results, events } = await runCourse({ models, cellsAtATime: 12, mostRequests: 8 });
    expect(countResults([...results.a!, ...results.b!])).toEqual({ replied: 600 });
    expect(events.some((event) => event.kind === 'waiting' && event.why === 'down')).toBe(true);
    const failed = seen.filter(
      ({ laneId, sentMs }) => laneId === 'fake' && sentMs > 10_000 && sentMs < 5 * MINUTE_MS,
    );
    // Eight under way, four sent before the fifth failure, and a probe after 15, 30, 60 and 120 s.
    expect(failed).toHaveLength(16);
    const lastElsewhere = seen.filter(({ laneId }) => laneId === 'other').at(-1)!;
    expect(lastElsewhere.sentMs).toBeLessThan(60_000);
  });

  it('gives a provider up that stays down, with all its cells accounted for', async () => {
    const models = [
      fakeModel({ id: 'a', asks: 300, reply: () => trouble('network') }),
      fakeModel({ id: 'b', laneId: 'other', asks: 300 }),
    ];
    const { seen, results, endedMs } = await runCourse({ models });
    expect(countResults(results.b!)).toEqual({ replied: 300 });
    const ofA = countResults(results.a!);
    expect((ofA.network ?? 0) + (ofA['not asked'] ?? 0)).toBe(300);
    expect(seen.filter(({ modelId }) => modelId === 'a').length).toBeLessThan(20);
    expect(endedMs).toBeLessThan(25 * MINUTE_MS);
  });

  it('tries a request that fails five times and no more', async () => {
    const { seen, results } = await runCourse({ models: [fakeModel({ reply: () => trouble('malformed') })] });
    expect([seen.length, countResults(results['fake/a']!)]).toEqual([5, { malformed: 1 }]);
  });

  it('sends nothing after the last minute, and waits for nothing that comes later', async () => {
    const limits = { ...NO_LIMITS, maxMinutes: 2 };
    const steady = await runCourse({ models: [fakeModel({ asks: 1_000 })], cellsAtATime: 4, limits });
    expect(Math.max(...steady.seen.map(({ sentMs }) => sentMs))).toBeLessThan(2 * MINUTE_MS);
    const counts = countResults(steady.results['fake/a']!);
    expect((counts.replied ?? 0) + (counts['max-minutes'] ?? 0)).toBe(1_000);
    expect(counts['max-minutes']).toBeGreaterThan(0);
    const limited = fakeModel({ asks: 50, reply: () => trouble('rate-limit', 5 * MINUTE_MS) });
    const paused = await runCourse({ models: [limited], limits });
    expect([paused.endedMs, countResults(paused.results['fake/a']!)]).toEqual([1_000, { 'max-minutes': 50 }]);
    const failing = fakeModel({ reply: () => trouble('server', 5 * MINUTE_MS) });
    const waiting = await runCourse({ models: [failing], limits });
    expect([waiting.endedMs, countResults(waiting.results['fake/a']!)]).toEqual([
      1_000,
      { 'max-minutes': 1 },
    ]);
  });

  it('rejects all asks at once when it is aborted, and leaves no listener', async () => {
    const controller = new AbortController();
    const reason = new Error('stop');
    const course: Course = {
      models: [
        fakeModel({ id: 'a', asks: 50 }),
        fakeModel({
          id: 'b',
          laneId: 'limited',
          asks: 50,
          reply: () => trouble('rate-limit', 9 * MINUTE_MS),
        }),
        fakeModel({ id: 'c', laneId: 'down', asks: 50, reply: () => trouble('server', 9 * MINUTE_MS) }),
      ],
      limits: { ...NO_LIMITS, maxRequests: 60 },
      signal: controller.signal,
      onCommit: ({ startedAtMs }) => {
        if (startedAtMs > 5_000) controller.abort(reason);
      },
    };
    await expect(runCourse(course)).rejects.toBe(reason);
    await new Promise((resolve) => setImmediate(resolve));
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('stays usable when a commit throws', async () => {
    let commits = 0;
    const models = [fakeModel({ id: 'a', asks: 2, mostRequests: 1 }), fakeModel({ id: 'b', asks: 30 })];
    const course: Course = {
      models,
      limits: { ...NO_LIMITS, maxRequests: 100, maxCostUsd: 100 },
      cellsAtATime: 1,
      onCommit() {
        commits += 1;
        if (commits === 1) throw new Error('the disk is full');
      },
    };
    await expect(runCourse(course)).rejects.toThrow('the disk is full');
    expect(commits).toBeGreaterThan(0);
  });
});
