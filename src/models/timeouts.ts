import type { RequestTimeouts } from '../domain/reply.ts';

/** Long enough for a model that thinks in silence; short enough that a dead connection does not hold a sweep for a day. */
export const DEFAULT_TIMEOUTS: RequestTimeouts = {
  connectMs: 15_000,
  firstTokenMs: 10 * 60_000,
  totalMs: 30 * 60_000,
};
