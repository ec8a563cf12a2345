import type { Point } from '../../domain/geometry.ts';
import type { Outline } from '../../domain/scene.ts';
import { distance } from './path-strokes.ts';

/** A vertex that turns more is a corner and has no tangent; flattened curves turn less even in a circle of 4 pt. */
const CORNER_DEG = 45;

/**
 * The angle, in degrees, at which an outline passes the place that is nearest to a point. Between the vertices of a
 * flattened curve it turns evenly. Null within `nearPt` of a corner, where it has no one direction.
 */
export function headingNear(outline: Outline, point: Point, nearPt: number): number | null {
  const path = pathOf(outline);
  const { index, share } = nearestPlace(path, point);
  const [from, to] = [path[index], path[index + 1]];
  if (from === undefined || to === undefined) return null;
  const [before, after] = [turnAt(path, index, outline.closed), turnAt(path, index + 1, outline.closed)];
  const wayPt = distance(from, to);
  const isAt = (turn: number, awayPt: number) => Math.abs(turn) > CORNER_DEG && awayPt <= nearPt;
  if (isAt(before ?? 0, share * wayPt) || isAt(after ?? 0, (1 - share) * wayPt)) return null;
  const [bendBefore, bendAfter] = [bendOf(before, after), bendOf(after, before)];
  return angleOf(from, to) - (1 - share) * bendBefore * 0.5 + share * bendAfter * 0.5;
}

/** A corner bends nothing; an open end goes on as its other vertex does. */
function bendOf(turn: number | null, other: number | null): number {
  const own = turn ?? other ?? 0;
  return Math.abs(own) > CORNER_DEG ? 0 : own;
}

/** Without points that don't move. */
function pathOf({ points, closed }: Outline): readonly Point[] {
  const [first] = points;
  const all = closed && first !== undefined ? [...points, first] : points;
  return all.filter((point, index) => index === 0 || distance(point, all[index - 1] ?? point) > 1e-6);
}

/** Which segment of a path lies nearest to a point, and how far along it. */
function nearestPlace(path: readonly Point[], point: Point) {
  let best = { index: 0, share: 0, awayPt: Number.POSITIVE_INFINITY };
  for (let index = 0; index + 1 < path.length; index += 1) {
    const [from, to] = [path[index] ?? point, path[index + 1] ?? point];
    const place = placeOn(from, to, point);
    if (place.awayPt < best.awayPt) best = { index, ...place };
  }
  return best;
}

/** The place of a segment that is nearest to a point, as a share of its way, and how far the point is away. */
export function placeOn(from: Point, to: Point, point: Point): { share: number; awayPt: number } {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const raw = squared === 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / squared;
  const share = Math.min(1, Math.max(0, raw));
  return { share, awayPt: Math.hypot(point.x - from.x - share * dx, point.y - from.y - share * dy) };
}

/** By how many degrees a path turns left at a vertex; null at an open end. */
function turnAt(path: readonly Point[], index: number, closed: boolean): number | null {
  const last = path.length - 1;
  const before = index > 0 ? path[index - 1] : closed ? path[last - 1] : undefined;
  const after = index < last ? path[index + 1] : closed ? path[1] : undefined;
  const at = path[index];
  if (before === undefined || after === undefined || at === undefined) return null;
  return ((angleOf(at, after) - angleOf(before, at) + 540) % 360) - 180;
}

/** The angle, in degrees, from one point to another. */
export function angleOf(from: Point, to: Point): number {
  return (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
}
