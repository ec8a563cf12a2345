import type { Point } from '../../domain/geometry.ts';
import type { ColourWord } from '../../util/colour.ts';
import type { Random } from '../../util/random.ts';
import { type Side, sideGap } from '../parts/distances.ts';
import { choose, integer } from '../parts/pick.ts';

/** How ways are told: as right, left, up and down, or as turns to the left and right. */
export type Ways = 'compass' | 'turns';

/** One straight piece of the path, on a grid. */
export interface Leg extends Side {
  readonly colour: ColourWord;
}

/** Steps of one leg. A dot hides a part of a leg, so none is short. */
const LEAST_STEPS = 2;
const MOST_STEPS = 6;
/** Corners of the path keep a step away from its other legs, so that nobody takes a touch for a joint. */
const LEAST_GAP = 1;

interface Wanted {
  readonly colours: readonly ColourWord[];
  /** The colour of a last leg, straight back to the start. */
  readonly homeColour: ColourWord | undefined;
}

/** Legs that turn by a quarter each time and keep clear of each other; null where they run into themselves. */
export function legsOf(random: Random, { colours, homeColour }: Wanted): readonly Leg[] | null {
  let heading = choose(random, HEADINGS);
  let from: Point = { x: 0, y: 0 };
  const legs: Leg[] = [];
  for (const colour of colours) {
    const steps = integer(random, LEAST_STEPS, MOST_STEPS);
    const to = { x: from.x + steps * heading.x, y: from.y + steps * heading.y };
    legs.push({ colour, from, to });
    from = to;
    heading = turned(heading, choose(random, ['left', 'right']));
  }
  if (homeColour !== undefined) legs.push({ colour: homeColour, from, to: { x: 0, y: 0 } });
  return isClear(legs, homeColour !== undefined) ? legs : null;
}

const HEADINGS: readonly Point[] = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: 1 },
  { x: 0, y: -1 },
];

function turned({ x, y }: Point, to: 'left' | 'right'): Point {
  return to === 'left' ? { x: -y + 0, y: x + 0 } : { x: y + 0, y: -x + 0 };
}

/** Legs that aren't neighbours keep away from each other; a way home is long enough, and neither level nor upright. */
function isClear(legs: readonly Leg[], isHome: boolean): boolean {
  const last = legs.at(-1);
  if (isHome && last !== undefined) {
    const [across, up] = [Math.abs(last.to.x - last.from.x), Math.abs(last.to.y - last.from.y)];
    if (Math.min(across, up) < 2) return false;
  }
  return legs.every((one, index) =>
    legs.slice(index + 2).every((other, at) => {
      const isRing = isHome && index === 0 && index + 2 + at === legs.length - 1;
      return (
        isRing || sideGap(one, other) >= (isHome && index + 2 + at === legs.length - 1 ? 0.6 : LEAST_GAP)
      );
    }),
  );
}

/** Steps of a level or upright leg. */
export function stepsOf({ from, to }: Leg): number {
  return Math.abs(to.x - from.x) + Math.abs(to.y - from.y);
}

/** Which way a level or upright leg leads. */
export function wayOf({ from, to }: Leg): 'right' | 'left' | 'up' | 'down' {
  if (to.x !== from.x) return to.x > from.x ? 'right' : 'left';
  return to.y > from.y ? 'up' : 'down';
}

/** Whether the second leg turns to the left or to the right of the first. */
export function turnOf(first: Leg, second: Leg): 'left' | 'right' {
  const [ax, ay] = [first.to.x - first.from.x, first.to.y - first.from.y];
  const [bx, by] = [second.to.x - second.from.x, second.to.y - second.from.y];
  return ax * by - ay * bx > 0 ? 'left' : 'right';
}

/** The path again, from its start, with the ways of its legs as they are but some legs changed. */
export function walked(legs: readonly Leg[], change: (way: Point, index: number) => Point): readonly Leg[] {
  let from = legs[0]?.from ?? { x: 0, y: 0 };
  return legs.map((leg, index) => {
    const way = change({ x: leg.to.x - leg.from.x, y: leg.to.y - leg.from.y }, index);
    const to = { x: from.x + way.x, y: from.y + way.y };
    const moved = { ...leg, from, to };
    from = to;
    return moved;
  });
}
