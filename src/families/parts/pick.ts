import type { Random } from '../../util/random.ts';

/** A whole number from `from` to `to`, both included. */
export function integer(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

/** One of the items. @throws RangeError when there are none. */
export function choose<T>(random: Random, items: readonly T[]): T {
  const item = items[integer(random, 0, items.length - 1)];
  if (item === undefined) throw new RangeError('expected items to choose from, got none');
  return item;
}

/** The items in a new order (Fisher and Yates); the list given stays as it is. */
export function shuffle<T>(random: Random, items: readonly T[]): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(integer(random, 0, left.length - 1), 1));
}

/** So many different items, in any order. @throws RangeError when there are too few. */
export function chooseSome<T>(random: Random, items: readonly T[], count: number): T[] {
  if (count > items.length) throw new RangeError(`expected at least ${count} items, got ${items.length}`);
  return shuffle(random, items).slice(0, count);
}

/** True so often as `share` says, 0 to 1. */
export function chance(random: Random, share = 0.5): boolean {
  return random() < share;
}
