import type { Model } from '../../domain/model.ts';
import type { Clock } from '../../domain/ports.ts';
import type { Limit } from '../limit.ts';
import { Account, type Ticket } from './account.ts';
import {
  isLeft,
  isWithinShare,
  type Shared,
  sharedMoney,
  sharedRequests,
  type Verdict,
  verdictOn,
} from './shares.ts';

/** Room for one request. It is given up once, by the first of the two; what comes after that does nothing. */
export interface Room {
  /** The request was sent. `costUsd` null: not known, so that its expectation is counted. `isAnswered` (default): it was no trouble. */
  settle(costUsd: number | null, isAnswered?: boolean): void;
  /** Nothing was sent after all: it counts neither as a request nor as money. */
  giveBack(): void;
  /** Whether there is anything left to spend: others may have cost more than was expected since it was given. */
  stillFits(): boolean;
}

export interface LeftOut {
  readonly leftOut: Limit;
}

/** Hard limits of a whole sweep, spread fairly over its models. What has no lane sends nothing and is not limited. */
export interface Budget {
  /** Milliseconds since 1970 from which on nothing is sent; Infinity: no limit of time. */
  readonly endsAtMs: number;
  /**
   * Room for a request of this model, at once or when there is some; `leftOut` when there will be none. Rejects with the
   * signal's reason. A request is let through only if what is spent, what is under way and its own expectation fit.
   */
  take(model: Model, signal: AbortSignal, options?: TakeOptions): Promise<Room | LeftOut>;
  /** Whether the time is up. */
  isOver(): boolean;
  /** Nothing more will be asked of this model: what it was expected to need is the others'. */
  finished(modelId: string): void;
}

export interface TakeOptions {
  /** It is one more than was expected, since the one before it failed. */
  readonly isRetry?: boolean;
  /** It goes with many others, whose answers come together: none of them can show beforehand what the others cost. */
  readonly isBatch?: boolean;
}

export interface BudgetOptions {
  readonly maxCostUsd: number | null;
  readonly maxRequests: number | null;
  readonly maxMinutes: number | null;
  readonly clock: Clock;
  /** What earlier attempts of the sweep spent. A request whose cost is not known counts as one is expected to cost. */
  readonly spent: ReadonlyMap<
    string,
    { readonly requests: number; readonly costUsd: number; readonly unknownCosts?: number }
  >;
  readonly models: readonly {
    readonly modelId: string;
    readonly expectedRequests: number;
    /** Null: the price is not known. */
    readonly expectedUsdPerRequest: number | null;
  }[];
}

export function createBudget(options: BudgetOptions): Budget {
  return new SharedBudget(options);
}

interface Waiter {
  readonly limits: readonly Shared[];
  readonly give: (room: Room | LeftOut) => void;
}

const MINUTE_MS = 60_000;
const FREE_ROOM: Room = { settle: () => {}, giveBack: () => {}, stillFits: () => true };
const LAST: Verdict = { kind: 'left-out', limit: 'max-minutes' };

class SharedBudget implements Budget {
  readonly endsAtMs: number;
  readonly #options: BudgetOptions;
  readonly #accounts = new Map<string, Account<Waiter>>();
  readonly #requests: readonly Shared[];
  readonly #money: readonly Shared[];

  constructor(options: BudgetOptions) {
    const { clock, maxCostUsd, maxRequests, maxMinutes, models, spent } = options;
    this.#options = options;
    this.endsAtMs = maxMinutes === null ? Number.POSITIVE_INFINITY : clock.now() + maxMinutes * MINUTE_MS;
    this.#requests = maxRequests === null ? [] : [sharedRequests(maxRequests)];
    this.#money = maxCostUsd === null ? [] : [sharedMoney(maxCostUsd)];
    // Models of earlier attempts too: what they spent is spent.
    for (const id of [...models.map(({ modelId }) => modelId), ...spent.keys()]) this.#account(id);
  }

  isOver(): boolean {
    return this.#options.clock.now() >= this.endsAtMs;
  }

