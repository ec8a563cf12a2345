import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { Random } from '../util/random.ts';
import { untilFound } from './parts/attempt.ts';
import { BRIGHT_COLOURS } from './parts/colours.ts';
import { FIGURE_STYLES } from './parts/draw/draw.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { choose, chooseSome, integer } from './parts/pick.ts';
import { fewest } from './parts/select-faults.ts';
import { numberWord, withArticle } from './parts/text.ts';
import { faultsOf, thingsOf } from './symmetry/faults.ts';
import { type Axes, CELL_SHARE, copiesOf, nameOf, type Piece, spanOf } from './symmetry/pieces.ts';

/** How many pieces are told, how far from the axes they may lie, and what the pattern is mirrored in. */
interface Size {
  readonly pieces: number;
  readonly reach: number;
  readonly axes: readonly Axes[];
  /** How many of them lie on an axis. */
  readonly onAxis: number;
}

const SIZES: Readonly<Record<Level, Size>> = {
  1: { pieces: 2, reach: 3, axes: ['upright'], onAxis: 0 },
  2: { pieces: 3, reach: 4, axes: ['upright', 'level'], onAxis: 0 },
  3: { pieces: 5, reach: 4, axes: ['upright', 'level'], onAxis: 1 },
  4: { pieces: 4, reach: 4, axes: ['both'], onAxis: 0 },
  5: { pieces: 6, reach: 4, axes: ['both'], onAxis: 2 },
};

