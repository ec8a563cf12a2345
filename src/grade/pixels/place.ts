import type { Raster } from './raster.ts';

/** Where a picture goes on a canvas: its upper left corner (fractions allowed), and the size of its pixels there. */
export interface Placing {
  readonly leftPx: number;
  readonly topPx: number;
  /** Canvas pixels a picture pixel; above 1 the picture grows. */
  readonly scale: number;
}

/** For each pixel of one axis of the canvas, from `start` on: which pixels of the picture it shows, and how much of each. */
interface Taps {
  readonly start: number;
  readonly count: number;
  /** Taps of each pixel; those that it does not need weigh 0. */
  readonly each: number;
  readonly sources: Int32Array;
  readonly weights: Float32Array;
}

/**
 * Draws a picture on a canvas, scaled; what lies outside of the canvas is left out. Smaller: each pixel is the mean of
 * the area that it covers (box filter), so a hairline becomes faint but never vanishes. Larger: bilinear. Means are of sRGB
 * values as they are, not of light, as browsers and the usual libraries do it. Edges that lie between two pixels of the
 * canvas mix with white.
 */
export function placeOn(canvas: Raster, picture: Raster, { leftPx, topPx, scale }: Placing): void {
  const columns = tapsOf(picture.widthPx, { offsetPx: leftPx, scale, lengthPx: canvas.widthPx });
  const rows = tapsOf(picture.heightPx, { offsetPx: topPx, scale, lengthPx: canvas.heightPx });
  const line = new Float32Array(3 * picture.widthPx);
  for (let row = 0; row < rows.count; row += 1) {
    line.fill(0);
    for (let tap = row * rows.each; tap < (row + 1) * rows.each; tap += 1)
      addRow(line, picture, { row: rows.sources[tap] ?? 0, weight: rows.weights[tap] ?? 0 });
    const at = 3 * ((rows.start + row) * canvas.widthPx + columns.start);
    narrow(line, columns, canvas.rgb.subarray(at, at + 3 * columns.count));
  }
}

/** Adds a row of the picture as darkness (255 − value), to which white adds nothing. */
function addRow(
  line: Float32Array,
  { rgb }: Raster,
  { row, weight }: { readonly row: number; readonly weight: number },
): void {
  if (weight === 0) return;
  const start = row * line.length;
  for (let at = 0; at < line.length; at += 1)
    line[at] = (line[at] ?? 0) + weight * (255 - (rgb[start + at] ?? 255));
}

/** Writes what a line of darkness looks like in the columns of the canvas. */
function narrow(line: Float32Array, { count, each, sources, weights }: Taps, to: Uint8Array): void {
  for (let column = 0; column < count; column += 1) {
    let [red, green, blue] = [0, 0, 0];
    for (let tap = column * each; tap < (column + 1) * each; tap += 1) {
      const weight = weights[tap] ?? 0;
      const from = 3 * (sources[tap] ?? 0);
      red += weight * (line[from] ?? 0);
      green += weight * (line[from + 1] ?? 0);
      blue += weight * (line[from + 2] ?? 0);
    }
    to[3 * column] = 255.5 - red;
    to[3 * column + 1] = 255.5 - green;
    to[3 * column + 2] = 255.5 - blue;
  }
}

interface Axis {
  readonly offsetPx: number;
  readonly scale: number;
  /** Of the canvas. */
  readonly lengthPx: number;
}

function tapsOf(sourcePx: number, { offsetPx, scale, lengthPx }: Axis): Taps {
  const start = Math.max(0, Math.floor(offsetPx));
  const end = Math.min(lengthPx, Math.ceil(offsetPx + sourcePx * scale - 1e-6));
  const count = Math.max(0, end - start);
  const each = Math.ceil(1 / scale) + 1;
  const taps = {
    start,
    count,
    each,
    sources: new Int32Array(count * each),
    weights: new Float32Array(count * each),
  };
  for (let index = 0; index < count; index += 1) {
    const from = (start + index - offsetPx) / scale;
    if (scale > 1) mixTwo(taps, index, { from, scale, sourcePx });
    else coverAll(taps, index, { from, scale, sourcePx });
  }
  return taps;
}

/** A pixel of the canvas as it lies on the picture: it begins at `from`. */
interface Covered {
  readonly from: number;
  readonly scale: number;
  readonly sourcePx: number;
}

/** Each pixel of the picture counts by how much of the canvas' pixel it fills. */
function coverAll({ each, sources, weights }: Taps, index: number, { from, scale, sourcePx }: Covered): void {
  const to = from + 1 / scale;
  for (let tap = 0; tap < each; tap += 1) {
    const source = Math.floor(from) + tap;
    if (source < 0 || source >= sourcePx) continue;
    sources[index * each + tap] = source;
    weights[index * each + tap] = Math.max(0, Math.min(to, source + 1) - Math.max(from, source)) * scale;
  }
}

/** The two nearest pixels of the picture, by how near; its outermost ones go on to its edge, beyond which all is white. */
function mixTwo({ each, sources, weights }: Taps, index: number, { from, scale, sourcePx }: Covered): void {
  const to = from + 1 / scale;
  const inside = (Math.min(to, sourcePx) - Math.max(from, 0)) * scale;
  const centre = Math.min(sourcePx - 1, Math.max(0, (from + to) / 2 - 0.5));
  const first = Math.min(Math.floor(centre), Math.max(0, sourcePx - 2));
  sources.set([first, Math.min(first + 1, sourcePx - 1)], index * each);
  weights.set([inside * (1 - (centre - first)), inside * (centre - first)], index * each);
}
