import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/domain/model.ts';
import type { ModelReply } from '../../../src/domain/reply.ts';
import { GivingUp } from '../../../src/sweep/asking/giving-up.ts';
import type { SweepEvent } from '../../../src/sweep/sweep-event.ts';
import { virtualClock } from '../../helpers/virtual-clock.ts';
import { answer, fakeModel, toModel, trouble } from './asking-world.ts';

const A = modelOf('fake/a', 'fake');
const B = modelOf('fake/b', 'fake');
const ELSEWHERE = modelOf('other/c', 'other');

function modelOf(id: string, laneId: string): Model {
  return toModel(fakeModel({ id, laneId }), { clock: virtualClock(), seen: [] });
}

function after(...replies: readonly [Model, ModelReply][]) {
  const events: SweepEvent[] = [];
  const givingUp = new GivingUp((event) => events.push(event));
  for (const [model, reply] of replies) givingUp.learn(model, reply);
  return { reasons: [A, B, ELSEWHERE].map((model) => givingUp.reasonFor(model)), events };
}

describe('GivingUp', () => {
  it.each(['key', 'quota'] as const)('gives up a whole lane at once for trouble with the %s', (kind) => {
    const reason = `trouble: ${kind}`;
    expect(after([A, trouble(kind)], [B, trouble(kind)])).toEqual({
      reasons: [reason, reason, null],
      events: [{ kind: 'gave-up', modelId: 'fake/a', reason }],
    });
  });

  it('gives up one model at once when it is not found', () => {
    expect(after([A, trouble('not-found')]).reasons).toEqual(['trouble: not-found', null, null]);
  });

  it('takes 403 for one model alone', () => {
    const forbidden: ModelReply = {
      outcome: 'provider-trouble',
      reason: 'no access to this model',
      trouble: { kind: 'key', status: 403, retryAfterMs: null },
    };
    expect(after([A, forbidden]).reasons).toEqual(['no access to this model', null, null]);
  });

  it('gives up a model after three refused requests, and says so once', () => {
    const refused = trouble('bad-request');
    expect(after([A, refused], [A, refused]).reasons).toEqual([null, null, null]);
    expect(after([A, refused], [A, refused], [A, refused], [A, refused])).toEqual({
      reasons: ['trouble: bad-request', null, null],
      events: [{ kind: 'gave-up', modelId: 'fake/a', reason: 'trouble: bad-request' }],
    });
  });

  it('does not give up a model for refused requests once it has answered', () => {
    const refused = trouble('bad-request');
    const { reasons } = after([A, answer()], [A, refused], [A, refused], [A, refused], [A, refused]);
    expect(reasons).toEqual([null, null, null]);
  });

  it('never gives up for trouble that passes', () => {
    const passing = (['rate-limit', 'server', 'network', 'timeout', 'malformed'] as const).flatMap((kind) =>
      Array.from({ length: 10 }, (): [Model, ModelReply] => [A, trouble(kind)]),
    );
    expect(after(...passing)).toEqual({ reasons: [null, null, null], events: [] });
  });
});
