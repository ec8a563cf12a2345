import type { Point } from '../domain/geometry.ts';
import type { Segment, Subpath } from './marks/subpath.ts';

/** A curve that spans more than this part of the outline is a side, not a rounded corner. */
const MAX_CORNER = 0.4;

interface Side {
  readonly from: Point;
  readonly to: Point;
}

/**
 * The corners that an outline would have without rounding: its straight sides drawn out until they meet. Null when
 * it is no polygon with rounded corners: a curve that is too long, or sides that do not meet near the curve.
 */
export function withoutRoundedCorners({ segments }: Subpath): readonly Point[] | null {
  const sides = segments.filter((segment) => segment.kind === 'line' && lengthOf(segment) > 1e-3);
  const size = sides.reduce((longest, side) => Math.max(longest, lengthOf(side)), 0);
  const curves = segments.filter((segment) => segment.kind === 'curve');
  if (sides.length < 3 || curves.some((curve) => lengthOf(curve) > MAX_CORNER * size)) return null;
  const corners = sides.map((side, index) => meet(side, sides[(index + 1) % sides.length] ?? side));
  return corners.every((corner) => corner !== null) ? corners : null;
}

/** Where two sides meet: where they touch, or where they cross when drawn out beyond the corner. */
function meet(one: Side, other: Side): Point | null {
  const gap = Math.hypot(other.from.x - one.to.x, other.from.y - one.to.y);
  if (gap < 1e-3) return one.to;
  const [ux, uy] = [one.to.x - one.from.x, one.to.y - one.from.y];
  const [vx, vy] = [other.to.x - other.from.x, other.to.y - other.from.y];
  const cross = ux * vy - uy * vx;
  if (Math.abs(cross) < 1e-9) return null;
  const along = ((other.from.x - one.from.x) * vy - (other.from.y - one.from.y) * vx) / cross;
  const corner = { x: one.from.x + along * ux, y: one.from.y + along * uy };
  const away = Math.hypot(corner.x - one.to.x, corner.y - one.to.y);
  return away <= 2 * gap ? corner : null;
}

function lengthOf(segment: Segment | Side): number {
  return Math.hypot(segment.to.x - segment.from.x, segment.to.y - segment.from.y);
}
