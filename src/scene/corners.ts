import type { Point } from '../domain/geometry.ts';

/** A bend of less than this is no corner: coordinates are rounded to 0.00001 pt, so that only deliberate ones are left. */
const STRAIGHT_DEG = 1;
/** Points closer than this are one: pgf writes coordinates in TeX points, rounded. */
const SAME_POINT_PT = 0.01;

/** The points where an outline bends; for an open one its two ends as well. */
export function findCorners(
  points: readonly Point[],
  { closed }: { readonly closed: boolean },
): readonly Point[] {
  const distinct = withoutRepeats(points, closed);
  return distinct.filter((point, index) => {
    const isEnd = index === 0 || index === distinct.length - 1;
    if (!closed && isEnd) return true;
    const before = distinct.at(index - 1) ?? point;
    const after = distinct[(index + 1) % distinct.length] ?? point;
    return Math.abs(turnOf(before, point, after)) > STRAIGHT_DEG;
  });
}

function withoutRepeats(points: readonly Point[], closed: boolean): readonly Point[] {
  const distinct: Point[] = [];
  for (const point of points) {
    const last = distinct.at(-1);
    if (last === undefined || !isSamePoint(last, point)) distinct.push(point);
  }
  const [first, last] = [distinct[0], distinct.at(-1)];
  const meets =
    closed && distinct.length > 1 && first !== undefined && last !== undefined && isSamePoint(first, last);
  return meets ? distinct.slice(0, -1) : distinct;
}

function isSamePoint(one: Point, other: Point): boolean {
  return Math.hypot(one.x - other.x, one.y - other.y) <= SAME_POINT_PT;
}

/** How far the way turns at `at`, in degrees: positive to the left, 180 for a turn back. */
export function turnOf(before: Point, at: Point, after: Point): number {
  const [ux, uy] = [at.x - before.x, at.y - before.y];
  const [vx, vy] = [after.x - at.x, after.y - at.y];
  return (Math.atan2(ux * vy - uy * vx, ux * vx + uy * vy) * 180) / Math.PI;
}
