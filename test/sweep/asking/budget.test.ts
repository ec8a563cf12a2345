import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/domain/model.ts';
import {
  type BudgetOptions,
  createBudget,
  type LeftOut,
  type Room,
} from '../../../src/sweep/asking/budget.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';
import { fakeModel, MINUTE_MS, NO_LIMITS, toModel } from './asking-world.ts';

const SIGNAL = new AbortController().signal;

function modelOf(id: string, isFree = false): Model {
  return toModel(fakeModel({ id, isFree }), { clock: virtualClock(), seen: [] });
}

const A = modelOf('a');
const B = modelOf('b');

interface Planned {
  readonly limits?: Partial<Pick<BudgetOptions, 'maxCostUsd' | 'maxRequests' | 'maxMinutes'>>;
  /** Expected requests by model; each is guessed at a dollar. */
  readonly expected: Readonly<Record<string, number>>;
  readonly guessedUsd?: number;
  readonly spent?: BudgetOptions['spent'];
}

function budgetOf({ limits, expected, guessedUsd = 1, spent = new Map() }: Planned) {
  const clock = virtualClock();
  const models = Object.entries(expected).map(([modelId, expectedRequests]) => ({
    modelId,
    expectedRequests,
    expectedUsdPerRequest: guessedUsd,
  }));
  const budget = createBudget({ ...NO_LIMITS, ...limits, clock, spent, models });
  return {
    budget,
    clock,
    /** Asks for that many rooms and gives those that are there by now. */
    async take(model: Model, count = 1) {
      const given: (Room | LeftOut)[] = [];
      for (let times = 0; times < count; times += 1)
        void budget.take(model, SIGNAL).then((room) => given.push(room));
      const rooms = async (): Promise<Room[]> => {
        await new Promise((resolve) => setImmediate(resolve));
        return given.filter((one) => !('leftOut' in one)) as Room[];
      };
      const leftOut = () => given.flatMap((one) => ('leftOut' in one ? [one.leftOut] : []));
      await rooms();
      return { rooms, leftOut };
    },
    /** Takes room after room and pays each, until one is refused; gives how many there were. */
    async takeAll(model: Model, costUsd: number | null, isAnswered = true): Promise<number> {
      for (let count = 0; ; count += 1) {
        const room = await budget.take(model, SIGNAL);
        if ('leftOut' in room) return count;
        room.settle(costUsd, isAnswered);
      }
    },
  };
}

