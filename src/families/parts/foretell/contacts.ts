import { gapBetween, gapToPoint } from '../distances.ts';
import { areaOf, boxOf, centroidOf, isRound, outlineOf } from '../outline.ts';
import type { Thing } from '../thing.ts';
import type { Placed } from './canvas.ts';
import { coverIn } from './raster.ts';
import {
  DOUBT,
  type Foresight,
  NOBODY_KNOWS,
  pairOf,
  parameter,
  type Sight,
  SURELY_MET,
  SURELY_UNMET,
  type Sureness,
} from './sight.ts';

/** Doubts of shares of areas, which are counted in cells, and of gaps. */
const DOUBT_OF_INSIDE = 0.03;
/** Two rings that cut each other: only when they have little in common is it sure. */
const DOUBT_OF_RINGS_INSIDE = 0.75;
const DOUBT_OF_OVERLAP = 0.05;
const DOUBT_OF_DEPTH = 0.05;
const DOUBT_OF_GAP = DOUBT;
/** What lies on so much of a word's box lies on ink. */
const SHARED_WITH_INK = 0.2;

function gapOf(sight: Sight): number {
  const [one, other] = pairOf(sight);
  return gapBetween(one.things, other.things) / sight.canvas.diagonal;
}

/** How much of the first, or of the smaller one, lies on the other. */
function sharedOf(sight: Sight, of: 'first' | 'smaller'): number {
  const [one, other] = pairOf(sight);
  if (gapOf(sight) > 0) return 0;
  if (lieIn(one, other) || (of === 'smaller' && lieIn(other, one))) return 1;
  const exact = sharedBoxes(one, other);
  if (exact !== null) {
    const sizes = [one, other].map(({ things }) => things.reduce((sum, thing) => sum + areaOf(thing), 0));
    return exact / (of === 'first' ? (sizes[0] ?? 0) : Math.min(...sizes));
  }
  const [first, second] = [one, other].map(
    ({ things }) => coverIn(sight.canvas.raster(), new Set(things)).full,
  );
  if (first === undefined || second === undefined) return 0;
  const both = [...first].filter((cell) => second.has(cell)).length;
  return both / (of === 'first' ? first.size : Math.min(first.size, second.size));
}

/** The area that upright boxes which lie apart among themselves have in common; null for other shapes. */
function sharedBoxes(one: Placed, other: Placed): number | null {
  if (![...one.things, ...other.things].every(isBox)) return null;
  return one.things.reduce(
    (sum, first) => sum + other.things.reduce((part, second) => part + sharedBox(first, second), 0),
    0,
  );
}

function isBox({ kind }: Thing): boolean {
  return kind === 'square' || kind === 'rectangle' || kind === 'word';
}

function sharedBox(one: Thing, other: Thing): number {
  const [a, b] = [boxOf(one), boxOf(other)];
  const width = Math.min(a.xMax, b.xMax) - Math.max(a.xMin, b.xMin);
  const height = Math.min(a.yMax, b.yMax) - Math.max(a.yMin, b.yMin);
  return Math.max(0, width) * Math.max(0, height);
}

function inside(sight: Sight): Sureness {
  const shared = sharedOf(sight, 'first');
  if (shared === 1) return SURELY_MET;
  const isThin = pairOf(sight)[0].things.some(({ kind }) => kind === 'ring');
  const doubt = isThin ? DOUBT_OF_RINGS_INSIDE : DOUBT_OF_INSIDE;
  return (shared - parameter(sight, 'share', 0.95)) / doubt;
}

function lieIn(inner: Placed, outer: Placed): boolean {
  return inner.things.every((one) => outer.things.some((other) => holds(other, one)));
}

/** Less than this, in centimetres, is the rounding of numbers. */
const TINY_CM = 1e-6;

/** Whether the inner one lies wholly in the outer one; false where that isn't easily said. */
function holds(outer: Thing, inner: Thing): boolean {
  const { points, radius } = outlineOf(inner);
  if (radius === 0) return points.every((at) => gapToPoint([outer], at) === 0);
  const [outerBox, innerBox] = [boxOf(outer), boxOf(inner)];
  if (isRound(outer)) {
    const [from, to] = [centroidOf(outer), centroidOf(inner)];
    const room = (outerBox.xMax - outerBox.xMin) / 2 - radius;
    return Math.hypot(from.x - to.x, from.y - to.y) <= room + TINY_CM;
  }
  const isWithin =
    innerBox.xMin >= outerBox.xMin &&
    innerBox.xMax <= outerBox.xMax &&
    innerBox.yMin >= outerBox.yMin &&
    innerBox.yMax <= outerBox.yMax;
  return isBox(outer) && isWithin;
}

/** Where nothing is between them, nobody can doubt it; but letters don't fill their box. */
function apart(sight: Sight): Sureness {
  const gap = gapOf(sight);
  const isGuess = pairOf(sight).some(({ things }) => things.some(({ kind }) => kind === 'word'));
  if (gap === 0 && isGuess && sharedOf(sight, 'smaller') < SHARED_WITH_INK) return NOBODY_KNOWS;
  return gap === 0 ? SURELY_UNMET : (gap - parameter(sight, 'gap', 0.005)) / DOUBT_OF_GAP;
}

function touching(sight: Sight): Sureness {
  const most = parameter(sight, 'overlap', 0.1);
  const room = (parameter(sight, 'gap', 0.01) - gapOf(sight)) / DOUBT_OF_GAP;
  const overlap = most >= 1 ? SURELY_MET : (most - sharedOf(sight, 'smaller')) / DOUBT_OF_OVERLAP;
  return Math.min(room, overlap);
}

/** Of the smaller one: what must lie over each other, and below which share nobody can doubt that it doesn't. */
const LEAST_MET = 0.03;
const SURELY_NOT_MET = 0.002;

/** Where both lie: which of them is seen; cells that a third thing covers tell nothing. */
function depth(isFirst: boolean): Foresight {
  return (sight) => {
    const [one, other] = isFirst ? pairOf(sight) : ([...pairOf(sight)].reverse() as [Placed, Placed]);
    const raster = sight.canvas.raster();
    const [upper, lower] = [coverIn(raster, new Set(one.things)), coverIn(raster, new Set(other.things))];
    const both = [...upper.full].filter((cell) => lower.full.has(cell));
    const met = both.length / Math.min(upper.full.size, lower.full.size);
    const ones = both.filter((cell) => upper.visible.has(cell)).length;
    const others = both.filter((cell) => lower.visible.has(cell)).length;
    if (both.length === 0 || met < SURELY_NOT_MET) return SURELY_UNMET;
    if (ones + others === 0 || met < LEAST_MET) return NOBODY_KNOWS;
    return (ones / (ones + others) - 0.9) / DOUBT_OF_DEPTH;
  };
}

export const OF_CONTACTS: Readonly<Record<string, Foresight>> = {
  inside,
  apart,
  touching,
  'in-front-of': depth(true),
  behind: depth(false),
};
