import type { Limit } from '../limit.ts';
import type { Account } from './account.ts';
import { fairLevel } from './fair-level.ts';

type AnyAccount = Account<unknown>;

/** Something that all models share: requests, or dollars. */
export interface Shared {
  readonly limit: Limit;
  readonly cap: number;
  /** What one more request of a model is expected to take. */
  readonly unit: (account: AnyAccount) => number;
  readonly used: (account: AnyAccount) => number;
  /** What was taken for good. */
  readonly settled: (account: AnyAccount) => number;
  /** One request of a model at a time, until an answer has shown what it takes: a guess may be far too low. */
  readonly wantsProof: boolean;
}

export function sharedRequests(cap: number): Shared {
  const used = ({ usedRequests }: AnyAccount): number => usedRequests;
  return { limit: 'max-requests', cap, unit: () => 1, used, settled: () => 0, wantsProof: false };
}

export function sharedMoney(cap: number): Shared {
  const unit = ({ unitUsd }: AnyAccount): number => unitUsd;
  return {
    limit: 'max-cost',
    cap,
    unit,
    used: ({ usedUsd }) => usedUsd,
    settled: ({ costUsd }) => costUsd,
    wantsProof: true,
  };
}

export type Verdict =
  | { readonly kind: 'go' | 'wait' }
  /** It never will fit. */
  | { readonly kind: 'left-out'; readonly limit: Limit };

// Sums of dollars are not exact to the last bit.
const TOLERANCE = 1e-9;
const GO: Verdict = { kind: 'go' };
const WAIT: Verdict = { kind: 'wait' };

/**
 * Whether a model's next request fits into what is shared and is within the model's fair part of it. As long as anything is
 * under way it may turn out cheaper than expected, and others may need less: then a request that does not fit waits. With
 * nothing under way it goes even beyond its part, since waiting would help no one; but not at the cost of a model that has
 * not had its turn at all yet (a server that has one model after the other).
 */
export function verdictOn(account: AnyAccount, all: readonly AnyAccount[], shared: Shared): Verdict {
  const underWay = all.reduce((sum, one) => sum + one.underWay, 0);
  const used = all.reduce((sum, one) => sum + shared.used(one), 0);
  const leftOut: Verdict = { kind: 'left-out', limit: shared.limit };
  if (shared.wantsProof && account.isUnproven && account.underWay > 0) return WAIT;
  if (used + shared.unit(account) > shared.cap + TOLERANCE || used >= shared.cap)
    return underWay > 0 ? WAIT : leftOut;
  if (isWithinShare(account, all, shared)) return GO;
  if (underWay > 0) return WAIT;
  return all.some((other) => isStillToCome(other) && isWithinShare(other, all, shared)) ? leftOut : GO;
}

function isStillToCome({ hasBegun, expectedLeft }: AnyAccount): boolean {
  return !hasBegun && expectedLeft > 0;
}

/** Water-filling: no model gets more than another, unless the other needs less. */
export function isWithinShare(account: AnyAccount, all: readonly AnyAccount[], shared: Shared): boolean {
  const needs = all.map((one) => shared.used(one) + one.wanted * shared.unit(one));
  const level = fairLevel(needs, shared.cap);
  return shared.used(account) + shared.unit(account) <= level + TOLERANCE;
}

/** Whether there is any left of what is shared. Who got room from `verdictOn` had that; others may have used it up since. */
export function isLeft(all: readonly AnyAccount[], shared: Shared): boolean {
  return all.reduce((sum, one) => sum + shared.settled(one), 0) < shared.cap;
}
