import type { Trouble, TroubleKind } from '../../domain/reply.ts';

/** How often one request is tried in all, by what went wrong; what is not here is never tried again. */
const MOST_ATTEMPTS: Readonly<Partial<Record<TroubleKind, number>>> = {
  // A full provider says so many times before it has room; the lane slows down meanwhile.
  'rate-limit': 10,
  server: 5,
  network: 5,
  timeout: 3,
  malformed: 5,
};
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A provider that wants a longer rest than this is tried again by the next run. */
const LONGEST_RETRY_AFTER_MS = 10 * 60_000;

export interface Tries {
  /** Requests so far, this one included, with trouble of this kind. */
  readonly ofKind: number;
  readonly random: () => number;
}

/** How long to wait before the request is tried again; null: it is not. Exponential with full jitter. */
export function retryDelayMs({ kind, retryAfterMs }: Trouble, { ofKind, random }: Tries): number | null {
  if (ofKind >= (MOST_ATTEMPTS[kind] ?? 0)) return null;
  if (retryAfterMs !== null && retryAfterMs > LONGEST_RETRY_AFTER_MS) return null;
  // The lane waits for a rate limit to pass, for all its requests.
  if (kind === 'rate-limit') return 0;
  const backoffMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (ofKind - 1)) * random();
  return Math.max(retryAfterMs ?? 0, backoffMs);
}
