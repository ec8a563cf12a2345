import { describe, expect, it } from 'vitest';
import { Breaker, type LaneNews } from '../../../src/sweep/asking/breaker.ts';
import type { SweepEvent } from '../../../src/sweep/sweep-event.ts';
import { MINUTE_MS } from './asking-world.ts';

function breakerAt(startMs = 0) {
  let nowMs = startMs;
  const events: SweepEvent[] = [];
  const clock = { now: () => nowMs, sleep: async () => {} };
  const breaker = new Breaker({ laneId: 'fake', clock, onEvent: (event) => events.push(event) });
  return {
    breaker,
    events,
    now: () => nowMs,
    goTo(ms: number) {
      nowMs = ms;
    },
    send(...news: LaneNews[]) {
      for (const each of news) breaker.learn(each, breaker.send());
    },
  };
}

const FOUR_FAILURES: LaneNews[] = ['down', 'down', 'down', 'down'];

describe('Breaker', () => {
  it('rests for 15 s after five failures in a row, and says so', () => {
    const { breaker, events, send } = breakerAt(1_000);
    send(...FOUR_FAILURES);
    expect([breaker.opensAtMs(), events]).toEqual([0, []]);
    send('down');
    expect(breaker.opensAtMs()).toBe(16_000);
    expect(events).toEqual([
      {
        kind: 'waiting',
        lane: 'fake',
        why: 'down',
        untilMs: 16_000,
        reason: '5 requests in a row failed',
      },
    ]);
  });

  it.each<LaneNews>(['answered', 'rate-limit', 'refused'])('takes "%s" for a sign of life', (news) => {
    const { breaker, send } = breakerAt();
    send(...FOUR_FAILURES, news, ...FOUR_FAILURES);
    expect(breaker.opensAtMs()).toBe(0);
  });

  it('learns nothing from a request that was broken off by us', () => {
    const { breaker, send } = breakerAt();
    send(...FOUR_FAILURES, 'no-news', 'down');
    expect(breaker.opensAtMs()).toBe(15_000);
  });

  it('lets one probe out at a time', () => {
    const { breaker, goTo, send } = breakerAt();
    send(...FOUR_FAILURES, 'down');
    goTo(15_000);
    expect(breaker.admits()).toBe(true);
    const probe = breaker.send();
    expect(breaker.admits()).toBe(false);
    breaker.learn('no-news', probe);
    expect([breaker.admits(), breaker.opensAtMs()]).toEqual([true, 15_000]);
    const second = breaker.send();
    breaker.learn('answered', second);
    expect([breaker.admits(), breaker.opensAtMs()]).toEqual([true, 0]);
  });

  it('does not wait for what was sent before, nor learns from its failure', () => {
    const { breaker, events, goTo, send } = breakerAt();
    const straggler = breaker.send();
    send(...FOUR_FAILURES, 'down');
    goTo(15_000);
    const probe = breaker.send();
    breaker.learn('down', straggler);
    expect([breaker.opensAtMs(), events.length]).toEqual([15_000, 1]);
    breaker.learn('down', probe);
    expect([breaker.opensAtMs(), events.length]).toEqual([45_000, 2]);
  });

  it('closes when what was sent before is answered after all', () => {
    const { breaker, send } = breakerAt();
    const straggler = breaker.send();
    send(...FOUR_FAILURES, 'down');
    breaker.learn('answered', straggler);
    expect(breaker.opensAtMs()).toBe(0);
  });

  it('doubles the rest to five minutes, and is dead when the probe after twenty fails', () => {
    const { breaker, goTo, now, send } = breakerAt();
    send(...FOUR_FAILURES, 'down');
    const rests: number[] = [];
    while (!breaker.isDead()) {
      rests.push(breaker.opensAtMs() - now());
      goTo(breaker.opensAtMs());
      send('down');
    }
    expect(rests).toEqual([15, 30, 60, 120, 240, 300, 300, 135].map((seconds) => seconds * 1_000));
    expect(now()).toBe(20 * MINUTE_MS);
  });

  it('is not dead for want of a probe', () => {
    const { breaker, goTo, send } = breakerAt();
    send(...FOUR_FAILURES, 'down');
    goTo(60 * MINUTE_MS);
    expect([breaker.isDead(), breaker.admits()]).toEqual([false, true]);
    send('answered', ...FOUR_FAILURES);
    expect([breaker.isDead(), breaker.opensAtMs()]).toEqual([false, 0]);
  });
});