/** One half or quarter of a pattern is told; the whole of it is to be drawn. */
export const symmetry: Family = {
  name: 'symmetry',
  summary: 'One half or quarter of a pattern is told; the whole symmetric pattern is to be drawn.',
  levels: [
    'two pieces left of an upright axis',
    'three pieces beside an upright or above a level axis',
    'five pieces, one of them on the axis',
    'four pieces in a quarter, mirrored in two axes',
    'six pieces in a quarter, two of them on an axis',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const size = SIZES[level];
  const axes = choose(random, size.axes);
  const pieces = piecesOf(random, axes, size);
  if (pieces === null) return null;
  const asked = { subjects: subjectsOf(pieces, axes), checks: checksOf(pieces, axes) };
  const drawings = knownDrawings({
    asked,
    select: fewest,
    styles: FIGURE_STYLES,
    things: thingsOf(pieces, axes),
    faults: faultsOf(pieces, axes),
  });
  if (drawings === null) return null;
  return {
    title: TITLES[axes],
    prompt: promptOf(pieces, axes),
    tags: ['generated', 'symmetry'],
    level,
    ...asked,
    drawings,
  };
}

const TITLES: Readonly<Record<Axes, string>> = {
  upright: 'The other half of a pattern, left and right',
  level: 'The other half of a pattern, above and below',
  both: 'Three more quarters of a pattern',
};

const SHAPES = ['circle', 'square', 'triangle'] as const;

/** Pieces of unlike look, no two in one place; at least two of them at unlike distances from each axis. */
function piecesOf(
  random: Random,
  axes: Axes,
  { pieces: count, reach, onAxis }: Size,
): readonly Piece[] | null {
  const looks = chooseSome(
    random,
    SHAPES.flatMap((shape) => BRIGHT_COLOURS.map((colour) => ({ shape, colour }))),
    count,
  );
  const pieces = looks.map((look, index): Piece => {
    const place = { column: integer(random, 1, reach), row: integer(random, 1, reach) };
    if (index >= onAxis) return { ...look, ...place };
    const isLeft = axes === 'upright' || (axes === 'both' && index % 2 === 0);
    return isLeft ? { ...look, ...place, column: 0 } : { ...look, ...place, row: 0 };
  });
  const places = new Set(pieces.map(({ column, row }) => `${column} ${row}`));
  const columns = new Set(pieces.map(({ column }) => column));
  const rows = new Set(pieces.map(({ row }) => row));
  return places.size < count || columns.size < 2 || rows.size < 2 ? null : pieces;
}

function subjectsOf(pieces: readonly Piece[], axes: Axes): Record<string, SubjectSpec> {
  const looks = pieces.map(
    (piece) => [nameOf(piece), { shape: piece.shape, colour: piece.colour, pick: 'all' } as const] as const,
  );
  const lines = linesOf(axes).map(({ name, colour }) => [name, { shape: 'line', colour } as const] as const);
  return { ...Object.fromEntries(looks), ...Object.fromEntries(lines) };
}

/** The axes as they are drawn: an upright one in black, a level one in black too, or in white's stead in grey beside it. */
function linesOf(axes: Axes) {
  const upright = { name: 'upright-axis', colour: 'black', way: 'horizontal', mirror: 'vertical' } as const;
  const level = { name: 'level-axis', colour: 'black', way: 'vertical', mirror: 'horizontal' } as const;
  if (axes === 'both') return [upright, { ...level, colour: 'grey' } as const];
  return [axes === 'upright' ? upright : level];
}

function checksOf(pieces: readonly Piece[], axes: Axes): WrittenCheck[] {
  const angles = linesOf(axes).map(
    ({ name, mirror }): WrittenCheck => ({
      id: `${name}-straight`,
      skill: 'orientation',
      check: 'rotated',
      of: name,
      to: mirror === 'vertical' ? 90 : 0,
    }),
  );
  return [
    ...angles,
    ...pieces.flatMap((piece) => pieceChecks(piece, axes)),
    ...pieces.slice(1).flatMap((piece, index) => pairChecks(pieces[index] ?? piece, piece, axes)),
  ];
}

function pieceChecks(piece: Piece, axes: Axes): WrittenCheck[] {
  const name = nameOf(piece);
  const copies = copiesOf(piece, axes).length;
  const counted = `${name}-count`;
  const mirrored = linesOf(axes).flatMap(({ name: axis, way, mirror }): WrittenCheck[] => [
    {
      id: `${name}-across-${axis}`,
      skill: 'symmetry',
      check: 'centred-on',
      of: [name, axis],
      axis: way,
      by: 'box',
      within: 0.03,
      needs: counted,
    },
    {
      id: `${name}-mirrored-in-${axis}`,
      skill: 'symmetry',
      check: 'symmetric',
      of: name,
      axis: mirror,
      share: 0.85,
      needs: counted,
    },
  ]);
  return [
    { id: counted, skill: 'counting', check: 'count', of: name, is: copies, weight: 2 },
    ...(copies === 1 ? mirrored.slice(0, 1) : mirrored),
  ];
}

/** How far a pair of copies spans says how far each lies from the axis; along the axis, one is further than the other. */
function pairChecks(one: Piece, other: Piece, axes: Axes): WrittenCheck[] {
  const of = [nameOf(other), nameOf(one)];
  const needs = of.map((name) => `${name}-count`);
  const id = `${of[0] ?? ''}-and-${of[1] ?? ''}`;
  const checks: WrittenCheck[] = [];
  const spans = (measure: 'width' | 'height') => {
    const is = spanOf(other, measure) / spanOf(one, measure);
    checks.push({
      id: `${id}-${measure}`,
      skill: 'size',
      check: 'ratio',
      of,
      measure,
      is: Math.round(is * 1000) / 1000,
      within: 0.15,
      needs,
    });
  };
  if (axes !== 'level') spans('width');
  if (axes !== 'upright') spans('height');
  if (axes === 'upright')
    checks.push(
      ...along(id, { of, needs, difference: other.row - one.row, on: 'middle', ways: ['above', 'below'] }),
    );
  if (axes === 'level')
    checks.push(
      ...along(id, {
        of,
        needs,
        difference: other.column - one.column,
        on: 'centre',
        ways: ['right-of', 'left-of'],
      }),
    );
  return checks;
}

function along(
  id: string,
  {
    of,
    needs,
    difference,
    on,
    ways,
  }: { of: string[]; needs: string[]; difference: number; on: string; ways: readonly [string, string] },
): WrittenCheck[] {
  if (difference === 0)
    return [{ id: `${id}-in-line`, skill: 'alignment', check: 'aligned', of, on, within: 0.03, needs }];
  const check = difference > 0 ? ways[0] : ways[1];
  return [{ id: `${id}-${check}`, skill: 'order', check, of, needs }];
}

function promptOf(pieces: readonly Piece[], axes: Axes): string {
  const axis = {
    upright: 'The axis is a straight upright black line.',
    level: 'The axis is a straight level black line.',
    both: 'There are two axes, which cross in their middles: a straight upright black line and a straight level grey line.',
  }[axes];
  const sides = {
    upright:
      'This is the half on the left of the axis, with columns counted from the axis to the left and rows counted from the bottom up',
    level:
      'This is the half above the axis, with columns counted from the left and rows counted from the axis up',
    both: 'This is the quarter on the upper left, with columns counted from the upright axis to the left and rows counted from the level axis up',
  }[axes];
  const whole = axes === 'both' ? 'with respect to both axes' : 'with respect to the axis';
  return [
    'A pattern of small shapes lies on a grid of square cells, all of one size. The grid itself is not drawn.',
    axis,
    `${sides}; the first ${axes === 'level' ? 'row' : 'column'} borders on the axis${axes === 'both' ? ', and so does the first row on the other one' : ''}:`,
    `${pieces.map((piece) => tellPiece(piece, axes)).join('; ')}.`,
    `Each shape lies in the middle of its cell and is ${CELL_SHARE} of a cell wide; triangles have equal sides, one of them level and at the bottom.`,
    `Draw the whole pattern, which is mirror-symmetric ${whole}, colours included, together with the ${axes === 'both' ? 'axes, each longer than the pattern' : 'axis, which is longer than the pattern'}.`,
    'What lies on an axis is drawn only once there, and triangles are mirrored too. Fill all shapes, and draw nothing else.',
  ].join(' ');
}

function tellPiece(piece: Piece, axes: Axes): string {
  const { colour, shape, column, row } = piece;
  const what = withArticle(`${colour} ${shape}`);
  const inColumn =
    column === 0
      ? `with its middle on the ${axes === 'both' ? 'upright ' : ''}axis`
      : `in column ${numberWord(column)}`;
  const inRow =
    row === 0 ? `with its middle on the ${axes === 'both' ? 'level ' : ''}axis` : `in row ${numberWord(row)}`;
  return row === 0
    ? `${what} ${inColumn} and ${inRow}`
    : `${what} ${column === 0 ? `${inRow} and ${inColumn}` : `${inColumn} and ${inRow}`}`;
}
