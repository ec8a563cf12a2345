import type { Box, Point } from '../../domain/geometry.ts';

/** A PDF transformation: x' = a x + c y + e, y' = b x + d y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that does `inner` first, then `outer`. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [a2, b2, c2, d2, e2, f2] = inner;
  return [
    a * a2 + c * b2,
    b * a2 + d * b2,
    a * c2 + c * d2,
    b * c2 + d * d2,
    a * e2 + c * f2 + e,
    b * e2 + d * f2 + f,
  ];
}

export function transformPoint([a, b, c, d, e, f]: Matrix, x: number, y: number): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** How much the transformation lengthens, on average over the directions. */
export function scaleOf([a, b, c, d]: Matrix): number {
  return Math.sqrt(Math.abs(a * d - b * c));
}

/** Six finite numbers, or the identity: what comes out of a PDF is not to be trusted. */
export function asMatrix(value: unknown): Matrix {
  const numbers = isList(value) ? Array.from(value as ArrayLike<unknown>) : [];
  const isSound = numbers.length === 6 && numbers.every((entry) => Number.isFinite(entry));
  return isSound ? (numbers as unknown as Matrix) : IDENTITY;
}

function isList(value: unknown): boolean {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}

/** The upright box around points; null when there is none. */
export function boxOf(points: Iterable<Point>): Box | null {
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    xMin = Math.min(xMin, x);
    yMin = Math.min(yMin, y);
    xMax = Math.max(xMax, x);
    yMax = Math.max(yMax, y);
  }
  return xMin <= xMax && yMin <= yMax ? { xMin, yMin, xMax, yMax } : null;
}

/** The box around a transformed rectangle. */
export function transformedBox(matrix: Matrix, { xMin, yMin, xMax, yMax }: Box): Box {
  const corners = [
    transformPoint(matrix, xMin, yMin),
    transformPoint(matrix, xMax, yMin),
    transformPoint(matrix, xMax, yMax),
    transformPoint(matrix, xMin, yMax),
  ];
  return boxOf(corners) ?? { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
}

/** What two boxes share; a box without area where they share nothing. */
export function intersectBoxes(one: Box, other: Box): Box {
  const xMin = Math.max(one.xMin, other.xMin);
  const yMin = Math.max(one.yMin, other.yMin);
  return {
    xMin,
    yMin,
    xMax: Math.max(xMin, Math.min(one.xMax, other.xMax)),
    yMax: Math.max(yMin, Math.min(one.yMax, other.yMax)),
  };
}

export function growBox(box: Box, by: number): Box {
  return { xMin: box.xMin - by, yMin: box.yMin - by, xMax: box.xMax + by, yMax: box.yMax + by };
}

/** Whether all of `inner` lies in `outer`, give or take rounding. */
export function contains(outer: Box, inner: Box): boolean {
  const { xMin, yMin, xMax, yMax } = intersectBoxes(growBox(outer, 0.01), inner);
  return xMin === inner.xMin && yMin === inner.yMin && xMax === inner.xMax && yMax === inner.yMax;
}
