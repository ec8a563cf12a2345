import type { Point } from '../../domain/geometry.ts';
import type { Fault } from '../parts/faults.ts';
import { type Item, replaceAt, sized } from '../parts/thing.ts';
import type { Dot } from './dot.ts';
import type { Cell } from './figure.ts';
import { MOVES, type Move, moveAll } from './moves.ts';

interface Figure {
  readonly cells: readonly Cell[];
  readonly dots: readonly Dot[];
}

/** Of a square with a side of 1: the dot's middle from the square's on each axis, and its width. */
const DOT_OFFSET = 0.26;
const DOT_SIZE = 0.24;

/** The figure as it is drawn, squares first. */
export function thingsOf({ cells, dots }: Figure): readonly Item[] {
  return [
    ...cells.map(({ colour, at }) => sized(at, { kind: 'square', colour, size: 1 })),
    ...dots.map(dotAt),
  ];
}

function dotAt({ colour, corner, square }: Dot): Item {
  const at = { x: square.x + DOT_OFFSET * corner.x, y: square.y + DOT_OFFSET * corner.y };
  return sized(at, { kind: 'circle', colour, size: DOT_SIZE });
}

/** What may go wrong: moves left out or taken the other way, squares at the wrong place, dots in the wrong corner. */
export function faultsOf(
  told: Figure,
  { right, moves }: { readonly right: Figure; readonly moves: readonly Move[] },
): readonly Fault[] {
  const placed = (map: (at: Point) => Point) =>
    thingsOf({
      cells: right.cells.map((cell) => ({ ...cell, at: map(cell.at) })),
      dots: right.dots.map((dot) => ({ ...dot, square: map(dot.square) })),
    });
  const moved = (others: readonly Move[]) => thingsOf(moveAll(told, others));
  return [
    { name: 'as-told', things: thingsOf(told) },
    ...moves.slice(1).map((_, index) => ({
      name: `without-step-${index + 2}`,
      things: moved(moves.filter((__, at) => at !== index + 1)),
    })),
    ...MOVES.map((move, index) => ({ name: `another-move-${index + 1}`, things: moved([move]) })),
    ...dotFaults(right),
    ...swaps(right),
    { name: 'squares-apart', things: placed(({ x, y }) => ({ x: 1.5 * x, y: 1.5 * y })) },
    { name: 'rows-shifted', things: placed(({ x, y }) => ({ x: x + 0.35 * y, y })) },
    { name: 'columns-shifted', things: placed(({ x, y }) => ({ x, y: y + 0.35 * x })) },
  ];
}

function swaps({ cells, dots }: Figure): readonly Fault[] {
  return cells.slice(1).map(({ colour }, index) => {
    const other = cells[index];
    const at = cells[index + 1]?.at;
    const swapped = cells.map((cell) => {
      if (cell.colour === colour) return { ...cell, at: other?.at ?? cell.at };
      return cell === other ? { ...cell, at: at ?? cell.at } : cell;
    });
    return {
      name: `${colour}-and-${other?.colour ?? ''}-swapped`,
      things: thingsOf({ cells: swapped, dots }),
    };
  });
}

function dotFaults({ cells, dots }: Figure): readonly Fault[] {
  return dots.flatMap((dot, index) => {
    const drawn = (change: (dot: Dot) => Dot) => thingsOf({ cells, dots: replaceAt(dots, index, change) });
    const { x, y } = dot.corner;
    const elsewhere = cells.find(({ colour }) => dots.every(({ cell }) => cell !== colour));
    return [
      {
        name: `${dot.colour}-dot-left-for-right`,
        things: drawn((one) => ({ ...one, corner: { x: -x, y } })),
      },
      { name: `${dot.colour}-dot-up-for-down`, things: drawn((one) => ({ ...one, corner: { x, y: -y } })) },
      {
        name: `${dot.colour}-dot-in-another-square`,
        things: drawn((one) => ({ ...one, square: elsewhere?.at ?? one.square })),
      },
    ];
  });
}
