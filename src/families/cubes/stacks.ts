import type { Random } from '../../util/random.ts';
import { choose, integer } from '../parts/pick.ts';

/** Heights of stacks: rows from the back to the front, each from left to right as seen from the front. */
export type Stacks = readonly (readonly number[])[];

interface Place {
  readonly row: number;
  readonly column: number;
}

/** A top cube that changes its place. */
export interface Take {
  readonly from: Place;
  readonly to: Place;
}

/** Stacks of at least one cube. */
export function stacksOf(
  random: Random,
  { rows, columns, highest }: { readonly rows: number; readonly columns: number; readonly highest: number },
): Stacks {
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => integer(random, 1, highest)),
  );
}

/** Moves of top cubes; none leaves a place empty, and none takes back the one before. */
export function takesOf(random: Random, start: Stacks, count: number): readonly Take[] {
  const takes: Take[] = [];
  while (takes.length < count) {
    const stacks = takeAll(start, takes);
    const last = takes.at(-1)?.to;
    const places = stacks.flatMap((heights, row) =>
      heights.map((height, column) => ({ row, column, height })),
    );
    const high = places.filter(({ row, column, height }) => height > 1 && !isSame({ row, column }, last));
    if (high.length === 0) return takes;
    const from = choose(random, high);
    const to = choose(
      random,
      places.filter((place) => !isSame(place, from)),
    );
    takes.push({ from: { row: from.row, column: from.column }, to: { row: to.row, column: to.column } });
  }
  return takes;
}

/** The stacks after all moves. */
export function takeAll(start: Stacks, takes: readonly Take[]): Stacks {
  return takes.reduce<Stacks>(
    (stacks, { from, to }) =>
      stacks.map((heights, row) =>
        heights.map((height, column) => {
          const place = { row, column };
          return height - Number(isSame(place, from)) + Number(isSame(place, to));
        }),
      ),
    start,
  );
}

function isSame(one: Place, other: Place | undefined): boolean {
  return one.row === other?.row && one.column === other.column;
}
