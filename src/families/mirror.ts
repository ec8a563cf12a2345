import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { Point } from '../domain/geometry.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { ColourWord } from '../util/colour.ts';
import type { Random } from '../util/random.ts';
import type { Dot } from './mirror/dot.ts';
import { faultsOf, thingsOf } from './mirror/faults.ts';
import { type Cell, DIRECTIONS, figureOf } from './mirror/figure.ts';
import { MOVES, type Move, moveAll } from './mirror/moves.ts';
import { untilFound } from './parts/attempt.ts';
import { BRIGHT_COLOURS } from './parts/colours.ts';
import { FIGURE_STYLES } from './parts/draw/draw.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { choose, chooseSome } from './parts/pick.ts';
import { fewest } from './parts/select-faults.ts';
import { capital, numberWord } from './parts/text.ts';

/** How many squares, dots and moves each level has. */
const SIZES: Readonly<
  Record<Level, { readonly cells: number; readonly dots: number; readonly moves: number }>
> = {
  1: { cells: 3, dots: 0, moves: 1 },
  2: { cells: 4, dots: 1, moves: 1 },
  3: { cells: 5, dots: 1, moves: 2 },
  4: { cells: 6, dots: 2, moves: 2 },
  5: { cells: 8, dots: 2, moves: 3 },
};

/** A figure of coloured squares, told square by square; its mirror image, turned or mirrored again, is to be drawn. */
export const mirror: Family = {
  name: 'mirror',
  summary: 'A figure of coloured squares is told; it is to be drawn mirrored, turned, or both.',
  levels: [
    'three squares, mirrored left to right or turned upside down',
    'four squares and a dot in a corner of one, mirrored or turned',
    'five squares, and two moves one after the other',
    'six squares, two dots, and a mirror that may lie aslant',
    'eight squares, two dots and three moves',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const { cells: count, dots: dotCount, moves: moveCount } = SIZES[level];
  const cells = figureOf(random, chooseSome(random, BRIGHT_COLOURS, count));
  const dots = dotsIn(random, cells, dotCount);
  const moves = chooseMoves(random, level, moveCount);
  if (moves === null) return null;
  const told = { cells, dots };
  const right = moveAll(told, moves);
  const asked = { subjects: subjectsOf(cells, dots), checks: checksOf(right) };
  const drawings = knownDrawings({
    asked,
    select: fewest,
    styles: FIGURE_STYLES,
    things: thingsOf(right),
    faults: faultsOf(told, { right, moves }),
  });
  if (drawings === null) return null;
  return {
    title: `A figure of ${numberWord(count)} squares, ${moves.map(({ short }) => short).join(' and ')}`,
    prompt: promptOf(cells, dots, moves),
    tags: ['generated', 'mirror'],
    level,
    ...asked,
    drawings,
  };
}

/** Different moves, which together don't come to nothing. Level 1 knows the simplest two only. */
function chooseMoves(random: Random, level: Level, count: number): readonly Move[] | null {
  const known = MOVES.filter((move) => move.level <= level);
  const moves = chooseSome(random, known, count);
  const probe = moves.reduce<Point>((at, move) => move.map(at), { x: 1, y: 3 });
  return probe.x === 1 && probe.y === 3 ? null : moves;
}

const DOT_COLOURS = ['black', 'white'] as const satisfies readonly ColourWord[];

function dotsIn(random: Random, cells: readonly Cell[], count: number): readonly Dot[] {
  return chooseSome(random, cells, count).map((cell, index) => ({
    colour: DOT_COLOURS[index] ?? 'black',
    cell: cell.colour,
    corner: { x: choose(random, [-1, 1]), y: choose(random, [-1, 1]) },
    square: cell.at,
  }));
}

function subjectsOf(cells: readonly Cell[], dots: readonly Dot[]): Record<string, SubjectSpec> {
  const squares = cells.map(({ colour }) => [colour, { shape: 'square', colour }] as const);
  const spots = dots.map(({ colour }) => [`${colour}-dot`, { shape: 'circle', colour }] as const);
  return Object.fromEntries([...squares, ...spots]);
}

function checksOf({ cells, dots }: { cells: readonly Cell[]; dots: readonly Dot[] }): WrittenCheck[] {
  return [...cells.flatMap((cell) => neighbourChecks(cell, cells)), ...dots.flatMap(dotChecks)];
}

function neighbourChecks({ colour, at, beside }: Cell, cells: readonly Cell[]): WrittenCheck[] {
  const other = cells.find((cell) => cell.colour === beside);
  if (other === undefined) return [];
  const way = DIRECTIONS.find(({ by }) => by.x === at.x - other.at.x && by.y === at.y - other.at.y);
  if (way === undefined) return [];
  const of = [colour, other.colour];
  const on = way.by.x === 0 ? 'centre' : 'middle';
  const pair = `${colour}-and-${other.colour}`;
  return [
    {
      id: `${colour}-${way.check}-${other.colour}`,
      skill: 'symmetry',
      check: way.check,
      of,
      dominant: true,
      weight: 2,
    },
    { id: `${pair}-in-line`, skill: 'alignment', check: 'aligned', of, on, within: 0.03 },
    { id: `${pair}-touch`, skill: 'contact', check: 'touching', of },
  ];
}

/** A dot near a corner lies off the middle by a quarter of the square; half of that must be seen. */
function dotChecks({ colour, cell, corner }: Dot): WrittenCheck[] {
  const dot = `${colour}-dot`;
  const of = [dot, cell];
  const across = corner.x < 0 ? 'left-of' : 'right-of';
  const up = corner.y < 0 ? 'below' : 'above';
  const inside = `${dot}-in-${cell}`;
  return [
    { id: inside, skill: 'containment', check: 'inside', of },
    { id: `${dot}-${across}-middle`, skill: 'symmetry', check: across, of, band: 0.1, needs: inside },
    { id: `${dot}-${up}-middle`, skill: 'symmetry', check: up, of, band: 0.1, needs: inside },
  ];
}

function promptOf(cells: readonly Cell[], dots: readonly Dot[], moves: readonly Move[]): string {
  const [first, ...others] = cells;
  const steps = moves.map(({ words }, index) => `${index === 0 ? 'Take this figure and' : 'Then'} ${words}.`);
  const result = moves.length === 1 ? 'the figure as it is then' : 'the figure as it is after the last step';
  return [
    `A flat figure is made of ${numberWord(cells.length)} squares of one size, each of another colour.`,
    `One of them is ${first?.colour ?? ''}.`,
    ...others.map(tellCell),
    'Where one square is said to lie beside, above or below another one, the two share a whole side.',
    ...dots.map(tellDot),
    ...steps,
    `Draw only ${result}, its squares filled with their colours${dots.length > 0 ? ' and upright' : ''}, and nothing else.`,
  ].join(' ');
}

function tellCell({ colour, at, beside, from }: Cell): string {
  const way = DIRECTIONS.find(({ by }) => by.x === at.x - from.x && by.y === at.y - from.y);
  return `The ${colour} square lies directly ${way?.words ?? ''} the ${beside} one.`;
}

function tellDot({ colour, cell, corner }: Dot): string {
  const where = `${corner.y < 0 ? 'lower' : 'upper'} ${corner.x < 0 ? 'left' : 'right'} corner`;
  return `${capital(`a small ${colour} dot`)} lies inside the ${cell} square, near its ${where}.`;
}
