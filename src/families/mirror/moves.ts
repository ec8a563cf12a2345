import type { Level } from '../../domain/family.ts';
import type { Point } from '../../domain/geometry.ts';
import type { Dot } from './dot.ts';
import type { Cell } from './figure.ts';

/** Something that is done to the whole figure. */
export interface Move {
  /** `Take this figure and …`. */
  readonly words: string;
  readonly short: string;
  /** The level from which it is used. */
  readonly level: Level;
  map(at: Point): Point;
}

/** Turns and mirrors of the square. */
export const MOVES: readonly Move[] = [
  {
    words: 'mirror it in an upright line, so that left and right change places',
    short: 'mirrored',
    level: 1,
    map: ({ x, y }) => flat(-x, y),
  },
  {
    words: 'mirror it in a level line, as water does, so that top and bottom change places',
    short: 'mirrored in water',
    level: 1,
    map: ({ x, y }) => flat(x, -y),
  },
  {
    words: 'turn it by a quarter turn clockwise',
    short: 'turned clockwise',
    level: 2,
    map: ({ x, y }) => flat(y, -x),
  },
  {
    words: 'turn it by a quarter turn anticlockwise',
    short: 'turned anticlockwise',
    level: 2,
    map: ({ x, y }) => flat(-y, x),
  },
  {
    words: 'turn it by half a turn',
    short: 'turned by half',
    level: 2,
    map: ({ x, y }) => flat(-x, -y),
  },
  {
    words: 'mirror it in a slanting line that rises at 45 degrees from the lower left to the upper right',
    short: 'mirrored aslant',
    level: 4,
    map: ({ x, y }) => flat(y, x),
  },
  {
    words: 'mirror it in a slanting line that falls at 45 degrees from the upper left to the lower right',
    short: 'mirrored aslant',
    level: 4,
    map: ({ x, y }) => flat(-y, -x),
  },
];

/** A point without negative zeros. */
function flat(x: number, y: number): Point {
  return { x: x + 0, y: y + 0 };
}

/** The figure after all moves, one after the other. */
export function moveAll(
  { cells, dots }: { readonly cells: readonly Cell[]; readonly dots: readonly Dot[] },
  moves: readonly Move[],
) {
  const map = (at: Point) => moves.reduce((point, move) => move.map(point), at);
  return {
    cells: cells.map((cell) => ({ ...cell, at: map(cell.at), from: map(cell.from) })),
    dots: dots.map((dot) => ({ ...dot, corner: map(dot.corner), square: map(dot.square) })),
  };
}
