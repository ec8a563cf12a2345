import type { Point } from '../../domain/geometry.ts';
import { gapBetween } from '../parts/distances.ts';
import type { Fault } from '../parts/faults.ts';
import { type Item, type Line, mapThing, point, replaceAt, type Thing } from '../parts/thing.ts';
import { type Axes, CELL_SHARE, copiesOf, nameOf, type Piece } from './pieces.ts';

/** Axes reach beyond the pattern by half a cell. */
const REACH = 4.5;

/** The axes, and all pieces with their images. */
export function thingsOf(pieces: readonly Piece[], axes: Axes): readonly Thing[] {
  return [...linesOf(axes), ...pieces.flatMap((piece) => copiesOf(piece, axes))];
}

function linesOf(axes: Axes): readonly Line[] {
  const upright: Line =
    axes === 'upright'
      ? { kind: 'line', colour: 'black', from: point(0, -0.5), to: point(0, REACH) }
      : { kind: 'line', colour: 'black', from: point(0, -REACH), to: point(0, REACH) };
  const level: Line =
    axes === 'level'
      ? { kind: 'line', colour: 'black', from: point(-REACH, 0), to: point(0.5, 0) }
      : { kind: 'line', colour: 'grey', from: point(-REACH, 0), to: point(REACH, 0) };
  if (axes === 'both') return [level, upright];
  return [axes === 'upright' ? upright : level];
}

/** What may go wrong: a half that isn't mirrored, is shifted or swapped, pieces too many or at the wrong distance. */
export function faultsOf(pieces: readonly Piece[], axes: Axes): readonly Fault[] {
  const drawn = (others: readonly Piece[]) => thingsOf(others, axes);
  const images = (change: (shape: Item) => Item | null) => [
    ...linesOf(axes),
    ...pieces.flatMap((piece) =>
      copiesOf(piece, axes).flatMap((shape) => (isTold(shape) ? shape : (change(shape) ?? []))),
    ),
  ];
  const isTold = ({ x, y }: Item) => (axes === 'level' ? y >= 0 : x <= 0) && (axes !== 'both' || y >= 0);
  const shifted = (by: Point) => [
    ...linesOf(axes),
    ...drawn(pieces)
      .slice(linesOf(axes).length)
      .map((thing) => mapThing(thing, ({ x, y }) => ({ x: x + by.x, y: y + by.y }))),
  ];
  const faults = [
    { name: 'only-the-told-part', things: images(() => null) },
    { name: 'copied-and-not-mirrored', things: images((shape) => copied(shape, axes)) },
    {
      name: 'images-one-row-off',
      things: images((shape) =>
        mapThing(shape, ({ x, y }) => ({
          x: x + (axes === 'level' ? 1 : 0),
          y: y + (axes === 'level' ? 0 : 1),
        })),
      ),
    },
    { name: 'images-further-out', things: images((shape) => mapThing(shape, outwards)) },
    {
      name: 'beside-the-axis',
      things: shifted({ x: axes === 'level' ? 0 : 0.7, y: axes === 'upright' ? 0 : 0.7 }),
    },
    {
      name: 'axes-lean',
      things: drawn(pieces).map((thing) => (thing.kind === 'line' ? leaning(thing) : thing)),
    },
    ...pieces.flatMap((piece, index) => pieceFaults({ pieces, piece, index }, drawn)),
    ...pieces.slice(1).map((piece, index) => ({
      name: `${nameOf(pieces[index] ?? piece)}-and-${nameOf(piece)}-swapped`,
      things: drawn(swapped(pieces, index)),
    })),
  ];
  return faults.filter(({ things }) => !arePiled(things));
}

/** Whether a piece hides a part of another one. */
function arePiled(things: readonly Thing[]): boolean {
  const pieces = things.flatMap((thing) => (thing.kind === 'line' ? [] : [thing]));
  const shrunk = (item: Item) => ({ ...item, width: 0.98 * item.width, height: 0.98 * item.height });
  return pieces.some((one, index) =>
    pieces
      .slice(index + 1)
      .filter(({ x, y }) => Math.hypot(x - one.x, y - one.y) < 2 * CELL_SHARE)
      .some((other) => gapBetween([shrunk(one)], [shrunk(other)]) === 0),
  );
}

/** A piece beyond the axis where it would be without a mirror: as far behind the axis as the part is wide. */
function copied(shape: Item, axes: Axes): Item {
  const slid = (value: number) =>
    value === 0 ? 0 : Math.sign(value) * (4.5 - Math.abs(value) + 0.5) - 0.5 * Math.sign(value);
  const map = ({ x, y }: Point) =>
    axes === 'level' ? { x, y: y < 0 ? slid(y) : y } : { x: x > 0 ? slid(x) : x, y };
  return mapThing({ ...shape, ...(shape.kind === 'triangle' && { isUpsideDown: false }) }, map);
}

function outwards({ x, y }: Point): Point {
  return { x: x + Math.sign(x), y: y + Math.sign(y) };
}

function leaning(line: Line): Line {
  const lean = ({ x, y }: Point) => ({ x: x + 0.3 * y, y: y + 0.3 * x });
  return mapThing(line, lean);
}

interface One {
  readonly pieces: readonly Piece[];
  readonly piece: Piece;
  readonly index: number;
}

function pieceFaults(
  { pieces, piece, index }: One,
  drawn: (pieces: readonly Piece[]) => readonly Thing[],
): readonly Fault[] {
  const name = nameOf(piece);
  const at = (column: number, row: number) =>
    drawn(replaceAt(pieces, index, () => ({ ...piece, column, row })));
  const { column, row } = piece;
  return [
    { name: `${name}-left-out`, things: drawn(pieces.filter((one) => one !== piece)) },
    { name: `${name}-two-rows-off`, things: at(column, row > 2 ? row - 2 : row + 2) },
    { name: `${name}-two-columns-off`, things: at(column > 2 ? column - 2 : column + 2, row) },
  ];
}

function swapped(pieces: readonly Piece[], index: number): readonly Piece[] {
  const [one, other] = [pieces[index], pieces[index + 1]];
  if (one === undefined || other === undefined) return pieces;
  const moved = (piece: Piece, { column, row }: Piece) => ({ ...piece, column, row });
  return pieces.map((piece) =>
    piece === one ? moved(one, other) : piece === other ? moved(other, one) : piece,
  );
}
