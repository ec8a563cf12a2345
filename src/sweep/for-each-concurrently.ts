import PQueue from 'p-queue';

/** How many at the same time, and when to begin nothing new. */
export interface Concurrency {
  readonly concurrency: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Works through the items in their order, several at a time. After an abort or an error nothing new begins, what has
 * begun is waited for; then the first error is thrown.
 */
export async function forEachConcurrently<Item>(
  items: readonly Item[],
  { concurrency, signal }: Concurrency,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const queue = new PQueue({ concurrency });
  const errors: unknown[] = [];
  for (const item of items) {
    void queue.add(async () => {
      if (signal?.aborted || errors.length > 0) return;
      try {
        await work(item);
      } catch (error) {
        errors.push(error);
      }
    });
  }
  await queue.onIdle();
  if (errors.length > 0) throw errors[0];
}
