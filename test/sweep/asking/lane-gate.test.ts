import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { LaneNews } from '../../../src/sweep/asking/breaker.ts';
import { LaneGate, type LaneGateOptions, type Pass, type Shut } from '../../../src/sweep/asking/lane-gate.ts';
import type { SweepEvent } from '../../../src/sweep/sweep-event.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';
import { MINUTE_MS } from './asking-world.ts';

function gateOf(changes: Partial<LaneGateOptions> = {}) {
  const clock = virtualClock();
  const events: SweepEvent[] = [];
  const gate = new LaneGate({
    laneId: 'fake',
    most: 100,
    clock,
    random: () => 0.5,
    onEvent: (event) => events.push(event),
    signal: new AbortController().signal,
    endsAtMs: Number.POSITIVE_INFINITY,
    ...changes,
  });
  const enter = async (modelId = 'a'): Promise<Pass> => {
    const pass = await gate.enter(modelId);
    if ('shut' in pass) throw new Error(pass.shut);
    return pass;
  };
  /** Lets requests through one after the other. */
  const send = async (news: LaneNews, { modelId = 'a', retryAfterMs = null as number | null } = {}) => {
    const pass = await enter(modelId);
    const sentMs = clock.now();
    pass.leave(news, retryAfterMs);
    return sentMs;
  };
  return { gate, clock, events, enter, send };
}

/** How many of these have been let through by now. */
function countIn(entering: readonly Promise<unknown>[], clock: { now(): number }): () => Promise<number> {
  let inside = 0;
  for (const each of entering) void each.then(() => (inside += 1)).catch(() => {});
  return async () => {
    clock.now();
    await new Promise((resolve) => setImmediate(resolve));
    return inside;
  };
}

