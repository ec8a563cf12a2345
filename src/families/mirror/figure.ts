import type { Point } from '../../domain/geometry.ts';
import type { ColourWord } from '../../util/colour.ts';
import type { Random } from '../../util/random.ts';
import { choose } from '../parts/pick.ts';

/** The four ways from a square to its neighbour. */
export const DIRECTIONS = [
  { check: 'left-of', words: 'to the left of', by: { x: -1, y: 0 } },
  { check: 'right-of', words: 'to the right of', by: { x: 1, y: 0 } },
  { check: 'above', words: 'above', by: { x: 0, y: 1 } },
  { check: 'below', words: 'below', by: { x: 0, y: -1 } },
] as const;

/** A square of the figure. All but the first are told by the one that they lie beside. */
export interface Cell {
  readonly colour: ColourWord;
  readonly at: Point;
  readonly beside?: ColourWord;
  /** Where the square is that it lies beside. */
  readonly from: Point;
}

/** A figure of squares on a grid, grown by one neighbour after the other, which is no straight row. */
export function figureOf(random: Random, colours: readonly ColourWord[]): readonly Cell[] {
  const [first, ...others] = colours;
  if (first === undefined) return [];
  const origin = { x: 0, y: 0 };
  const cells: Cell[] = [{ colour: first, at: origin, from: origin }];
  for (const colour of others) cells.push(grow(random, cells, colour));
  return isStraight(cells) ? figureOf(random, colours) : cells;
}

function grow(random: Random, cells: readonly Cell[], colour: ColourWord): Cell {
  const free = cells.flatMap(({ colour: beside, at: from }) =>
    DIRECTIONS.map(({ by }) => ({ colour, beside, from, at: { x: from.x + by.x, y: from.y + by.y } })).filter(
      ({ at }) => !cells.some((cell) => cell.at.x === at.x && cell.at.y === at.y),
    ),
  );
  return choose(random, free);
}

function isStraight(cells: readonly Cell[]): boolean {
  return cells.every(({ at }) => at.x === 0) || cells.every(({ at }) => at.y === 0);
}
