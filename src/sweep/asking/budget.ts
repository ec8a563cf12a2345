import type { Model } from '../../domain/model.ts';
import type { Clock } from '../../domain/ports.ts';
import type { Limit } from '../tally.ts';
import { fairLevel } from './fair-level.ts';

/** Room for one request. Settled once, with what it cost; null: not known, so that its expectation is counted. */
export interface Room {
  settle(costUsd: number | null): void;
}

/** Hard limits of a whole sweep, spread fairly over its models. */
export interface Budget {
  /**
   * Room for a request of this model, at once or when there is some; `leftOut` when there will be none. Rejects with the
   * signal's reason. A request is let through only if what is spent, what is under way and its own expectation fit.
   */
  take(model: Model, signal: AbortSignal): Promise<Room | LeftOut>;
  /** Whether the time is up. */
  isOver(): boolean;
}

export interface LeftOut {
  readonly leftOut: Limit;
}

export interface BudgetOptions {
  readonly maxCostUsd: number | null;
  readonly maxRequests: number | null;
  readonly maxMinutes: number | null;
  readonly clock: Clock;
  /** What earlier attempts of the sweep spent. */
  readonly spent: ReadonlyMap<string, { readonly requests: number; readonly costUsd: number }>;
  readonly models: readonly {
    readonly modelId: string;
    readonly expectedRequests: number;
    /** Null: the price is not known. */
    readonly expectedUsdPerRequest: number | null;
  }[];
}

/** A share of one limit: requests, or dollars. */
interface Account {
  readonly limit: Limit;
  readonly cap: number;
  /** What one more request of a model is expected to take. */
  readonly unit: (model: ModelAccount) => number;
  readonly used: (model: ModelAccount) => number;
}

class ModelAccount {
  readonly id: string;
  requests: number;
  costUsd: number;
  expectedLeft: number;
  readonly givenUsd: number;
  #settled = 0;
  #settledUsd = 0;
  readonly #underWay = new Set<{ readonly usd: number }>();

  constructor(id: string, of: { requests: number; costUsd: number; expectedLeft: number; givenUsd: number }) {
    this.id = id;
    this.requests = of.requests;
    this.costUsd = of.costUsd;
    this.expectedLeft = of.expectedLeft;
    this.givenUsd = of.givenUsd;
  }

  /** The mean of what was paid once there is some; a dearer estimate holds until there are three. */
  get unitUsd(): number {
    const mean = this.#settled === 0 ? 0 : this.#settledUsd / this.#settled;
    return this.#settled >= 3 ? mean : Math.max(mean, this.givenUsd);
  }

  get isUnproven(): boolean {
    return this.#settled === 0;
  }

  get underWay(): number {
    return this.#underWay.size;
  }

