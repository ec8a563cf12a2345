import type { Point } from '../domain/geometry.ts';

/** An ellipse by its half axes and the turn of the major one, counter-clockwise. */
export interface Ellipse {
  readonly centre: Point;
  readonly major: number;
  readonly minor: number;
  readonly angleDeg: number;
}

/**
 * How far the outline may leave the ellipse, as a part of the radius there. Four Bézier arcs are off by 0.03 %,
 * flattening adds up to 0.1 pt, a circle plotted from 30 points 0.6 %; a regular octagon is off by 4 %.
 */
const TOLERANCE = 0.02;

/**
 * The ellipse of an outline by the moments of its area (a filled ellipse has second moments of a²/4 and b²/4).
 * Null when it has no area. Exact for any turn; points need not be evenly spaced.
 */
export function fitEllipse(points: readonly Point[]): Ellipse | null {
  const moments = areaMoments(points);
  if (moments === null) return null;
  const { centre, xx, yy, xy } = moments;
  const middle = (xx + yy) / 2;
  const spread = Math.hypot((xx - yy) / 2, xy);
  const minor = 2 * Math.sqrt(Math.max(0, middle - spread));
  if (!(minor > 0)) return null;
  const angleDeg = (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI;
  return { centre, major: 2 * Math.sqrt(middle + spread), minor, angleDeg };
}

/** Whether the outline stays on the ellipse, and goes all the way around it in steps that are no long chords. */
export function isEllipse(ellipse: Ellipse, points: readonly Point[]): boolean {
  return points.every((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    const middle = { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return isOn(ellipse, point) && isOn(ellipse, middle);
  });
}

function isOn({ centre, major, minor, angleDeg }: Ellipse, { x, y }: Point): boolean {
  const [sin, cos] = [Math.sin((angleDeg * Math.PI) / 180), Math.cos((angleDeg * Math.PI) / 180)];
  const along = (x - centre.x) * cos + (y - centre.y) * sin;
  const across = (y - centre.y) * cos - (x - centre.x) * sin;
  // A flattened curve may lie 0.1 pt inside, which matters for dots of a few points only.
  const slack = TOLERANCE + 0.1 / minor;
  return Math.abs(Math.hypot(along / major, across / minor) - 1) <= slack;
}

/** Area, centroid and central second moments of a polygon, by Green's theorem. */
function areaMoments(points: readonly Point[]) {
  const origin = points[0];
  if (origin === undefined) return null;
  let [area, sumX, sumY, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  points.forEach((point, index) => {
    const next = points[(index + 1) % points.length] ?? point;
    const [x0, y0, x1, y1] = [point.x - origin.x, point.y - origin.y, next.x - origin.x, next.y - origin.y];
    const cross = x0 * y1 - x1 * y0;
    area += cross / 2;
    sumX += ((x0 + x1) * cross) / 6;
    sumY += ((y0 + y1) * cross) / 6;
    xx += ((x0 * x0 + x0 * x1 + x1 * x1) * cross) / 12;
    yy += ((y0 * y0 + y0 * y1 + y1 * y1) * cross) / 12;
    xy += ((2 * x0 * y0 + x0 * y1 + x1 * y0 + 2 * x1 * y1) * cross) / 24;
  });
  if (Math.abs(area) < 1e-6) return null;
  const [x, y] = [sumX / area, sumY / area];
  return {
    centre: { x: origin.x + x, y: origin.y + y },
    xx: xx / area - x * x,
    yy: yy / area - y * y,
    xy: xy / area - x * y,
  };
}
