import type { Mask } from '../../domain/geometry.ts';
import { boxAround, crop, pixelBox } from './masks.ts';

/** Stands for "no ink in this line": far beyond any picture, and small enough to square in doubles. */
const FAR = 1e12;

/**
 * Empty space between two masks of one frame, in pixels: 0 when they share or border on each other, Infinity when
 * one is empty. It is the least Euclidean distance of pixel centres, less one pixel.
 */
export function gapPx(one: Mask, other: Mask): number {
  const [oneBox, otherBox] = [pixelBox(one), pixelBox(other)];
  if (oneBox === null || otherBox === null) return Number.POSITIVE_INFINITY;
  const window = boxAround(oneBox, otherBox);
  const squared = squaredDistances(crop(one, window));
  const { pixels } = crop(other, window);
  let least = FAR;
  for (let at = 0; at < squared.length; at += 1) {
    if (pixels[at] === 1) least = Math.min(least, squared[at] ?? FAR);
  }
  return Math.max(0, Math.sqrt(least) - 1);
}

/**
 * Squared distance of each pixel to the nearest one of the mask: the exact Euclidean distance transform of
 * Felzenszwalb and Huttenlocher, "Distance Transforms of Sampled Functions" (Theory of Computing 8, 2012), which
 * takes the lower envelope of parabolas along columns and then along rows.
 */
export function squaredDistances(mask: Mask): Float64Array {
  const { widthPx, heightPx } = mask;
  const grid = new Float64Array(mask.pixels.length);
  for (let at = 0; at < grid.length; at += 1) grid[at] = mask.pixels[at] === 1 ? 0 : FAR;
  const scratch = scratchFor(Math.max(widthPx, heightPx));
  for (let column = 0; column < widthPx; column += 1) {
    transformLine(grid, { start: column, step: widthPx, length: heightPx }, scratch);
  }
  for (let row = 0; row < heightPx; row += 1) {
    transformLine(grid, { start: row * widthPx, step: 1, length: widthPx }, scratch);
  }
  return grid;
}

interface Line {
  readonly start: number;
  readonly step: number;
  readonly length: number;
}

/** Room for the longest line, used again for each. `roots[i]` is the foot of the parabola that is lowest from `borders[i]` to `borders[i + 1]`. */
interface Scratch {
  readonly values: Float64Array;
  readonly roots: Int32Array;
  readonly borders: Float64Array;
}

function scratchFor(length: number): Scratch {
  return {
    values: new Float64Array(length),
    roots: new Int32Array(length),
    borders: new Float64Array(length + 1),
  };
}

function transformLine(grid: Float64Array, { start, step, length }: Line, scratch: Scratch): void {
  const { values, roots, borders } = scratch;
  let hasInk = false;
  for (let at = 0; at < length; at += 1) {
    const value = grid[start + at * step] ?? FAR;
    values[at] = value;
    hasInk ||= value < FAR;
  }
  if (!hasInk) return;
  findLowerEnvelope(scratch, length);
  let parabola = 0;
  for (let at = 0; at < length; at += 1) {
    while ((borders[parabola + 1] ?? FAR) < at) parabola += 1;
    const root = roots[parabola] ?? 0;
    grid[start + at * step] = (at - root) ** 2 + (values[root] ?? FAR);
  }
}

function findLowerEnvelope({ values, roots, borders }: Scratch, length: number): void {
  roots[0] = 0;
  borders[0] = Number.NEGATIVE_INFINITY;
  borders[1] = Number.POSITIVE_INFINITY;
  let last = 0;
  for (let at = 1; at < length; at += 1) {
    let border = crossing(values, roots[last] ?? 0, at);
    while (border <= (borders[last] ?? 0)) {
      last -= 1;
      border = crossing(values, roots[last] ?? 0, at);
    }
    last += 1;
    roots[last] = at;
    borders[last] = border;
    borders[last + 1] = Number.POSITIVE_INFINITY;
  }
}

/** Where the parabolas of two feet cross. */
function crossing(values: Float64Array, left: number, right: number): number {
  const rise = (values[right] ?? FAR) + right * right - (values[left] ?? FAR) - left * left;
  return rise / (2 * (right - left));
}
