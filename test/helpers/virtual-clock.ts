import type { Clock } from '../../src/domain/ports.ts';

interface Sleeper {
  readonly atMs: number;
  readonly wake: () => void;
}

/** A clock whose time moves only when all are asleep; `run` moves it until the work is done. The same work takes the same course. */
export interface VirtualClock extends Clock {
  /** Throws when the work waits for something that is not time: a deadlock. */
  run<Result>(work: Promise<Result>): Promise<Result>;
  /** How many are asleep now. */
  sleepers(): number;
}

export function virtualClock(startMs = 0): VirtualClock {
  const heap = new SleeperHeap();
  let nowMs = startMs;
  const wakeNext = (): boolean => {
    const next = heap.pop();
    if (!next) return false;
    nowMs = Math.max(nowMs, next.atMs);
    next.wake();
    return true;
  };
  return {
    now: () => nowMs,
    sleepers: () => heap.size,
    async sleep(ms, signal) {
      signal?.throwIfAborted();
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const sleeper = { atMs: nowMs + ms, wake: resolve };
      heap.push(sleeper);
      const abort = (): void => {
        heap.delete(sleeper);
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', abort, { once: true });
      try {
        await promise;
      } finally {
        signal?.removeEventListener('abort', abort);
      }
    },
    async run(work) {
      let isDone = false;
      const end = (): void => {
        isDone = true;
      };
      work.then(end, end);
      for (;;) {
        await settled();
        if (isDone) return await work;
        if (!wakeNext()) throw new Error(`a deadlock at ${nowMs} ms: nobody sleeps and the work is not done`);
      }
    },
  };
}

/** After all that can go on without time has gone on: promises, and what they put off to the next turn of the loop. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** Sleepers by the time to wake, those of the same time in the order in which they lay down. */
class SleeperHeap {
  readonly #entries: { readonly sleeper: Sleeper; readonly order: number }[] = [];
  #order = 0;

  get size(): number {
    return this.#entries.length;
  }

  push(sleeper: Sleeper): void {
    this.#order += 1;
    this.#entries.push({ sleeper, order: this.#order });
    let index = this.#entries.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.#isBefore(index, parent)) return;
      this.#swap(index, parent);
      index = parent;
    }
  }

  pop(): Sleeper | undefined {
    const first = this.#entries[0];
    const last = this.#entries.pop();
    if (last && this.#entries.length > 0) {
      this.#entries[0] = last;
      this.#sink();
    }
    return first?.sleeper;
  }

  /** Rare, and so allowed to be slow. */
  delete(sleeper: Sleeper): void {
    const others = this.#entries.filter((entry) => entry.sleeper !== sleeper);
    others.sort((a, b) => a.sleeper.atMs - b.sleeper.atMs || a.order - b.order);
    this.#entries.splice(0, this.#entries.length, ...others);
  }

  #sink(): void {
    let index = 0;
    for (;;) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2]) {
        if (child < this.#entries.length && this.#isBefore(child, least)) least = child;
      }
      if (least === index) return;
      this.#swap(index, least);
      index = least;
    }
  }

  #isBefore(a: number, b: number): boolean {
    const [one, other] = [this.#entries[a]!, this.#entries[b]!];
    return (
      one.sleeper.atMs < other.sleeper.atMs ||
      (one.sleeper.atMs === other.sleeper.atMs && one.order < other.order)
    );
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#entries[a]!, this.#entries[b]!];
    this.#entries[a] = other;
    this.#entries[b] = one;
  }
}
