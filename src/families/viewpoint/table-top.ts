import type { Look } from '../parts/looks.ts';
import { listed } from '../parts/text.ts';

/** A place on a table as the teller sees it: columns from the left, depths from the near edge. */
export interface Spot {
  readonly column: number;
  readonly depth: number;
}

/** What the teller says of what stands where. */
export function tellSpots(looks: readonly Look[], spots: readonly Spot[]): string {
  const things = looks.map(({ name }, index) => ({
    name: `the ${name}`,
    ...(spots[index] ?? { column: 0, depth: 0 }),
  }));
  const depths = new Set(spots.map(({ depth }) => depth)).size;
  const inOrder = (by: 'column' | 'depth') =>
    [...things].sort((one, other) => one[by] - other[by]).map(({ name }) => name);
  const intro = 'I sit at one long side of a table.';
  if (depths === 1)
    return `${intro} From left to right, as I see them, there stand in a row ${listed(inOrder('column'))}.`;
  if (depths === spots.length)
    return `${intro} No two of the things on it are as far from my side as each other: from the nearest to the farthest they are ${listed(inOrder('depth'))}. From left to right, as I see them, they are ${listed(inOrder('column'))}.`;
  const rowAt = (depth: number) => things.filter((thing) => thing.depth === depth).map(({ name }) => name);
  const [front, back] = [rowAt(0), rowAt(1)];
  const behind = back.map((name, index) => `${name} straight behind ${front[index]}`);
  return `${intro} In the row next to me stand, from left to right as I see them, ${listed(front)}. In a second row beyond it stand ${listed(behind)}.`;
}
