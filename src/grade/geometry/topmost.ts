import type { Point } from '../../domain/geometry.ts';
import type { Mark } from '../../domain/scene.ts';
import { holds, isInClip } from './boxes.ts';
import { encloses, sides } from './outlines.ts';

/** Less lets what is beneath shine through. */
const OPAQUE = 0.99;

/**
 * The mark that is painted last at a point, of those that `isWanted` takes: by its outlines and the box of its clip.
 * Letters don't count. Null when there is none.
 */
export function topmostAt(
  marks: readonly Mark[],
  point: Point,
  isWanted: (mark: Mark) => boolean,
): Mark | null {
  return (
    marks.findLast(
      (mark) => holds(mark.box, point) && isInClip(mark, point) && isWanted(mark) && paintsAt(mark, point),
    ) ?? null
  );
}

/** Whether nothing of what lies beneath the mark's fill is seen. */
export function isOpaque({ fill, fillOpacity }: Mark): boolean {
  return fill !== null && fillOpacity >= OPAQUE;
}

function paintsAt(mark: Mark, point: Point): boolean {
  if (mark.kind !== 'path' && mark.kind !== 'shading') return false;
  if (mark.fill !== null && isInFill(mark, point)) return true;
  return mark.stroke !== null && isOnStroke(mark, point);
}

/** By the even-odd rule over all outlines: a ring has a hole. */
export function isInFill({ outlines }: Mark, point: Point): boolean {
  return outlines.filter((outline) => encloses(outline, point)).length % 2 === 1;
}

/** Whether a mark's stroke, grown by `slackPt` at each side, covers a point. */
export function isOnStroke({ outlines, strokeWidthPt }: Mark, point: Point, slackPt = 0): boolean {
  return outlines.some(({ points, closed }) => {
    const all = sides(points);
    const drawn = closed ? all : all.slice(0, -1);
    return drawn.some(([from, to]) => distanceTo(point, from, to) <= strokeWidthPt / 2 + slackPt);
  });
}

function distanceTo({ x, y }: Point, from: Point, to: Point): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length2 = dx * dx + dy * dy;
  const along = length2 === 0 ? 0 : ((x - from.x) * dx + (y - from.y) * dy) / length2;
  const t = Math.min(1, Math.max(0, along));
  return Math.hypot(x - from.x - t * dx, y - from.y - t * dy);
}
