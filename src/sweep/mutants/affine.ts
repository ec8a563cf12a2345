import type { Box, Point } from '../../domain/geometry.ts';

/** A PDF transformation: x' = a x + c y + e, y' = b x + d y + f. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Affine = [1, 0, 0, 1, 0, 0];

/** `inner` first, then `outer`. */
export function compose(outer: Affine, inner: Affine): Affine {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

/** Undoes `matrix`, which must have an area. */
export function invert([a, b, c, d, e, f]: Affine): Affine {
  const det = a * d - b * c;
  return [d / det, -b / det, -c / det, a / det, (c * f - d * e) / det, (b * e - a * f) / det];
}

export function shift(x: number, y: number): Affine {
  return [1, 0, 0, 1, x, y];
}

/** The linear part `[a, b, c, d]` about a point that stays where it is. */
export function about({ x, y }: Point, [a, b, c, d]: readonly [number, number, number, number]): Affine {
  return compose(shift(x, y), compose([a, b, c, d, 0, 0], shift(-x, -y)));
}

/** The upright box around a transformed one. */
export function boxAfter([a, b, c, d, e, f]: Affine, { xMin, yMin, xMax, yMax }: Box): Box {
  const corners = [xMin, xMax].flatMap((x) =>
    [yMin, yMax].map((y) => ({ x: a * x + c * y + e, y: b * x + d * y + f })),
  );
  return boxAround(corners.map(({ x, y }) => ({ xMin: x, yMin: y, xMax: x, yMax: y })));
}

/** The box around boxes, of which there is at least one. */
export function boxAround(boxes: readonly Box[]): Box {
  return {
    xMin: Math.min(...boxes.map(({ xMin }) => xMin)),
    yMin: Math.min(...boxes.map(({ yMin }) => yMin)),
    xMax: Math.max(...boxes.map(({ xMax }) => xMax)),
    yMax: Math.max(...boxes.map(({ yMax }) => yMax)),
  };
}
