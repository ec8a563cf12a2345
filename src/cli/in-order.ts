import { type Concurrency, forEachConcurrently } from '../sweep/for-each-concurrently.ts';

export interface InOrder<Item, Result> extends Concurrency {
  readonly work: (item: Item) => Promise<Result>;
  /** Called in the order of the items, for each as soon as all before it are told. */
  readonly tell: (result: Result) => void;
}

/**
 * Works on several items at a time and gives the results in the order of the items. When one of them fails, or the
 * signal aborts, what was done all the same is told before that is thrown.
 */
export async function inOrder<Item, Result>(
  items: readonly Item[],
  { work, tell, ...concurrency }: InOrder<Item, Result>,
): Promise<Result[]> {
  const done = new Map<number, Result>();
  const told: Result[] = [];
  let next = 0;
  const take = (index: number): void => {
    const result = done.get(index);
    if (result === undefined || !done.delete(index)) return;
    told.push(result);
    tell(result);
  };
  try {
    await forEachConcurrently([...items.entries()], concurrency, async ([index, item]) => {
      done.set(index, await work(item));
      for (; done.has(next); next += 1) take(next);
    });
  } finally {
    for (const index of [...done.keys()].sort((a, b) => a - b)) take(index);
  }
  concurrency.signal?.throwIfAborted();
  return told;
}
