import type { Clock } from '../../domain/ports.ts';
import type { SweepEvent } from '../sweep-event.ts';
import { Breaker } from './breaker.ts';
import { FairQueue } from './fair-queue.ts';

/** How a request went, as far as its lane is concerned. */
export type LaneNews = 'answered' | 'rate-limit' | 'down' | 'refused';

/** Leave to send one request. `leave` is called once, with how it went. */
export interface Pass {
  leave(news: LaneNews, retryAfterMs: number | null): void;
}

export interface LaneGateOptions {
  readonly laneId: string;
  /** The most requests at the same time. */
  readonly most: number;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onEvent: (event: SweepEvent) => void;
  readonly signal: AbortSignal;
}

const FIRST_WINDOW = 2;
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Lets requests of one provider and key through: as many at a time as it bears. The window begins at 2, grows by one with
 * each answer (slow start) until it first meets a rate limit, and by one a window afterwards; a rate limit halves it, once for
 * all requests that were under way together (AIMD, as TCP has it: RFC 5681). Other trouble does not narrow it. After a
 * rate limit nothing is sent until the provider's Retry-After, else for a random time that doubles.
 */
export class LaneGate {
  readonly #options: LaneGateOptions;
  readonly #queue = new FairQueue<(pass: Pass) => void>();
  readonly #breaker: Breaker;
  #window: number;
  #isSlowStart = true;
  #underWay = 0;
  /** Counts rate limits that were heeded: what was sent before one does not count against the next. */
  #epoch = 0;
  #pausedUntilMs = 0;
  #pausesInARow = 0;
  #isWaking = false;

  constructor(options: LaneGateOptions) {
    this.#options = options;
    this.#window = Math.min(FIRST_WINDOW, options.most);
    this.#breaker = new Breaker(options);
  }

  /** Waits for its turn: models take turns, the requests of one come in their order. Null: the lane has been down for too long. */
  async enter(modelId: string): Promise<Pass | null> {
    const { signal } = this.#options;
    signal.throwIfAborted();
    if (this.#breaker.isDead()) return null;
    const { promise, resolve, reject } = Promise.withResolvers<Pass | null>();
    const cancel = this.#queue.add(modelId, resolve);
    const abort = (): void => {
      cancel();
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    this.#pump();
    try {
      return await promise;
    } finally {
      signal.removeEventListener('abort', abort);
    }
  }

  #pump(): void {
    const { clock } = this.#options;
    while (this.#queue.size > 0 && this.#underWay < Math.floor(this.#window)) {
      if (this.#breaker.isDead()) {
        for (const give of this.#queue.takeAll()) (give as (pass: Pass | null) => void)(null);
        return;
      }
      const opensAtMs = Math.max(this.#pausedUntilMs, this.#breaker.opensAtMs());
      if (opensAtMs > clock.now()) {
        this.#wakeAt(opensAtMs);
        return;
      }
      if (!this.#breaker.admits(this.#underWay)) return;
      this.#queue.take()?.(this.#pass());
    }
  }

  #pass(): Pass {
    const epoch = this.#epoch;
    let isIn = true;
    this.#underWay += 1;
    return {
      leave: (news, retryAfterMs) => {
        if (!isIn) return;
        isIn = false;
        this.#underWay -= 1;
        this.#learn(news, { epoch, retryAfterMs });
        this.#pump();
      },
    };
  }

  #learn(news: LaneNews, { epoch, retryAfterMs }: { epoch: number; retryAfterMs: number | null }): void {
    this.#breaker.learn(news);
    if (news === 'answered') {
      this.#pausesInARow = 0;
      const step = this.#isSlowStart ? 1 : 1 / this.#window;
      this.#window = Math.min(this.#options.most, this.#window + step);
    }
    if (news === 'rate-limit') this.#slowDown(epoch, retryAfterMs);
  }

  #slowDown(epoch: number, retryAfterMs: number | null): void {
    const { clock, random, onEvent, laneId } = this.#options;
    if (epoch === this.#epoch) {
      this.#epoch += 1;
      this.#isSlowStart = false;
      this.#window = Math.max(1, this.#window / 2);
      this.#pausesInARow += 1;
    }
    const ownMs =
      Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#pausesInARow - 1)) * (0.5 + random() / 2);
    const untilMs = clock.now() + (retryAfterMs ?? ownMs);
    if (untilMs <= this.#pausedUntilMs) return;
    this.#pausedUntilMs = untilMs;
    if (untilMs > clock.now())
      onEvent({ kind: 'waiting', lane: laneId, why: 'rate-limit', untilMs, reason: 'rate limited' });
  }

  #wakeAt(atMs: number): void {
    if (this.#isWaking) return;
    this.#isWaking = true;
    const { clock, signal } = this.#options;
    clock.sleep(Math.max(0, atMs - clock.now()), signal).then(
      () => {
        this.#isWaking = false;
        this.#pump();
      },
      () => {
        this.#isWaking = false;
      },
    );
  }
}
