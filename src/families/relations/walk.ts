import type { Random } from '../../util/random.ts';
import { choose, integer } from '../parts/pick.ts';
import type { Hop } from './hops.ts';

/** A place on the grid, and how it lies from an earlier one. */
export interface Stop {
  readonly column: number;
  readonly row: number;
  /** Null for the first one. */
  readonly from: { readonly index: number; readonly hop: Hop } | null;
}

/** The first of so many stops of a chain, and one more stop beside it for each of `branches`. Null when it meets itself. */
export function walk(
  random: Random,
  {
    hops,
    branches,
    known,
  }: { readonly hops: number; readonly branches: number; readonly known: readonly Hop[] },
): Stop[] | null {
  const stops: Stop[] = [{ column: 0, row: 0, from: null }];
  for (let count = 0; count < hops + branches; count += 1) {
    const index = count < hops ? count : integer(random, 1, hops - 1);
    const before = stops[index];
    const hop = choose(random, known);
    if (before === undefined) return null;
    const [column, row] = [before.column + hop.dx, before.row + hop.dy];
    if (stops.some((stop) => stop.column === column && stop.row === row)) return null;
    stops.push({ column, row, from: { index, hop } });
  }
  return stops;
}

/** The axes on which a chain of hops goes one way only, so that its end surely lies that way of its beginning. */
export function onwardAxes(hops: readonly Hop[]): { readonly dx: -1 | 0 | 1; readonly dy: -1 | 0 | 1 } {
  const way = (axis: 'dx' | 'dy') => {
    const ways = hops.map((hop) => hop[axis]).filter((value) => value !== 0);
    const first = ways[0] ?? 0;
    return ways.every((value) => value === first) ? first : 0;
  };
  return { dx: way('dx'), dy: way('dy') };
}
