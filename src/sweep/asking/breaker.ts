import type { Clock } from '../../domain/ports.ts';
import type { SweepEvent } from '../sweep-event.ts';

/** How a request went, as far as its lane is concerned. `no-news`: it was not sent, or broken off by us. */
export type LaneNews = 'answered' | 'rate-limit' | 'down' | 'refused' | 'no-news';

// One failure is chance, five in a row across all requests of a provider are not.
const FAILURES_TO_OPEN = 5;
// Restarts and failovers take some seconds; outages on status pages last from minutes to an hour.
const FIRST_REST_MS = 15_000;
const LONGEST_REST_MS = 5 * 60_000;
const DEAD_AFTER_MS = 20 * 60_000;

interface BreakerOptions {
  readonly laneId: string;
  readonly clock: Clock;
  readonly onEvent: (event: SweepEvent) => void;
}

/** A time in which the provider does not work. */
interface Outage {
  readonly sinceMs: number;
  restMs: number;
  probeAtMs: number;
  isProbed: boolean;
}

/** A request, as the breaker sees it. Null outage: it was sent while all was well. */
export interface Fuse {
  readonly outage: Outage | null;
}

/**
 * A circuit breaker (Michael Nygard, Release It!): after five failures in a row nothing is sent for 15 s, then one probe. It
 * fails: the rest doubles, to five minutes at most; anything but a failure: all go on. When a probe fails after twenty
 * minutes, the lane is given up for this run.
 */
export class Breaker {
  readonly #options: BreakerOptions;
  #failures = 0;
  #outage: Outage | null = null;
  #isDead = false;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  /** When the next request may be sent; 0: now. */
  opensAtMs(): number {
    return this.#outage?.probeAtMs ?? 0;
  }

  isDead(): boolean {
    return this.#isDead;
  }

  /** While it is not known whether the provider is back, one request at a time. */
  admits(): boolean {
    return this.#outage === null || !this.#outage.isProbed;
  }

  /** A request is sent; give it back with its news. */
  send(): Fuse {
    if (this.#outage !== null) this.#outage.isProbed = true;
    return { outage: this.#outage };
  }

  learn(news: LaneNews, { outage }: Fuse): void {
    if (outage !== null) outage.isProbed = false;
    if (news === 'no-news') return;
    if (news !== 'down') this.#recover();
    else if (this.#outage === null) this.#countFailure();
    // What was sent before the outage was noticed says nothing new about it.
    else if (outage === this.#outage) this.#restAgain(outage);
  }

  #recover(): void {
    this.#failures = 0;
    this.#outage = null;
    this.#isDead = false;
  }

  #countFailure(): void {
    this.#failures += 1;
    if (this.#failures < FAILURES_TO_OPEN) return;
    const nowMs = this.#options.clock.now();
    const restMs = FIRST_REST_MS;
    this.#outage = { sinceMs: nowMs, restMs, probeAtMs: nowMs + restMs, isProbed: false };
    this.#tell(this.#outage);
  }

  #restAgain(outage: Outage): void {
    this.#failures += 1;
    const nowMs = this.#options.clock.now();
    const deadAtMs = outage.sinceMs + DEAD_AFTER_MS;
    this.#isDead = nowMs >= deadAtMs;
    if (this.#isDead) return;
    outage.restMs = Math.min(LONGEST_REST_MS, outage.restMs * 2);
    outage.probeAtMs = Math.min(nowMs + outage.restMs, deadAtMs);
    this.#tell(outage);
  }

  #tell({ probeAtMs: untilMs }: Outage): void {
    const { onEvent, laneId: lane } = this.#options;
    const reason = `${this.#failures} requests in a row failed`;
    onEvent({ kind: 'waiting', lane, why: 'down', untilMs, reason });
  }
}