describe('LaneGate', () => {
  it('asks a model one request at a time until it has answered', async () => {
    const { enter, clock } = gateOf();
    const entering = Array.from({ length: 6 }, () => enter());
    const inside = countIn(entering, clock);
    expect(await inside()).toBe(1);
    (await entering[0]!).leave('refused', null);
    expect(await inside()).toBe(2);
    (await entering[1]!).leave('answered', null);
    expect(await inside()).toBe(5);
  });

  it('asks a model one request at a time until it has answered, however wide the window is', async () => {
    const { enter, clock, send } = gateOf();
    for (let times = 0; times < 20; times += 1) await send('answered');
    const inside = countIn(
      Array.from({ length: 6 }, () => enter('b')),
      clock,
    );
    expect(await inside()).toBe(1);
  });

  it('never lets more through than the provider allows', async () => {
    const { enter, clock, send } = gateOf({ most: 3 });
    for (let times = 0; times < 20; times += 1) await send('answered');
    const inside = countIn(
      Array.from({ length: 9 }, () => enter()),
      clock,
    );
    expect(await inside()).toBe(3);
  });

  it('gives models their turns', async () => {
    const { enter, send, clock } = gateOf({ most: 1 });
    for (const modelId of ['a', 'b', 'c']) await send('answered', { modelId });
    const order: string[] = [];
    const waiting = ['a', 'a', 'a', 'b', 'c', 'b'].map(async (modelId) => {
      const pass = await enter(modelId);
      order.push(modelId);
      await clock.sleep(10);
      pass.leave('answered', null);
    });
    await clock.run(Promise.all(waiting));
    // The first finds the lane free, before the others are there.
    expect(order).toEqual(['a', 'a', 'b', 'c', 'a', 'b']);
  });

  it('sends nothing before Retry-After has passed, and then at once', async () => {
    const { send, clock, events } = gateOf();
    const times = await clock.run(
      (async () => [await send('rate-limit', { retryAfterMs: 12_345 }), await send('answered')])(),
    );
    expect(times).toEqual([0, 12_345]);
    expect(events).toEqual([
      { kind: 'waiting', lane: 'fake', why: 'rate-limit', untilMs: 12_345, reason: 'rate limited' },
    ]);
  });

  it('waits for a random time that doubles where the provider does not say how long', async () => {
    const { send, clock } = gateOf();
    const times = await clock.run(
      (async () => {
        const all: number[] = [];
        for (let request = 0; request < 8; request += 1) all.push(await send('rate-limit'));
        return all;
      })(),
    );
    const waits = times.slice(1).map((time, index) => time - times[index]!);
    expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 45_000, 45_000]);
  });

  it('begins with short waits again after an answer', async () => {
    const { send, clock } = gateOf();
    const times = await clock.run(
      (async () => {
        const all: number[] = [];
        for (const news of ['rate-limit', 'rate-limit', 'answered', 'rate-limit', 'answered'] as const)
          all.push(await send(news));
        return all;
      })(),
    );
    expect(times).toEqual([0, 1_500, 4_500, 4_500, 6_000]);
  });

  it('halves the window once for a burst of rate limits', async () => {
    const { enter, send, clock } = gateOf({ most: 8 });
    for (let times = 0; times < 20; times += 1) await send('answered');
    const burst = await Promise.all(Array.from({ length: 8 }, () => enter()));
    for (const pass of burst) pass.leave('rate-limit', 1_000);
    const next = Array.from({ length: 9 }, () => enter());
    await clock.run(next[3]!);
    expect([await countIn(next, clock)(), clock.now()]).toEqual([4, 1_000]);
  });

  it('is shut when the provider wants a rest of over ten minutes, and says why', async () => {
    const { gate, enter } = gateOf();
    const first = await enter();
    const waiting = gate.enter('a');
    first.leave('rate-limit', 10 * MINUTE_MS + 1);
    const shut: Shut = {
      shut: 'lane',
      reason: 'fake asks to wait for 11 minutes, which is too long; run again later',
    };
    expect([await waiting, await gate.enter('b')]).toEqual([shut, shut]);
  });

  it('waits for ten minutes', async () => {
    const { send, clock } = gateOf();
    const times = (async () => [
      await send('rate-limit', { retryAfterMs: 10 * MINUTE_MS }),
      await send('answered'),
    ])();
    expect(await clock.run(times)).toEqual([0, 10 * MINUTE_MS]);
  });

  it('lets nobody wait for an opening after the end', async () => {
    const { gate, send, clock } = gateOf({ endsAtMs: 60_000 });
    await send('rate-limit', { retryAfterMs: 60_000 });
    expect([await gate.enter('a'), clock.now(), clock.sleepers()]).toEqual([{ shut: 'time' }, 0, 0]);
  });

  it('sends one probe to a provider that is down, and goes on when it is back', async () => {
    const { enter, send, clock } = gateOf();
    for (let times = 0; times < 3; times += 1) await send('answered');
    for (let times = 0; times < 5; times += 1) await send('down');
    const waiting = Array.from({ length: 4 }, () => enter());
    const probe = await clock.run(waiting[0]!);
    const inside = countIn(waiting, clock);
    expect([await inside(), clock.now()]).toEqual([1, 15_000]);
    probe.leave('answered', null);
    expect(await inside()).toBe(4);
  });

  it('is shut when the provider has been down for twenty minutes', async () => {
    const { gate, send, clock } = gateOf();
    const ask = async (): Promise<Shut> => {
      for (;;) {
        const pass = await gate.enter('a');
        if ('shut' in pass) return pass;
        pass.leave('down', null);
      }
    };
    const shut = await clock.run(ask());
    expect([shut, clock.now()]).toEqual([
      { shut: 'lane', reason: 'fake has been down for too long' },
      20 * MINUTE_MS,
    ]);
    await expect(send('answered')).rejects.toThrow('lane');
  });

  it('rejects all who wait at once when it is aborted, and leaves nothing behind', async () => {
    const controller = new AbortController();
    const { gate, enter, send, clock } = gateOf({ signal: controller.signal });
    await send('rate-limit', { retryAfterMs: 5_000 });
    const waiting = ['a', 'b', 'b'].map((modelId) => gate.enter(modelId));
    expect([getEventListeners(controller.signal, 'abort').length, clock.sleepers()]).toEqual([3, 1]);
    const reason = new Error('stop');
    controller.abort(reason);
    expect(await Promise.allSettled(waiting)).toEqual(waiting.map(() => ({ status: 'rejected', reason })));
    expect([getEventListeners(controller.signal, 'abort').length, clock.sleepers()]).toEqual([0, 0]);
    await expect(enter()).rejects.toBe(reason);
  });

  it('keeps no timer once nobody waits', async () => {
    const { enter, clock } = gateOf();
    const failing: Pass[] = [];
    const first = await enter('x');
    first.leave('answered', null);
    for (let times = 0; times < 3; times += 1) failing.push(await enter('x'));
    for (const pass of failing.splice(0, 2)) pass.leave('down', null);
    for (let times = 0; times < 3; times += 1) (await enter('x')).leave('down', null);
    const waiting = enter('x');
    expect(clock.sleepers()).toBe(1);
    failing[0]!.leave('answered', null);
    await waiting;
    expect(clock.sleepers()).toBe(0);
  });
});
