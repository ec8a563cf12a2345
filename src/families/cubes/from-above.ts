import type { Level, WrittenCheck, WrittenTask } from '../../domain/family.ts';
import type { Random } from '../../util/random.ts';
import { BRIGHT_COLOURS } from '../parts/colours.ts';
import { FIGURE_STYLES } from '../parts/draw/draw.ts';
import type { Fault } from '../parts/faults.ts';
import { knownDrawings } from '../parts/known-drawings.ts';
import { choose, chooseSome } from '../parts/pick.ts';
import { fewest } from '../parts/select-faults.ts';
import type { Item } from '../parts/thing.ts';
import {
  besides,
  drawSquares,
  faultsBeside,
  type Square,
  squareFaults,
  squaresOf,
  type ViewFromAbove,
} from './above.ts';
import { aboveChecks, aboveSubjects, nameOf } from './above-checks.ts';
import { faultsOf, thingsOf } from './faults.ts';
import { sideChecks, sideSubjects } from './side-checks.ts';
import { type Stacks, stacksOf, takeAll, takesOf } from './stacks.ts';
import { SIDES, type View } from './views.ts';
import { tellAbove, tellStacks, tellViews } from './words.ts';

interface Size {
  readonly moves: number;
  /** Where who looks down may sit. */
  readonly from: readonly View['from'][];
  /** Whether the view from the front and one from an end stand beside it. */
  readonly hasSides: boolean;
}

/** A square has more to be checked than a column: views from above begin where those from the sides are large. */
const SIZES: Readonly<Record<LevelFromAbove, Size>> = {
  4: { moves: 2, from: ['back', 'left', 'right'], hasSides: false },
  5: { moves: 3, from: ['front', 'back'], hasSides: true },
};
const STACKS = { rows: 2, columns: 3, highest: 4 };

/** The levels that know the view from above. */
export type LevelFromAbove = Extract<Level, 4 | 5>;

/** A task with the view from straight above, in which colours say how high the stacks are; null where chance makes none. */
export function fromAbove(random: Random, level: LevelFromAbove): WrittenTask | null {
  const size = SIZES[level];
  const start = stacksOf(random, STACKS);
  const takes = takesOf(random, start, size.moves);
  const stacks = takeAll(start, takes);
  const heights = stacks.flat();
  if (Math.max(...heights) > STACKS.highest || new Set(heights).size < 2) return null;
  const colours = chooseSome(random, BRIGHT_COLOURS, BRIGHT_COLOURS.length);
  const view = { from: choose(random, size.from), stacks, colours: colours.splice(0, STACKS.highest) };
  const ends: View['from'][] = size.hasSides ? ['front', choose(random, ['left', 'right'])] : [];
  const sides = ends.map((from): View => {
    const seen = SIDES[from].see(stacks);
    return { from, heights: seen, colours: colours.splice(0, seen.length) };
  });
  const scene = { start, view, sides };
  const asked = { subjects: subjectsOf(scene), checks: checksOf(scene) };
  const things = besides(thingsOf(sides), squaresOf(view));
  const drawings = knownDrawings({
    asked,
    select: fewest,
    styles: FIGURE_STYLES,
    things,
    faults: faultsIn(scene),
  });
  if (drawings === null) return null;
  const told = [
    tellStacks({ start, takes }),
    ...(size.hasSides ? [tellViews(sides)] : []),
    tellAbove(view, size.hasSides),
  ];
  return {
    title: size.hasSides ? 'Cubes from the front, the side and above' : 'Cubes seen from above',
    prompt: `${told.join(' ')} Draw nothing else.`,
    tags: ['generated', 'cubes'],
    level,
    ...asked,
    drawings,
  };
}

interface Scene {
  readonly start: Stacks;
  readonly view: ViewFromAbove;
  readonly sides: readonly View[];
}

function subjectsOf({ view, sides }: Scene) {
  return { ...sideSubjects(sides), ...aboveSubjects(squaresOf(view)) };
}

function checksOf({ view, sides }: Scene): WrittenCheck[] {
  const squares = squaresOf(view);
  const last = sides.at(-1)?.colours.at(-1);
  if (last === undefined) return aboveChecks(squares);
  const left = Math.min(...squares.map(({ at }) => at.x));
  const first = squares.find(({ at }) => at.x === left)?.letter ?? '';
  const of = [last, nameOf(first)];
  return [
    ...sideChecks(sides),
    ...aboveChecks(squares),
    { id: 'view-from-above-on-the-right', skill: 'order', check: 'left-of', of },
    { id: 'view-from-above-apart', skill: 'contact', check: 'apart', of },
  ];
}

function faultsIn({ start, view, sides }: Scene): readonly Fault[] {
  const squares = squaresOf(view);
  const ofSquares = faultsBeside(thingsOf(sides), squareFaults(view, start));
  if (sides.length === 0) return ofSquares;
  const ofSides = faultsOf({ start, stacks: view.stacks, views: sides }).map(({ name, things }) => ({
    name,
    things: besides(things, squares),
  }));
  return [...ofSides, ...ofSquares, ...placeFaults(thingsOf(sides), squares)];
}

/** The view from above at the left of the others, or right against them. */
function placeFaults(sides: readonly Item[], squares: readonly Square[]): readonly Fault[] {
  const right = Math.max(...sides.map(({ x, width }) => x + width / 2));
  return [
    { name: 'view-from-above-on-the-left', things: [...sides, ...drawSquares(squares, -6)] },
    { name: 'view-from-above-touches', things: [...sides, ...drawSquares(squares, right)] },
  ];
}
