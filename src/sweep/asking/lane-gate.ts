import type { Clock } from '../../domain/ports.ts';
import type { SweepEvent } from '../sweep-event.ts';
import { Breaker, type Fuse, type LaneNews } from './breaker.ts';
import { FairQueue } from './fair-queue.ts';
import { LONGEST_RETRY_AFTER_MS } from './retry-policy.ts';
import { Window } from './window.ts';

/** Leave to send one request. `leave` is called once, with how it went; what comes after that does nothing. */
export interface Pass {
  leave(news: LaneNews, retryAfterMs: number | null): void;
}

/** Why nothing may be sent: the lane is of no use in this run, or it will not open before the sweep's time is up. */
export type Shut = { readonly shut: 'lane'; readonly reason: string } | { readonly shut: 'time' };

export interface LaneGateOptions {
  readonly laneId: string;
  /** The most requests at the same time. */
  readonly most: number;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onEvent: (event: SweepEvent) => void;
  readonly signal: AbortSignal;
  /** Nothing is sent from then on, so that nobody waits longer. */
  readonly endsAtMs: number;
}

interface Waiting {
  readonly modelId: string;
  readonly give: (pass: Pass | Shut) => void;
}

// Most limits are by the minute: the pauses grow until they are as long as that.
const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Lets requests of one provider and key through, as many at a time as it bears (see Window). After a rate limit nothing is
 * sent until the provider's Retry-After has passed, else for a random time that doubles; while the provider is down, as the
 * Breaker says. Models take turns, the requests of one come in their order. A model that has not answered yet is asked one
 * request at a time: what is wrong with its settings is not paid for more often than needed.
 */
export class LaneGate {
  readonly #options: LaneGateOptions;
  readonly #queue = new FairQueue<Waiting>();
  readonly #breaker: Breaker;
  readonly #window: Window;
  readonly #answered = new Set<string>();
  /** Models that have not answered yet and are being asked. */
  readonly #onTrial = new Set<string>();
  #underWay = 0;
  #pausedUntilMs = 0;
  #pausesInARow = 0;
  #waking: { readonly atMs: number; readonly stop: AbortController } | null = null;

  constructor(options: LaneGateOptions) {
    this.#options = options;
    this.#window = new Window(options.most);
    this.#breaker = new Breaker(options);
  }

  /** Waits for its turn. Rejects with the signal's reason. */
  async enter(modelId: string): Promise<Pass | Shut> {
    const { signal } = this.#options;
    signal.throwIfAborted();
    const { promise, resolve, reject } = Promise.withResolvers<Pass | Shut>();
    const cancel = this.#queue.add(modelId, { modelId, give: resolve });
    const abort = (): void => {
      cancel();
      if (this.#queue.isEmpty) this.#stopWaking();
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

  #whyShut(): Shut | null {
    const { laneId, clock, endsAtMs } = this.#options;
    if (this.#breaker.isDead()) return { shut: 'lane', reason: `${laneId} has been down for too long` };
    const pauseMs = this.#pausedUntilMs - clock.now();
    if (pauseMs > LONGEST_RETRY_AFTER_MS) {
      const minutes = Math.ceil(pauseMs / 60_000);
      const reason = `${laneId} asks to wait for ${minutes} minutes, which is too long; run again later`;
      return { shut: 'lane', reason };
    }
    return this.#opensAtMs() >= endsAtMs ? { shut: 'time' } : null;
  }

  /** Now, where it is open. */
  #opensAtMs(): number {
    return Math.max(this.#options.clock.now(), this.#pausedUntilMs, this.#breaker.opensAtMs());
  }

  #pump(): void {
    const why = this.#whyShut();
    if (why !== null) for (const { give } of this.#queue.takeAll()) give(why);
    const opensAtMs = this.#opensAtMs();
    const isOpen = opensAtMs <= this.#options.clock.now();
    if (isOpen || this.#queue.isEmpty) this.#stopWaking();
    if (isOpen) this.#letThrough();
    else if (!this.#queue.isEmpty) this.#wakeAt(opensAtMs);
  }

  #letThrough(): void {
    while (this.#underWay < this.#window.size && this.#breaker.admits()) {
      const next = this.#queue.take((modelId) => !this.#onTrial.has(modelId));
      if (!next) return;
      next.give(this.#pass(next.modelId));
    }
  }

  #pass(modelId: string): Pass {
    const sent = { modelId, fuse: this.#breaker.send(), epoch: this.#window.epoch };
    if (!this.#answered.has(modelId)) this.#onTrial.add(modelId);
    let isIn = true;
    this.#underWay += 1;
    return {
      leave: (news, retryAfterMs) => {
        if (!isIn) return;
        isIn = false;
        this.#underWay -= 1;
        this.#onTrial.delete(modelId);
        this.#learn(news, { ...sent, retryAfterMs });
        this.#pump();
      },
    };
  }

  #learn(news: LaneNews, { modelId, fuse, epoch, retryAfterMs }: Sent): void {
    this.#breaker.learn(news, fuse);
    if (news === 'answered') {
      this.#answered.add(modelId);
      this.#pausesInARow = 0;
      this.#window.grow();
    }
    if (news === 'rate-limit') {
      if (this.#window.shrink(epoch)) this.#pausesInARow += 1;
      this.#pause(retryAfterMs);
    }
  }

  #pause(retryAfterMs: number | null): void {
    const { clock, random, onEvent, laneId } = this.#options;
    const doubledMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (this.#pausesInARow - 1));
    // At least half of it, so that a full provider has time to empty.
    const untilMs = clock.now() + (retryAfterMs ?? doubledMs * (0.5 + random() / 2));
    if (untilMs <= Math.max(this.#pausedUntilMs, clock.now())) return;
    this.#pausedUntilMs = untilMs;
    onEvent({ kind: 'waiting', lane: laneId, why: 'rate-limit', untilMs, reason: 'rate limited' });
  }

  #wakeAt(atMs: number): void {
    if (this.#waking?.atMs === atMs) return;
    this.#stopWaking();
    const stop = new AbortController();
    this.#waking = { atMs, stop };
    const { clock } = this.#options;
    clock.sleep(atMs - clock.now(), stop.signal).then(
      () => {
        this.#waking = null;
        this.#pump();
      },
      // It was stopped.
      () => {},
    );
  }

  /** A timer that nobody waits for any more would keep the process from ending. */
  #stopWaking(): void {
    this.#waking?.stop.abort();
    this.#waking = null;
  }
}

interface Sent {
  readonly modelId: string;
  readonly fuse: Fuse;
  readonly epoch: number;
  readonly retryAfterMs: number | null;
}
