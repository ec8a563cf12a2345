import type { Point } from '../../domain/geometry.ts';
import type { Outline } from '../../domain/scene.ts';
import { type Matrix, transformPoint } from './matrix.ts';

export type Segment =
  | { readonly kind: 'line'; readonly from: Point; readonly to: Point }
  | {
      readonly kind: 'curve';
      readonly from: Point;
      readonly control1: Point;
      readonly control2: Point;
      readonly to: Point;
    };

/** One piece of a path as it was drawn, on the page, in points. */
export interface Subpath {
  readonly start: Point;
  readonly segments: readonly Segment[];
  readonly closed: boolean;
}

/** Codes of pdf.js 6.2 in the numbers of `constructPath`, and how many coordinates follow each. */
const MOVE_TO = 0;
const LINE_TO = 1;
const CURVE_TO = 2;
const QUADRATIC_TO = 3;
const CLOSE = 4;
const COORDINATES = [2, 2, 6, 4, 0];

/** How far a flattened curve may lie from the curve; a third of a pixel at 288 dpi. */
const FLATNESS_PT = 0.1;
const MAX_PIECES = 200;

interface Growing {
  start: Point;
  segments: Segment[];
  closed: boolean;
}

/** The path of a `constructPath` operation on the page. Subpaths with numbers that are not finite are left out. */
export function readSubpaths(numbers: ArrayLike<number>, matrix: Matrix): readonly Subpath[] {
  const subpaths: Growing[] = [];
  let at = 0;
  while (at < numbers.length) {
    const code = numbers[at] ?? -1;
    const count = COORDINATES[code];
    if (count === undefined) break;
    appendSegment(subpaths, code, readPoints(numbers, { from: at + 1, count, matrix }));
    at += 1 + count;
  }
  return subpaths.filter(isDrawable);
}

function readPoints(
  numbers: ArrayLike<number>,
  { from, count, matrix }: { from: number; count: number; matrix: Matrix },
): readonly Point[] {
  const points: Point[] = [];
  for (let at = from; at < from + count; at += 2) {
    points.push(transformPoint(matrix, numbers[at] ?? Number.NaN, numbers[at + 1] ?? Number.NaN));
  }
  return points;
}

function appendSegment(subpaths: Growing[], code: number, points: readonly Point[]): void {
  const last = points.at(-1);
  const current = subpaths.at(-1);
  if (code === MOVE_TO && last !== undefined) subpaths.push({ start: last, segments: [], closed: false });
  if (current === undefined || code === MOVE_TO) return;
  if (code === CLOSE) closeSubpath(current);
  if (last === undefined) return;
  const open = current.closed ? { start: current.start, segments: [], closed: false } : current;
  if (open !== current) subpaths.push(open);
  const from = open.segments.at(-1)?.to ?? open.start;
  open.segments.push(segmentOf(code, from, points));
}

function segmentOf(code: number, from: Point, points: readonly Point[]): Segment {
  const [first = from, second = from, third = from] = points;
  if (code === CURVE_TO) return { kind: 'curve', from, control1: first, control2: second, to: third };
  if (code === QUADRATIC_TO) {
    return {
      kind: 'curve',
      from,
      control1: between(from, first, 2 / 3),
      control2: between(second, first, 2 / 3),
      to: second,
    };
  }
  return { kind: 'line', from, to: code === LINE_TO ? first : from };
}

function closeSubpath(subpath: Growing): void {
  const end = subpath.segments.at(-1)?.to ?? subpath.start;
  if (end.x !== subpath.start.x || end.y !== subpath.start.y) {
    subpath.segments.push({ kind: 'line', from: end, to: subpath.start });
  }
  subpath.closed = true;
}

function isDrawable({ start, segments }: Subpath): boolean {
  if (segments.length === 0) return false;
  const points = [start, ...segments.flatMap(pointsOf)];
  return points.every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}

function pointsOf(segment: Segment): readonly Point[] {
  return segment.kind === 'line' ? [segment.to] : [segment.control1, segment.control2, segment.to];
}

/** The outline as a line from point to point, at most 0.1 pt off. A closed one does not repeat its first point. */
export function flatten({ start, segments, closed }: Subpath): Outline {
  const points: Point[] = [start];
  for (const segment of segments) {
    if (segment.kind === 'line') points.push(segment.to);
    else points.push(...flattenCurve(segment));
  }
  const [first, last] = [points[0], points.at(-1)];
  const isRepeated = closed && points.length > 1 && first?.x === last?.x && first?.y === last?.y;
  return { points: isRepeated ? points.slice(0, -1) : points, closed };
}

/** Pieces by the second differences of the control points: a cubic in n pieces is off by at most 3/4 of them / n². */
function flattenCurve(curve: Extract<Segment, { kind: 'curve' }>): readonly Point[] {
  const { from, control1, control2, to } = curve;
  const bend = Math.max(secondDifference(from, control1, control2), secondDifference(control1, control2, to));
  const pieces = Math.min(MAX_PIECES, Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / FLATNESS_PT))));
  return Array.from({ length: pieces }, (_, index) => pointOnCurve(curve, (index + 1) / pieces));
}

function secondDifference(one: Point, two: Point, three: Point): number {
  return Math.hypot(one.x - 2 * two.x + three.x, one.y - 2 * two.y + three.y);
}

/** The point of a cubic Bézier curve at `t`, 0..1. */
function pointOnCurve(curve: Extract<Segment, { kind: 'curve' }>, t: number): Point {
  const { from, control1, control2, to } = curve;
  const s = 1 - t;
  const [w0, w1, w2, w3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t];
  return {
    x: w0 * from.x + w1 * control1.x + w2 * control2.x + w3 * to.x,
    y: w0 * from.y + w1 * control1.y + w2 * control2.y + w3 * to.y,
  };
}

function between(from: Point, to: Point, part: number): Point {
  return { x: from.x + (to.x - from.x) * part, y: from.y + (to.y - from.y) * part };
}
