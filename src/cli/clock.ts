import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '../domain/ports.ts';
import type { Environment } from './environment.ts';

// Node's timers hold no more milliseconds than that.
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** The real time. */
export function realClock({ now }: Pick<Environment, 'now'>): Clock {
  return {
    now: () => now().getTime(),
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      try {
        await wait(Math.min(Math.max(0, ms), LONGEST_WAIT_MS), undefined, signal && { signal });
      } catch (error) {
        signal?.throwIfAborted();
        throw error;
      }
    },
  };
}
