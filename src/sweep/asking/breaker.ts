import type { Clock } from '../../domain/ports.ts';
import type { SweepEvent } from '../sweep-event.ts';

/** How a request went, as far as its lane is concerned. */
export type LaneNews = 'answered' | 'rate-limit' | 'down' | 'refused' | 'not-sent';

// One failure is chance, five in a row across all requests of a provider are not.
const FAILURES_TO_OPEN = 5;
const FIRST_REST_MS = 15_000;
const LONGEST_REST_MS = 300_000;
const DEAD_AFTER_MS = 20 * 60_000;

interface BreakerOptions {
  readonly laneId: string;
  readonly clock: Clock;
  readonly onEvent: (event: SweepEvent) => void;
}

/**
 * A circuit breaker (Nygard, Release It!): after five failures in a row nothing is sent for a while, then one probe. It
 * fails: the rest doubles; it succeeds: all go on. Down for twenty minutes in all, the lane is given up for this run.
 */
export class Breaker {
  readonly #options: BreakerOptions;
  #failures = 0;
  #restMs = FIRST_REST_MS;
  #openUntilMs = 0;
  #downSinceMs: number | null = null;

  constructor(options: BreakerOptions) {
    this.#options = options;
  }

  opensAtMs(): number {
    return this.#openUntilMs;
  }

  isDead(): boolean {
    return this.#downSinceMs !== null && this.#options.clock.now() - this.#downSinceMs >= DEAD_AFTER_MS;
  }

  /** While it is not known whether the provider is back, one request at a time. */
  admits(underWay: number): boolean {
    return this.#failures < FAILURES_TO_OPEN || underWay === 0;
  }

  learn(news: LaneNews): void {
    if (news !== 'down') {
      this.#failures = 0;
      this.#restMs = FIRST_REST_MS;
      this.#openUntilMs = 0;
      this.#downSinceMs = null;
      return;
    }
    this.#failures += 1;
    if (this.#failures >= FAILURES_TO_OPEN) this.#rest();
  }

  /** Failures of requests that were sent before it opened don't lengthen the rest. */
  #rest(): void {
    const { clock, onEvent, laneId } = this.#options;
    const nowMs = clock.now();
    if (this.#openUntilMs > nowMs) return;
    this.#downSinceMs ??= nowMs;
    this.#openUntilMs = nowMs + this.#restMs;
    this.#restMs = Math.min(LONGEST_REST_MS, this.#restMs * 2);
    const reason = `${this.#failures} requests in a row failed`;
    onEvent({ kind: 'waiting', lane: laneId, why: 'down', untilMs: this.#openUntilMs, reason });
  }
}
