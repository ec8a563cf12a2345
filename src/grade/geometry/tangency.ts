import type { Point } from '../../domain/geometry.ts';
import { type CrossingPlace, crossingPlaces } from './crossing-places.ts';
import { headingNear, placeOn } from './heading.ts';
import type { MainOutline } from './main-outline.ts';
import { type Traced, trace } from './traced.ts';

/** How two outlines meet. */
export interface Tangency {
  readonly at: Point;
  /** Way between them where they are nearest, or how deep one lies beyond the other where they cross; pens taken off. */
  readonly offPt: number;
  /** From there to either outline, pens included. */
  readonly reachPt: number;
  readonly doCross: boolean;
  /** Between their directions there; null at a corner. */
  readonly turnDeg: number | null;
  /** The part of both that lies along the other, 0..1. */
  readonly together: number;
}

const STEPS_IN_D = 400;
/** Corners within this part of D of the contact are at the contact. */
const AT_CORNER = 0.003;
const MOST_CROSSINGS = 200;

interface Side {
  readonly path: Traced;
  /** From each point of the path to the other outline. */
  readonly awayPt: readonly number[];
  /** Steps of the path at which it crosses the other, in order. */
  readonly cuts: readonly number[];
}

/** @param limitPt what counts as lying along the other outline. */
export function tangencyOf(
  one: MainOutline,
  other: MainOutline,
  { diagonalPt, limitPt }: { readonly diagonalPt: number; readonly limitPt: number },
): Tangency {
  const pensPt = (one.widthPt + other.widthPt) / 2;
  const paths = [one, other].map((outline) => trace(outline, diagonalPt / STEPS_IN_D));
  const [first, second] = paths;
  if (first === undefined || second === undefined) throw new Error('Two outlines make two paths.');
  const places = crossingPlaces(first.points, second.points, MOST_CROSSINGS);
  const sides = [
    sideOf(first, second, cutsOf(places, 'one')),
    sideOf(second, first, cutsOf(places, 'other')),
  ];
  const { at, depthPt } = contactOf(sides, places);
  const headings = [one, other].map((outline) => headingNear(outline, at, AT_CORNER * diagonalPt));
  const together = Math.min(...sides.map(({ awayPt }) => shareWithin(awayPt, limitPt + pensPt)));
  return {
    at,
    offPt: Math.max(0, depthPt - pensPt),
    reachPt: Math.max(depthPt, pensPt),
    doCross: places.length > 0,
    turnDeg: turnBetweenLines(headings),
    together,
  };
}

function cutsOf(places: readonly CrossingPlace[], key: 'one' | 'other'): number[] {
  return places.map((place) => place[key]).sort((a, b) => a - b);
}

function sideOf(path: Traced, other: Traced, cuts: readonly number[]): Side {
  return { path, awayPt: path.points.map((point) => awayFrom(other, point)), cuts };
}

function awayFrom({ points }: Traced, point: Point): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index + 1 < points.length; index += 1) {
    const { awayPt } = placeOn(points[index] ?? point, points[index + 1] ?? point, point);
    if (awayPt < least) least = awayPt;
  }
  return least;
}

/** The place where the outlines are nearest; where they cross, the deepest of the shallower side. */
function contactOf(sides: readonly Side[], places: readonly CrossingPlace[]) {
  const [crossing] = places;
  if (crossing === undefined) {
    const nearest = sides.map(({ path, awayPt }) => extreme(path, awayPt, (a, b) => a < b));
    return nearest.reduce((best, next) => (next.depthPt < best.depthPt ? next : best));
  }
  const depths = sides.flatMap((side) => depthOf(side) ?? []);
  const untold = { at: crossing.at, depthPt: 0 };
  return depths.reduce((best, next) => (next.depthPt > best.depthPt ? next : best), untold);
}

/**
 * How far the path lies beyond the other outline: each crossing changes the side, and of the two sides it is the one
 * that it leaves least. Null where a loop is cut an odd number of times: an open line ends within it.
 */
function depthOf({ path, awayPt, cuts }: Side): { at: Point; depthPt: number } | null {
  if (path.closed && cuts.length % 2 === 1) return null;
  const sideAt = path.points.map((_, index) => cuts.filter((cut) => cut < index).length % 2);
  const depths = [0, 1].map((side) =>
    extreme(
      path,
      awayPt.map((away, index) => (sideAt[index] === side ? away : -1)),
      (a, b) => a > b,
    ),
  );
  return depths.reduce((best, next) => (next.depthPt < best.depthPt ? next : best));
}

function extreme(
  { points }: Traced,
  values: readonly number[],
  isBetter: (one: number, other: number) => boolean,
): { at: Point; depthPt: number } {
  let best = 0;
  values.forEach((value, index) => {
    if (isBetter(value, values[best] ?? value)) best = index;
  });
  return { at: points[best] ?? { x: 0, y: 0 }, depthPt: Math.max(0, values[best] ?? 0) };
}

function shareWithin(awayPt: readonly number[], limitPt: number): number {
  return awayPt.filter((away) => away <= limitPt).length / Math.max(1, awayPt.length);
}

function turnBetweenLines([one, other]: readonly (number | null)[]): number | null {
  if (typeof one !== 'number' || typeof other !== 'number') return null;
  const turned = Math.abs(one - other) % 180;
  return Math.min(turned, 180 - turned);
}