  get underWayUsd(): number {
    return [...this.#underWay].reduce((sum, { usd }) => sum + usd, 0);
  }

  begin(): { readonly usd: number } {
    const ticket = { usd: this.unitUsd };
    this.#underWay.add(ticket);
    this.expectedLeft = Math.max(0, this.expectedLeft - 1);
    return ticket;
  }

  end(ticket: { readonly usd: number }, costUsd: number | null): void {
    if (!this.#underWay.delete(ticket)) return;
    const paid = costUsd ?? ticket.usd;
    this.requests += 1;
    this.costUsd += paid;
    this.#settled += 1;
    this.#settledUsd += paid;
  }
}

interface Waiter {
  readonly account: ModelAccount;
  readonly give: (room: Room | LeftOut) => void;
}

export function createBudget(options: BudgetOptions): Budget {
  const { clock, maxMinutes } = options;
  const startMs = clock.now();
  const accounts = new Map<string, ModelAccount>();
  const limits = limitsOf(options);
  const waiting = new Set<Waiter>();
  const isOver = (): boolean => maxMinutes !== null && clock.now() - startMs >= maxMinutes * 60_000;
  const accountOf = (id: string): ModelAccount => {
    const known = accounts.get(id) ?? openAccount(id, options);
    accounts.set(id, known);
    return known;
  };
  for (const { modelId } of options.models) accountOf(modelId);

  const grant = (account: ModelAccount): Room => {
    const ticket = account.begin();
    return {
      settle(costUsd) {
        account.end(ticket, costUsd);
        pump();
      },
    };
  };
  const pump = (): void => {
    for (const waiter of waiting) {
      const { account, give } = waiter;
      const answer = isOver()
        ? { leftOut: 'max-minutes' as const }
        : verdictFor(account, [...accounts.values()], limits);
      if (answer === 'wait') continue;
      waiting.delete(waiter);
      give(answer === 'go' ? grant(account) : answer);
    }
  };
  return {
    isOver,
    async take(model, signal) {
      signal.throwIfAborted();
      if (!model.lane) return FREE_ROOM;
      const { promise, resolve, reject } = Promise.withResolvers<Room | LeftOut>();
      const waiter: Waiter = { account: accountOf(model.id), give: resolve };
      const abort = (): void => {
        waiting.delete(waiter);
        reject(signal.reason);
      };
      signal.addEventListener('abort', abort, { once: true });
      waiting.add(waiter);
      pump();
      try {
        return await promise;
      } finally {
        signal.removeEventListener('abort', abort);
      }
    },
  };
}

const FREE_ROOM: Room = { settle: () => {} };

function openAccount(id: string, { spent, models }: BudgetOptions): ModelAccount {
  const planned = models.find(({ modelId }) => modelId === id);
  const before = spent.get(id);
  return new ModelAccount(id, {
    requests: before?.requests ?? 0,
    costUsd: before?.costUsd ?? 0,
    expectedLeft: planned?.expectedRequests ?? 0,
    givenUsd: planned?.expectedUsdPerRequest ?? 0,
  });
}

function limitsOf({ maxCostUsd, maxRequests }: BudgetOptions): readonly Account[] {
  const requests: Account = {
    limit: 'max-requests',
    cap: maxRequests ?? 0,
    unit: () => 1,
    used: ({ requests: done, underWay }) => done + underWay,
  };
  const cost: Account = {
    limit: 'max-cost',
    cap: maxCostUsd ?? 0,
    unit: ({ unitUsd }) => unitUsd,
    used: ({ costUsd, underWayUsd }) => costUsd + underWayUsd,
  };
  return [...(maxRequests === null ? [] : [requests]), ...(maxCostUsd === null ? [] : [cost])];
}

// Sums of dollars are not exact to the last bit.
const TOLERANCE = 1e-9;

/** Whether a request may go, has to wait for others, or will never fit. */
function verdictFor(
  account: ModelAccount,
  all: readonly ModelAccount[],
  limits: readonly Account[],
): 'go' | 'wait' | LeftOut {
  const underWay = all.reduce((sum, one) => sum + one.underWay, 0);
  for (const limit of limits) {
    const used = all.reduce((sum, one) => sum + limit.used(one), 0);
    // A first request shows what requests of the model cost: until then one goes at a time, even if it seems free.
    if (account.isUnproven && account.underWay > 0) return 'wait';
    if (used + limit.unit(account) > limit.cap + TOLERANCE || used >= limit.cap)
      return underWay > 0 ? 'wait' : { leftOut: limit.limit };
    if (underWay > 0 && !isFair(account, all, limit)) return 'wait';
  }
  return 'go';
}

/** Water-filling: the cap is spread so that no model gets more than another, unless the other needs less. */
function isFair(account: ModelAccount, all: readonly ModelAccount[], limit: Account): boolean {
  const needs = all.map((one) => {
    const left = Math.max(one.expectedLeft, one === account ? 1 : 0);
    return limit.used(one) + left * limit.unit(one);
  });
  const level = fairLevel(needs, limit.cap);
  return limit.used(account) + limit.unit(account) <= level + TOLERANCE;
}