describe('createBudget', () => {
  it('holds nobody up where there is no limit', async () => {
    const { take } = budgetOf({ expected: { a: 0 } });
    expect(await (await take(A, 100)).rooms()).toHaveLength(100);
  });

  it('lets exactly as many requests through as are allowed, and no answer has to come first', async () => {
    const { take } = budgetOf({ limits: { maxRequests: 5 }, expected: { a: 9 } });
    const { rooms, leftOut } = await take(A, 9);
    expect([(await rooms()).length, leftOut()]).toEqual([5, []]);
    for (const room of await rooms()) room.settle(1);
    expect([(await rooms()).length, leftOut()]).toEqual([5, Array(4).fill('max-requests')]);
  });

  it('counts neither request nor money for what was not sent', async () => {
    const { take, takeAll } = budgetOf({ limits: { maxRequests: 2, maxCostUsd: 2 }, expected: { a: 2 } });
    const { rooms } = await take(A);
    const [room] = await rooms();
    room!.giveBack();
    room!.settle(100);
    expect(await takeAll(A, 1)).toBe(2);
  });

  it('settles once', async () => {
    const { take, takeAll } = budgetOf({ limits: { maxRequests: 3 }, expected: { a: 3 } });
    const [room] = await (await take(A)).rooms();
    room!.settle(1);
    room!.settle(1);
    room!.giveBack();
    expect(await takeAll(A, 1)).toBe(2);
  });

  it('lets one request of a model through until an answer has shown its price', async () => {
    const { take } = budgetOf({ limits: { maxCostUsd: 100 }, expected: { a: 50, b: 50 } });
    const ofA = await take(A, 9);
    const ofB = await take(B, 9);
    expect([(await ofA.rooms()).length, (await ofB.rooms()).length]).toEqual([1, 1]);
    (await ofA.rooms())[0]!.settle(1);
    expect([(await ofA.rooms()).length, (await ofB.rooms()).length]).toEqual([9, 1]);
  });

  it('does not take trouble for proof of a price', async () => {
    const { take } = budgetOf({ limits: { maxCostUsd: 100 }, expected: { a: 50 } });
    const { rooms } = await take(A, 9);
    (await rooms())[0]!.settle(0, false);
    expect(await rooms()).toHaveLength(2);
    (await rooms())[1]!.settle(null, false);
    expect(await rooms()).toHaveLength(3);
  });

  it('learns from what was paid: a hundred times the guess ends after the first', async () => {
    const { takeAll } = budgetOf({ limits: { maxCostUsd: 100 }, expected: { a: 50 } });
    expect(await takeAll(A, 100)).toBe(1);
  });

  it('lets more through where requests are cheaper than guessed', async () => {
    const { takeAll } = budgetOf({ limits: { maxCostUsd: 10 }, expected: { a: 100 } });
    expect(await takeAll(A, 0.1)).toBe(100);
  });

  it('counts the expectation where a cost is not known', async () => {
    const { takeAll } = budgetOf({ limits: { maxCostUsd: 10 }, expected: { a: 100 } });
    expect(await takeAll(A, null)).toBe(10);
  });

  it('counts what was spent before, unknown costs as expected, and models that are no longer asked', async () => {
    const spent = new Map([
      ['a', { requests: 4, costUsd: 2, unknownCosts: 1 }],
      ['gone', { requests: 3, costUsd: 3 }],
    ]);
    const money = budgetOf({ limits: { maxCostUsd: 10 }, expected: { a: 100 }, spent });
    expect(await money.takeAll(A, 1)).toBe(4);
    const requests = budgetOf({ limits: { maxRequests: 10 }, expected: { a: 100 }, spent });
    expect(await requests.takeAll(A, 1)).toBe(3);
  });

  it('goes on with what costs nothing when the money is spent', async () => {
    const free = modelOf('free', true);
    const { takeAll, take } = budgetOf({
      limits: { maxCostUsd: 1, maxRequests: 9 },
      expected: { a: 5, free: 9 },
    });
    expect(await takeAll(A, 1)).toBe(1);
    const { rooms } = await take(free, 3);
    expect(await rooms()).toHaveLength(3);
    for (const room of await rooms()) room.settle(0);
    expect(await takeAll(free, 0)).toBe(5);
  });

  it('does not limit what sends nothing', async () => {
    const { lane: _, ...bundled } = modelOf('bundled');
    const { take } = budgetOf({ limits: { maxRequests: 0, maxCostUsd: 0 }, expected: {} });
    expect(await (await take(bundled, 5)).rooms()).toHaveLength(5);
  });

  it('keeps a model to its share while the other one is under way', async () => {
    const { take } = budgetOf({ limits: { maxRequests: 10 }, expected: { a: 20, b: 20 } });
    const ofA = await take(A, 20);
    expect(await ofA.rooms()).toHaveLength(5);
    expect(await (await take(B, 20)).rooms()).toHaveLength(5);
  });

  it('gives the rest of a model that needs less to the others', async () => {
    const { take } = budgetOf({ limits: { maxRequests: 10 }, expected: { a: 20, b: 2 } });
    expect(await (await take(A, 20)).rooms()).toHaveLength(8);
  });

  it('gives what a finished model was expected to need to the others', async () => {
    const { budget, take } = budgetOf({ limits: { maxRequests: 10 }, expected: { a: 20, b: 20 } });
    const { rooms } = await take(A, 20);
    budget.finished('b');
    expect(await rooms()).toHaveLength(10);
  });

  it('keeps the share of a model whose turn comes later', async () => {
    const { budget, takeAll } = budgetOf({ limits: { maxRequests: 10 }, expected: { a: 20, b: 20 } });
    expect(await takeAll(A, 1)).toBe(5);
    budget.finished('a');
    expect(await takeAll(B, 1)).toBe(5);
  });

  it('lets a model go beyond its share when nothing is under way and no other is to come', async () => {
    const { take, takeAll } = budgetOf({ limits: { maxRequests: 10 }, expected: { a: 20, b: 20 } });
    for (const room of await (await take(B)).rooms()) room.settle(1);
    expect(await takeAll(A, 1)).toBe(9);
  });

  it('spends a limit that is smaller than one request of each', async () => {
    const { takeAll } = budgetOf({ limits: { maxRequests: 1 }, expected: { a: 20, b: 20 } });
    expect([await takeAll(A, 1), await takeAll(B, 1)]).toEqual([1, 0]);
  });

  it('expects one request more after one that failed', async () => {
    const { budget, take } = budgetOf({ limits: { maxRequests: 8 }, expected: { a: 2, b: 20 } });
    const [failed] = await (await take(A)).rooms();
    failed!.settle(0, false);
    const again = await budget.take(A, SIGNAL, { isRetry: true });
    expect('leftOut' in again).toBe(false);
    // A: one failed, one under way, one to come; the rest is B's.
    expect(await (await take(B, 20)).rooms()).toHaveLength(5);
  });

  it('leaves out whoever asks when the time is up', async () => {
    const { budget, clock, take, takeAll } = budgetOf({ limits: { maxMinutes: 2 }, expected: { a: 5 } });
    expect([budget.endsAtMs, budget.isOver()]).toEqual([2 * MINUTE_MS, false]);
    await clock.run(clock.sleep(2 * MINUTE_MS - 1));
    expect([budget.isOver(), await (await take(A)).rooms()]).toMatchObject([false, [{}]]);
    await clock.run(clock.sleep(1));
    expect([budget.isOver(), await takeAll(A, 1)]).toEqual([true, 0]);
  });

  it('rejects all who wait at once when it is aborted, and leaves no listener', async () => {
    const { budget } = budgetOf({ limits: { maxRequests: 1 }, expected: { a: 5 } });
    const controller = new AbortController();
    const room = (await budget.take(A, controller.signal)) as Room;
    const waiting = [A, A, B].map((model) => budget.take(model, controller.signal));
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(3);
    const reason = new Error('stop');
    controller.abort(reason);
    expect(await Promise.allSettled(waiting)).toEqual(waiting.map(() => ({ status: 'rejected', reason })));
    expect(getEventListeners(controller.signal, 'abort')).toHaveLength(0);
    room.giveBack();
    await expect(budget.take(A, controller.signal)).rejects.toBe(reason);
    expect(await budget.take(B, SIGNAL)).not.toHaveProperty('leftOut');
  });
});
