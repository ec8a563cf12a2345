import type { Point } from '../../domain/geometry.ts';
import type { ColourWord } from '../../util/colour.ts';
import { type Item, sized, TRIANGLE_HEIGHT } from '../parts/thing.ts';

/** What a pattern is mirrored in. */
export type Axes = 'upright' | 'level' | 'both';

/** A shape of the told part: in a column and a row from 1, counted from the axes or the edge; 0 is on the axis. */
export interface Piece {
  readonly shape: 'circle' | 'square' | 'triangle';
  readonly colour: ColourWord;
  readonly column: number;
  readonly row: number;
}

/** How wide a shape is in its cell. */
export const CELL_SHARE = 0.7;

/** Its subject's name: `red-circle`. */
export function nameOf({ colour, shape }: Piece): string {
  return `${colour}-${shape}`;
}

/** The middle of a piece's cell beside an upright axis at 0; where a level axis is at 0, the middle above it. */
function placeOf({ column, row }: Piece): Point {
  return { x: column === 0 ? 0 : 0.5 - column, y: row === 0 ? 0 : row - 0.5 };
}

/** The shape and its mirror images, each once. */
export function copiesOf(piece: Piece, axes: Axes): readonly Item[] {
  const { x, y } = placeOf(piece);
  const across = axes === 'level' ? [x] : [x, -x];
  const up = axes === 'upright' ? [y] : [y, -y];
  const all = across.flatMap((left) => up.map((height) => shapeAt(piece, { x: left + 0, y: height + 0 })));
  return all.filter(
    (one, index) => all.findIndex(({ x: left, y: height }) => left === one.x && height === one.y) === index,
  );
}

/** A piece somewhere; what lies below a level axis is turned over. */
function shapeAt({ shape, colour }: Piece, at: Point): Item {
  const isBelow = at.y < 0;
  return sized(at, {
    kind: shape,
    colour,
    size: CELL_SHARE,
    ...(shape === 'triangle' && { isUpsideDown: isBelow }),
  });
}

/** How wide or high all copies of a piece are together. */
export function spanOf(piece: Piece, measure: 'width' | 'height'): number {
  const { x, y } = placeOf(piece);
  if (measure === 'width') return CELL_SHARE + 2 * Math.abs(x);
  return CELL_SHARE * (piece.shape === 'triangle' ? TRIANGLE_HEIGHT : 1) + 2 * Math.abs(y);
}
