import type { Point } from '../../domain/geometry.ts';
import type { ColourWord } from '../../util/colour.ts';
import type { Fault } from '../parts/faults.ts';
import { boxAround } from '../parts/outline.ts';
import { type Item, replaceAt, sized, type Thing } from '../parts/thing.ts';
import type { Stacks } from './stacks.ts';
import type { View } from './views.ts';

/** The stacks seen from straight above; what is farthest from who looks is at the top. */
export interface ViewFromAbove {
  readonly from: View['from'];
  readonly stacks: Stacks;
  /** Of stacks of one cube, of two cubes… */
  readonly colours: readonly ColourWord[];
}

/** A stack as a square; `at`: columns and rows of the picture, y up. */
export interface Square {
  readonly letter: string;
  readonly colour: ColourWord;
  readonly at: Point;
}

/** The letters of stacks in reading order. */
export const LETTERS = [...'ABCDEF'];

/** Who sits on your left has the back row on the left, and what is farthest to your right at the top. */
const TURNS: Readonly<Record<View['from'], (column: number, row: number) => Point>> = {
  front: (column, row) => ({ x: column, y: -row }),
  back: (column, row) => ({ x: -column, y: row }),
  left: (column, row) => ({ x: row, y: column }),
  right: (column, row) => ({ x: -row, y: -column }),
};

/** The squares in the order of their letters. */
export function squaresOf({ from, stacks, colours }: ViewFromAbove): readonly Square[] {
  const width = stacks[0]?.length ?? 0;
  return stacks.flatMap((heights, row) =>
    heights.map((height, column) => ({
      letter: LETTERS[row * width + column] ?? '',
      colour: colours[height - 1] ?? 'grey',
      at: TURNS[from](column, row),
    })),
  );
}

/** The squares as they are drawn, the leftmost at this place. */
export function drawSquares(squares: readonly Square[], fromX: number): readonly Item[] {
  const left = Math.min(...squares.map(({ at }) => at.x));
  const bottom = Math.min(...squares.map(({ at }) => at.y));
  return squares.map(({ letter, colour, at }) => {
    const middle = { x: fromX + 0.5 + at.x - left, y: 0.5 + at.y - bottom };
    return sized(middle, { kind: 'square', colour, size: 1, label: letter });
  });
}

/** A fault of the squares, before it is known where in the drawing they lie. */
export interface SquareFault {
  readonly name: string;
  readonly squares: readonly Square[];
}

/** What may go wrong: the view of somebody else, moves forgotten, one stack too high, swapped or left out, squares that lie badly. */
export function squareFaults(view: ViewFromAbove, start: Stacks): readonly SquareFault[] {
  const right = squaresOf(view);
  const mapped = (map: (at: Point) => Point) => right.map((square) => ({ ...square, at: map(square.at) }));
  const others = (['front', 'back', 'left', 'right'] as const).filter((from) => from !== view.from);
  return [
    ...others.map((from) => ({ name: `as-seen-from-${from}`, squares: squaresOf({ ...view, from }) })),
    { name: 'moves-forgotten', squares: squaresOf({ ...view, stacks: start }) },
    { name: 'left-for-right', squares: mapped(({ x, y }) => ({ x: -x, y })) },
    { name: 'far-for-near', squares: mapped(({ x, y }) => ({ x, y: -y })) },
    {
      name: 'all-one-storey-off',
      squares: right.map((square) => ({ ...square, colour: next(square, view) })),
    },
    { name: 'squares-apart', squares: mapped(({ x, y }) => ({ x: 1.6 * x, y: 1.6 * y })) },
    { name: 'rows-shifted', squares: mapped(({ x, y }) => ({ x: x + 0.4 * y, y })) },
    { name: 'columns-shifted', squares: mapped(({ x, y }) => ({ x, y: y + 0.4 * x })) },
    ...right.flatMap((square, index) => [
      {
        name: `${square.letter}-one-storey-off`.toLowerCase(),
        squares: replaceAt(right, index, () => ({ ...square, colour: next(square, view) })),
      },
      { name: `${square.letter}-left-out`.toLowerCase(), squares: right.filter((one) => one !== square) },
    ]),
  ];
}

function next({ colour }: Square, { colours }: ViewFromAbove): ColourWord {
  return colours[(colours.indexOf(colour) + 1) % colours.length] ?? colour;
}

/** Where the view from above is drawn: beside what else there is. */
export function besides(things: readonly Thing[], squares: readonly Square[]): readonly Thing[] {
  const fromX = things.length === 0 ? 0 : boxAround(things).xMax + BETWEEN_VIEWS;
  return [...things, ...drawSquares(squares, fromX)];
}

/** Empty space between views, in cubes. */
const BETWEEN_VIEWS = 1.5;

/** The faults as whole drawings. */
export function faultsBeside(things: readonly Item[], faults: readonly SquareFault[]): readonly Fault[] {
  return faults.map(({ name, squares }) => ({ name, things: besides(things, squares) }));
}
