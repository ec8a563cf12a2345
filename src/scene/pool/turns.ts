/** Lets so many work at the same time; the rest wait, first come, first served. */
export interface Turns {
  /** Resolves when it is one's turn. @throws the signal's reason when it is aborted before. */
  take(signal: AbortSignal | undefined): Promise<void>;
  give(): void;
}

export function createTurns(count: number): Turns {
  const waiting: (() => void)[] = [];
  let free = count;
  return {
    async take(signal) {
      signal?.throwIfAborted();
      if (free > 0) free -= 1;
      else await waitForTurn(waiting, signal);
    },
    give() {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    },
  };
}

function waitForTurn(waiting: (() => void)[], signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      waiting.splice(waiting.indexOf(take), 1);
      reject(signal?.reason);
    };
    const take = () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    };
    signal?.addEventListener('abort', onAbort, { once: true });
    waiting.push(take);
  });
}
