import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { ColourWord } from '../util/colour.ts';
import type { Random } from '../util/random.ts';
import { faultsOf, thingsOf } from './cubes/faults.ts';
import { type Stacks, stacksOf, type Take, takeAll, takesOf } from './cubes/stacks.ts';
import { SIDES, type View } from './cubes/views.ts';
import { untilFound } from './parts/attempt.ts';
import { BRIGHT_COLOURS } from './parts/colours.ts';
import { FIGURE_STYLES } from './parts/draw/draw.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chooseSome } from './parts/pick.ts';
import { fewest } from './parts/select-faults.ts';
import { listed, numberWord } from './parts/text.ts';

interface Size {
  readonly rows: number;
  readonly columns: number;
  readonly highest: number;
  readonly moves: number;
  /** The sides that may be looked at; level 5 looks from two of them. */
  readonly from: readonly View['from'][];
  readonly views: number;
}

const SIZES: Readonly<Record<Level, Size>> = {
  1: { rows: 2, columns: 2, highest: 3, moves: 0, from: ['front'], views: 1 },
  2: { rows: 3, columns: 3, highest: 3, moves: 0, from: ['front', 'back'], views: 1 },
  3: { rows: 3, columns: 3, highest: 4, moves: 0, from: ['left', 'right'], views: 1 },
  4: { rows: 3, columns: 4, highest: 4, moves: 2, from: ['back', 'left', 'right'], views: 1 },
  5: { rows: 3, columns: 4, highest: 5, moves: 3, from: ['front', 'back', 'left', 'right'], views: 2 },
};

/** Stacks of cubes on a grid are told by their heights; what is seen of them from a side is to be drawn. */
export const cubes: Family = {
  name: 'cubes',
  summary: 'Stacks of cubes are told by their heights; the view from a side is to be drawn.',
  levels: [
    'two by two stacks, seen from the front',
    'three by three, from the front or from behind',
    'three by three, from the left or the right',
    'three by four, and two cubes change their place',
    'three moves, and two views in one drawing',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const size = SIZES[level];
  const start = stacksOf(random, size);
  const takes = takesOf(random, start, size.moves);
  const stacks = takeAll(start, takes);
  const views = viewsOf(random, stacks, size);
  if (views.some(({ heights }) => heights.every((height) => height === heights[0]))) return null;
  const asked = { subjects: subjectsOf(views), checks: checksOf(views) };
  const faults = faultsOf({ start, stacks, views });
  const drawings = knownDrawings({
    asked,
    select: fewest,
    styles: FIGURE_STYLES,
    things: thingsOf(views),
    faults,
  });
  if (drawings === null) return null;
  return {
    title: `Cubes seen from ${listed(views.map(({ from }) => SIDES[from].short))}`,
    prompt: promptOf({ start, takes, views }),
    tags: ['generated', 'cubes'],
    level,
    ...asked,
    drawings,
  };
}

function viewsOf(random: Random, stacks: Stacks, { from, views: count }: Size): readonly View[] {
  const sides = chooseSome(random, from, count);
  const colours = chooseSome(random, BRIGHT_COLOURS, BRIGHT_COLOURS.length);
  return sides.map((side) => {
    const heights = SIDES[side].see(stacks);
    return { from: side, heights, colours: colours.splice(0, heights.length) };
  });
}

function subjectsOf(views: readonly View[]): Record<string, SubjectSpec> {
  const colours = views.flatMap((view) => view.colours);
  return Object.fromEntries(colours.map((colour) => [colour, { shape: 'square', colour, pick: 'all' }]));
}

function checksOf(views: readonly View[]): WrittenCheck[] {
  return [...views.flatMap(viewChecks), ...betweenViews(views)];
}

function viewChecks({ from, heights, colours }: View): WrittenCheck[] {
  const stacked = heights.map((height, index) => ({ height, colour: colours[index] ?? 'grey' }));
  return [
    ...stacked.flatMap(({ height, colour }) => columnChecks(colour, height)),
    {
      id: `${from}-on-one-ground`,
      skill: 'alignment',
      check: 'aligned',
      of: colours,
      on: 'bottom',
      within: 0.03,
    },
    ...stacked.slice(1).flatMap(({ colour }, index) => sideBySide(colours[index] ?? 'grey', colour)),
  ];
}

function columnChecks(colour: ColourWord, height: number): WrittenCheck[] {
  const count = {
    id: `${colour}-squares`,
    skill: 'counting',
    check: 'count',
    of: colour,
    is: height,
    weight: 2,
  };
  if (height === 1) return [count];
  const tower = {
    skill: 'order',
    check: 'ratio',
    of: colour,
    is: Math.round(1000 / height) / 1000,
    within: 0.15,
  };
  return [count, { id: `${colour}-stacked`, ...tower, needs: count.id }];
}

function sideBySide(left: ColourWord, right: ColourWord): WrittenCheck[] {
  const of = [left, right];
  return [
    { id: `${left}-left-of-${right}`, skill: 'order', check: 'left-of', of },
    { id: `${left}-beside-${right}`, skill: 'contact', check: 'touching', of },
    {
      id: `${left}-as-wide-as-${right}`,
      skill: 'size',
      check: 'ratio',
      of,
      measure: 'width',
      is: 1,
      within: 0.15,
    },
  ];
}

function betweenViews([first, second]: readonly View[]): WrittenCheck[] {
  const [left, right] = [first?.colours.at(-1), second?.colours[0]];
  if (left === undefined || right === undefined) return [];
  return [
    { id: 'second-view-on-the-right', skill: 'order', check: 'left-of', of: [left, right] },
    { id: 'views-apart', skill: 'contact', check: 'apart', of: [left, right] },
  ];
}

interface Told {
  readonly start: Stacks;
  readonly takes: readonly Take[];
  readonly views: readonly View[];
}

function promptOf({ start, takes, views }: Told): string {
  const names = start.length === 2 ? ['back', 'front'] : ['back', 'middle', 'front'];
  const rows = start.map((row, index) => `the ${names[index] ?? ''} row ${row.join(', ')}`);
  const moved = takes.map(
    ({ from, to }) =>
      `Take the top cube of the ${placeWords(from, names)} and put it on top of the ${placeWords(to, names)}.`,
  );
  return [
    `Cubes of one size stand in stacks on a table, in ${numberWord(start.length)} rows of ${numberWord(start[0]?.length ?? 0)} stacks,`,
    'without gaps. You sit in front of the table. The numbers of cubes, each row from left to right as you see it, are:',
    `${rows.join('; ')}.`,
    ...moved,
    ...views.map((view, index) =>
      tellView(view, ['Now', 'Beside it, further right and apart from it,'][index] ?? ''),
    ),
    'A view shows each column of squares as high as the highest stack that stands there along your line of sight.',
    'All squares are of one size. They stand on one another and side by side without gaps, on one level ground. Draw nothing else.',
  ].join(' ');
}

function tellView({ from, colours }: View, begin: string): string {
  const what = begin === 'Now' ? 'draw only what is seen' : 'draw what is seen';
  return [
    `${begin} ${what} by somebody who ${SIDES[from].words}: each visible face of a cube is one filled square.`,
    `The columns of squares in this view, from left to right as that person sees them, are ${listed(colours)}.`,
  ].join(' ');
}

const ORDER = ['first', 'second', 'third', 'fourth'];

function placeWords({ row, column }: Take['from'], names: readonly string[]): string {
  return `${ORDER[column] ?? ''} stack from the left in the ${names[row] ?? ''} row`;
}
