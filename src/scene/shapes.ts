import type { Point } from '../domain/geometry.ts';
import type { Outline, RecognisedShape } from '../domain/scene.ts';
import { findCorners, turnOf } from './corners.ts';
import { fitEllipse, isEllipse } from './ellipse.ts';
import type { Subpath } from './marks/subpath.ts';
import { withoutRoundedCorners } from './rounded-corners.ts';

/** Sides may differ by this part and still make a square or a circle: about what the eye lets pass. */
const SAME_LENGTH = 0.03;
/** Angles may be off by this and still be right ones; 2° is where a tilt begins to be seen. */
const SAME_ANGLE_DEG = 2;

/** What an outline looks like, or null for nothing (a point). `outline`: the same subpath, flattened. */
export function recogniseShape(subpath: Subpath, outline: Outline): RecognisedShape | null {
  const isClosed = subpath.closed || endsMeet(outline.points);
  const hasCurves = subpath.segments.some(({ kind }) => kind === 'curve');
  if (!isClosed) return recogniseOpen(outline.points, hasCurves);
  const ellipse = outline.points.length >= 8 ? fitEllipse(outline.points) : null;
  if (ellipse !== null && isEllipse(ellipse, outline.points)) return nameEllipse(ellipse);
  const cornered = hasCurves ? withoutRoundedCorners(subpath) : outline.points;
  if (cornered === null) return { name: 'curve' };
  return namePolygon(findCorners(cornered, { closed: true }));
}

function recogniseOpen(points: readonly Point[], hasCurves: boolean): RecognisedShape | null {
  const corners = findCorners(points, { closed: false });
  if (corners.length < 2) return null;
  if (corners.length === 2) return { name: 'line', angleDeg: lineAngle(corners) };
  return { name: hasCurves ? 'curve' : 'polyline' };
}

/** Ends closer than 1 % of the outline's size meet: rounding of coordinates, and outlines closed by hand. */
function endsMeet(points: readonly Point[]): boolean {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 4) return false;
  const size = Math.max(...extents(points));
  return distance(first, last) <= 0.01 * size;
}

function nameEllipse({
  major,
  minor,
  angleDeg,
}: {
  major: number;
  minor: number;
  angleDeg: number;
}): RecognisedShape {
  if (minor >= (1 - SAME_LENGTH) * major) return { name: 'circle', angleDeg: 0 };
  return { name: 'ellipse', angleDeg: roundAngle(angleDeg, 180) };
}

function namePolygon(corners: readonly Point[]): RecognisedShape | null {
  const count = corners.length;
  if (count < 2) return null;
  if (count === 2) return { name: 'line', angleDeg: lineAngle(corners) };
  if (count === 3) return { name: 'triangle', corners: 3, angleDeg: baseAngle(corners, 120) };
  if (count === 4 && hasRightAngles(corners)) {
    const [one = 0, two = 0] = sidesOf(corners);
    const isSquare = Math.abs(one - two) <= SAME_LENGTH * Math.max(one, two);
    return { name: isSquare ? 'square' : 'rectangle', corners: 4, angleDeg: baseAngle(corners, 90) };
  }
  return { name: 'polygon', corners: count, angleDeg: baseAngle(corners, 360 / count) };
}

function hasRightAngles(corners: readonly Point[]): boolean {
  return corners.every((corner, index) => {
    const before = corners.at(index - 1) ?? corner;
    const after = corners[(index + 1) % corners.length] ?? corner;
    return Math.abs(Math.abs(turnOf(before, corner, after)) - 90) <= SAME_ANGLE_DEG;
  });
}

function sidesOf(corners: readonly Point[]): readonly number[] {
  return corners.map((corner, index) => distance(corner, corners[(index + 1) % corners.length] ?? corner));
}

/** The turn of the longest side against level, as the smallest turn that a shape of that symmetry can have. */
function baseAngle(corners: readonly Point[], symmetryDeg: number): number {
  const sides = sidesOf(corners);
  const longest = sides.reduce((best, side, index) => (side > (sides[best] ?? 0) ? index : best), 0);
  const from = corners[longest];
  const to = corners[(longest + 1) % corners.length];
  if (from === undefined || to === undefined) return 0;
  return roundAngle(degrees(Math.atan2(to.y - from.y, to.x - from.x)), symmetryDeg);
}

function lineAngle([from, to]: readonly Point[]): number {
  if (from === undefined || to === undefined) return 0;
  return roundAngle(degrees(Math.atan2(to.y - from.y, to.x - from.x)), 180);
}

/** Into -symmetry/2 .. symmetry/2, to a hundredth of a degree. */
function roundAngle(angleDeg: number, symmetryDeg: number): number {
  const turned = angleDeg - symmetryDeg * Math.round(angleDeg / symmetryDeg);
  return Math.round(turned * 100) / 100 + 0;
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}

function extents(points: readonly Point[]): readonly [number, number] {
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    [xMin, xMax] = [Math.min(xMin, x), Math.max(xMax, x)];
    [yMin, yMax] = [Math.min(yMin, y), Math.max(yMax, y)];
  }
  return [xMax - xMin, yMax - yMin];
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
