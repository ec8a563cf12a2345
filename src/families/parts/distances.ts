import type { Point } from '../../domain/geometry.ts';
import { outlineOf } from './outline.ts';
import type { Thing } from './thing.ts';

/** The empty space between two groups of things; 0 where any two meet. */
export function gapBetween(one: readonly Thing[], other: readonly Thing[]): number {
  return Math.min(...one.flatMap((a) => other.map((b) => gapOf(a, b))));
}

/** The way from a point to the nearest of some things; 0 within one. */
export function gapToPoint(things: readonly Thing[], at: Point): number {
  return Math.min(...things.map((thing) => pointGap(thing, at)));
}

function gapOf(one: Thing, other: Thing): number {
  const [a, b] = [outlineOf(one), outlineOf(other)];
  const holds =
    a.points.some((at) => pointGap(other, at) === 0) || b.points.some((at) => pointGap(one, at) === 0);
  if (holds) return 0;
  const between = Math.min(...sidesOf(a.points).flatMap((s) => sidesOf(b.points).map((t) => sideGap(s, t))));
  return Math.max(0, between - a.radius - b.radius);
}

function pointGap(thing: Thing, at: Point): number {
  const { points, radius } = outlineOf(thing);
  if (points.length > 2 && isWithin(points, at)) return 0;
  return Math.max(0, Math.min(...sidesOf(points).map((side) => distanceToSide(at, side))) - radius);
}

/** A side from one corner to the next. */
export interface Side {
  readonly from: Point;
  readonly to: Point;
}

function sidesOf(points: readonly Point[]): readonly Side[] {
  return points.map((from, index) => ({ from, to: points[(index + 1) % points.length] ?? from }));
}

/** Whether a convex outline holds a point: it lies on one side of all its sides. */
function isWithin(points: readonly Point[], at: Point): boolean {
  const turns = sidesOf(points).map(({ from, to }) => turn(from, to, at));
  return turns.every((value) => value >= 0) || turns.every((value) => value <= 0);
}

/** Twice the signed area of a triangle; > 0 where the way turns left. */
function turn(one: Point, two: Point, three: Point): number {
  return (two.x - one.x) * (three.y - one.y) - (two.y - one.y) * (three.x - one.x);
}

/** The least distance of two segments; 0 where they cross. */
export function sideGap(one: Side, other: Side): number {
  if (cross(one, other)) return 0;
  return Math.min(
    distanceToSide(one.from, other),
    distanceToSide(one.to, other),
    distanceToSide(other.from, one),
    distanceToSide(other.to, one),
  );
}

/** Whether two segments cross in a point within both. */
export function cross(one: Side, other: Side): boolean {
  const splits = (line: Side, { from, to }: Side) =>
    turn(line.from, line.to, from) * turn(line.from, line.to, to) < 0;
  return splits(one, other) && splits(other, one);
}

/** The distance from a point to a segment. */
export function distanceToSide({ x, y }: Point, { from, to }: Side): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / squared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - share * dx, y - from.y - share * dy);
}

/** Where two segments cross, or null. */
export function crossingOf(one: Side, other: Side): Point | null {
  if (!cross(one, other)) return null;
  const [before, after] = [turn(other.from, other.to, one.from), turn(other.from, other.to, one.to)];
  const share = before / (before - after);
  const { from, to } = one;
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}
