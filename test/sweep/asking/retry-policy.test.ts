import { describe, expect, it } from 'vitest';
import type { Trouble, TroubleKind } from '../../../src/domain/reply.ts';
import { TROUBLE_KINDS } from '../../../src/domain/reply.ts';
import { Tries } from '../../../src/sweep/asking/retry-policy.ts';

const troubleOf = (kind: TroubleKind, retryAfterMs: number | null = null): Trouble => ({
  kind,
  status: null,
  retryAfterMs,
});

function delays(trouble: Trouble, { random = 0.5, durationMs = 0 } = {}): number[] {
  const tries = new Tries(() => random);
  const all: number[] = [];
  for (
    let delay = tries.delayAfter(trouble, durationMs);
    delay !== null;
    delay = tries.delayAfter(trouble, durationMs)
  )
    all.push(delay);
  return all;
}

describe('Tries', () => {
  it('bounds the requests by what went wrong', () => {
    const requests = TROUBLE_KINDS.map((kind) => [kind, delays(troubleOf(kind)).length + 1]);
    expect(Object.fromEntries(requests)).toEqual({
      'rate-limit': 10,
      server: 5,
      network: 5,
      timeout: 3,
      malformed: 5,
      key: 1,
      quota: 1,
      'not-found': 1,
      'bad-request': 1,
    });
  });

  it('waits twice as long each time, with full jitter', () => {
    expect([delays(troubleOf('server')), delays(troubleOf('server'), { random: 0 })]).toEqual([
      [500, 1_000, 2_000, 4_000],
      [0, 0, 0, 0],
    ]);
  });

  it('leaves the waiting for a rate limit to the lane', () => {
    expect(delays(troubleOf('rate-limit', 30_000))).toEqual(Array(9).fill(0));
  });

  it('never comes before Retry-After', () => {
    expect(delays(troubleOf('server', 3_000))).toEqual([3_000, 3_000, 3_000, 4_000]);
  });

  it('does not wait for over ten minutes', () => {
    expect([delays(troubleOf('server', 600_001)), delays(troubleOf('rate-limit', 600_001))]).toEqual([
      [],
      [],
    ]);
    expect(delays(troubleOf('network', 600_000))).toHaveLength(4);
  });

  it('is over after an hour of requests and waits', () => {
    expect(delays(troubleOf('server'), { durationMs: 29 * 60_000 })).toEqual([500, 1_000]);
  });

  it('counts each kind for itself', () => {
    const tries = new Tries(() => 0.5);
    const kinds: TroubleKind[] = ['timeout', 'server', 'timeout', 'server', 'timeout'];
    expect(kinds.map((kind) => tries.delayAfter(troubleOf(kind), 0))).toEqual([500, 500, 1_000, 1_000, null]);
  });
});
