import type { RequestTimeouts } from '../domain/reply.ts';

/** What took too long. */
export type Phase = 'connecting' | 'the first token' | 'the whole answer';

/** The three limits of time of one request. `signal` is aborted when one has passed, or when the caller's signal is. */
export interface Deadline extends Disposable {
  readonly signal: AbortSignal;
  /** What took too long, and for how long it was waited; null: nothing did. */
  readonly passed: { readonly phase: Phase; readonly limitMs: number } | null;
  connected(): void;
  sawToken(): void;
}

// setTimeout fires at once for what does not fit into 31 bits.
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export function startDeadline(timeouts: RequestTimeouts, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let passed: Deadline['passed'] = null;
  const limit = (phase: Phase, limitMs: number) =>
    setTimeout(
      () => {
        passed ??= { phase, limitMs };
        controller.abort();
      },
      Math.min(limitMs, LONGEST_TIMER_MS),
    );
  const connecting = limit('connecting', timeouts.connectMs);
  const firstToken = limit('the first token', timeouts.firstTokenMs);
  const whole = limit('the whole answer', timeouts.totalMs);
  return {
    signal: caller === undefined ? controller.signal : AbortSignal.any([caller, controller.signal]),
    get passed() {
      return passed;
    },
    connected: () => clearTimeout(connecting),
    sawToken: () => clearTimeout(firstToken),
    [Symbol.dispose]() {
      for (const timer of [connecting, firstToken, whole]) clearTimeout(timer);
    },
  };
}
