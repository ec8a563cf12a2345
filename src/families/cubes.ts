import type { Family, Level, WrittenTask } from '../domain/family.ts';
import type { Random } from '../util/random.ts';
import { faultsOf, thingsOf } from './cubes/faults.ts';
import { fromAbove } from './cubes/from-above.ts';
import { sideChecks, sideSubjects } from './cubes/side-checks.ts';
import { type Stacks, stacksOf, takeAll, takesOf } from './cubes/stacks.ts';
import { SIDES, type View } from './cubes/views.ts';
import { tellStacks, tellViews } from './cubes/words.ts';
import { untilFound } from './parts/attempt.ts';
import { BRIGHT_COLOURS } from './parts/colours.ts';
import { FIGURE_STYLES } from './parts/draw/draw.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chance, chooseSome } from './parts/pick.ts';
import { fewest } from './parts/select-faults.ts';
import { listed } from './parts/text.ts';

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

/** Stacks of cubes on a grid are told by their heights; what is seen of them from a side or from above is to be drawn. */
export const cubes: Family = {
  name: 'cubes',
  summary: 'Stacks of cubes are told by their heights; the view from a side or from above is to be drawn.',
  levels: [
    'two by two stacks, seen from the front',
    'three by three, from the front or from behind',
    'three by three, from the left or the right',
    'up to three by four, two cubes change their place, and the view may be from above',
    'three moves, and two views in one drawing, or those from the front, a side and above',
  ],
  generate: (random, level) => {
    const fromSides = untilFound(() => attempt(random, level));
    // Chosen last, so that where it stays so a seed gives the task that it has always given.
    if ((level !== 4 && level !== 5) || !chance(random, ABOVE_SHARE)) return fromSides;
    return untilFound(() => fromAbove(random, level));
  },
};

const ABOVE_SHARE = 0.4;

function attempt(random: Random, level: Level): WrittenTask | null {
  const size = SIZES[level];
  const start = stacksOf(random, size);
  const takes = takesOf(random, start, size.moves);
  const stacks = takeAll(start, takes);
  const views = viewsOf(random, stacks, size);
  if (views.some(({ heights }) => heights.every((height) => height === heights[0]))) return null;
  const asked = { subjects: sideSubjects(views), checks: sideChecks(views) };
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
    prompt: `${tellStacks({ start, takes })} ${tellViews(views)} Draw nothing else.`,
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