  finished(modelId: string): void {
    const account = this.#account(modelId);
    account.expectedLeft = 0;
    account.hasBegun = true;
    this.#serve();
  }

  async take(
    model: Model,
    signal: AbortSignal,
    { isRetry = false, isBatch = false }: TakeOptions = {},
  ): Promise<Room | LeftOut> {
    signal.throwIfAborted();
    if (!model.lane) return FREE_ROOM;
    const account = this.#account(model.id);
    if (isRetry) account.expectedLeft += 1;
    const { promise, resolve, reject } = Promise.withResolvers<Room | LeftOut>();
    // What costs nothing goes on when the money is spent.
    const money = isBatch ? this.#money.map((shared) => ({ ...shared, wantsProof: false })) : this.#money;
    const limits = model.price === undefined ? this.#requests : [...this.#requests, ...money];
    const waiter = { limits, give: resolve };
    const abort = (): void => {
      account.waiting.delete(waiter);
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    account.waiting.add(waiter);
    this.#serve();
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  #account(id: string): Account<Waiter> {
    const account = this.#accounts.get(id) ?? openAccount(id, this.#options);
    this.#accounts.set(id, account);
    return account;
  }

  /** Those within their share go first, one of each model in turn; then, if anyone may, the one with the least. */
  #serve(): void {
    let isMoving = true;
    while (isMoving) {
      isMoving = this.#serveEach([...this.#accounts.values()], {
        isFairOnly: true,
        most: this.#accounts.size,
      });
      isMoving ||= this.#serveEach(this.#leastFirst(), { isFairOnly: false, most: 1 });
    }
  }

  #leastFirst(): Account<Waiter>[] {
    const used = this.#money.length > 0 ? sharedMoney(0).used : sharedRequests(0).used;
    return [...this.#accounts.values()].sort((a, b) => used(a) - used(b));
  }

  /** Whether anyone was served. */
  #serveEach(
    accounts: readonly Account<Waiter>[],
    { isFairOnly, most }: { readonly isFairOnly: boolean; readonly most: number },
  ): boolean {
    let served = 0;
    for (const account of accounts) {
      const [waiter] = account.waiting;
      if (!waiter || served >= most) continue;
      const verdict = this.#verdict(account, waiter.limits, isFairOnly);
      if (verdict.kind === 'wait') continue;
      served += 1;
      account.waiting.delete(waiter);
      waiter.give(
        verdict.kind === 'left-out' ? { leftOut: verdict.limit } : this.#openRoom(account, waiter.limits),
      );
    }
    return served > 0;
  }

  #verdict(account: Account<Waiter>, limits: readonly Shared[], isFairOnly: boolean): Verdict {
    if (this.isOver()) return LAST;
    const all = [...this.#accounts.values()];
    for (const shared of limits) {
      const verdict = verdictOn(account, all, shared);
      if (verdict.kind !== 'go') return verdict;
      if (isFairOnly && !isWithinShare(account, all, shared)) return { kind: 'wait' };
    }
    return { kind: 'go' };
  }

  #openRoom(account: Account<Waiter>, limits: readonly Shared[]): Room {
    let ticket: Ticket | null = account.begin();
    const end = (how: (open: Ticket) => void): void => {
      if (ticket === null) return;
      how(ticket);
      ticket = null;
      this.#serve();
    };
    return {
      settle: (costUsd, isAnswered = true) => end((open) => account.end(open, { costUsd, isAnswered })),
      giveBack: () => end((open) => account.drop(open)),
      stillFits: () => limits.every((shared) => isLeft([...this.#accounts.values()], shared)),
    };
  }
}

function openAccount(id: string, { spent, models }: BudgetOptions): Account<Waiter> {
  const planned = models.find(({ modelId }) => modelId === id);
  const before = spent.get(id);
  const guessedUsd = planned?.expectedUsdPerRequest ?? 0;
  return new Account({
    requests: before?.requests ?? 0,
    costUsd: (before?.costUsd ?? 0) + (before?.unknownCosts ?? 0) * guessedUsd,
    expectedLeft: planned?.expectedRequests ?? 0,
    guessedUsd,
  });
}
