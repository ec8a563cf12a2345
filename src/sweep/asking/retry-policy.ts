import type { Trouble, TroubleKind } from '../../domain/reply.ts';

/** How often one request is tried in all, by what went wrong; what is not here is never tried again. */
const MOST_ATTEMPTS: Readonly<Partial<Record<TroubleKind, number>>> = {
  // A full provider says so many times before it has room; the lane slows down meanwhile.
  'rate-limit': 10,
  // With full jitter five tries span about 15 s; what lasts longer is the breaker's matter.
  server: 5,
  network: 5,
  malformed: 5,
  // Each may have taken many minutes, and may be billed.
  timeout: 3,
};
// The usual beginning and bound of provider SDKs' own backoff, where a second is too short to matter and a minute resets limits.
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A provider that wants a longer rest than this is tried again by the next run. */
export const LONGEST_RETRY_AFTER_MS = 10 * 60_000;
/** No try begins after this long, whatever their number: requests and the waits between them; waiting for a lane does not count. */
const LONGEST_TRYING_MS = 60 * 60_000;

/** The tries of one request. */
export class Tries {
  readonly #random: () => number;
  readonly #failures = new Map<TroubleKind, number>();
  #tryingMs = 0;

  /** `random`: 0 ≤ x < 1 */
  constructor(random: () => number) {
    this.#random = random;
  }

  /** A try failed after so long. How long to wait before the next one (0: the lane does the waiting); null: there is none. */
  delayAfter(trouble: Trouble, durationMs: number): number | null {
    const failures = (this.#failures.get(trouble.kind) ?? 0) + 1;
    this.#failures.set(trouble.kind, failures);
    this.#tryingMs += durationMs;
    if (failures >= (MOST_ATTEMPTS[trouble.kind] ?? 0)) return null;
    if ((trouble.retryAfterMs ?? 0) > LONGEST_RETRY_AFTER_MS) return null;
    const delayMs = this.#delayMs(trouble, failures);
    this.#tryingMs += delayMs;
    return this.#tryingMs > LONGEST_TRYING_MS ? null : delayMs;
  }

  /** Exponential with full jitter (Marc Brooker, AWS: Exponential Backoff And Jitter, 2015); never before Retry-After. */
  #delayMs({ kind, retryAfterMs }: Trouble, failures: number): number {
    // The lane waits for a rate limit to pass, for all its requests.
    if (kind === 'rate-limit') return 0;
    const backoffMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (failures - 1)) * this.#random();
    return Math.max(retryAfterMs ?? 0, backoffMs);
  }
}
