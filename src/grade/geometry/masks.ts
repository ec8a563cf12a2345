import type { Mask } from '../../domain/geometry.ts';

/** How many pixels belong to a mask. */
export function areaPx(mask: Mask): number {
  const { pixels } = mask;
  let area = 0;
  for (let at = 0; at < pixels.length; at += 1) area += pixels[at] ?? 0;
  return area;
}

/** The pixels that belong to both. The masks share one frame. */
export function intersection(one: Mask, other: Mask): Mask {
  return combine(one, other, (a, b) => a & b);
}

/** The pixels that belong to one or to both. The masks share one frame. */
export function union(one: Mask, other: Mask): Mask {
  return combine(one, other, (a, b) => a | b);
}

/** How many pixels belong to both; the masks share one frame. */
export function sharedPx(one: Mask, other: Mask): number {
  let shared = 0;
  for (let at = 0; at < one.pixels.length; at += 1) {
    shared += (one.pixels[at] ?? 0) & (other.pixels[at] ?? 0);
  }
  return shared;
}

/** Columns and rows that a mask covers, ends included; null when it is empty. Row 0 is the top one. */
export interface PixelBox {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export function pixelBox(mask: Mask): PixelBox | null {
  let [left, right, top, bottom] = [mask.widthPx, -1, mask.heightPx, -1];
  for (let row = 0; row < mask.heightPx; row += 1) {
    for (let column = 0; column < mask.widthPx; column += 1) {
      if (mask.pixels[row * mask.widthPx + column] !== 1) continue;
      if (column < left) left = column;
      if (column > right) right = column;
      if (row < top) top = row;
      bottom = row;
    }
  }
  return right < 0 ? null : { left, right, top, bottom };
}

/** The smallest box around two. */
export function boxAround(one: PixelBox, other: PixelBox): PixelBox {
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** The part of a mask that lies in a box, as a mask of its own. */
export function crop(mask: Mask, { left, right, top, bottom }: PixelBox): Mask {
  const widthPx = right - left + 1;
  const pixels = new Uint8Array(widthPx * (bottom - top + 1));
  for (let row = top; row <= bottom; row += 1) {
    const start = row * mask.widthPx;
    pixels.set(mask.pixels.subarray(start + left, start + right + 1), (row - top) * widthPx);
  }
  return { widthPx, heightPx: bottom - top + 1, pixels };
}

function combine(one: Mask, other: Mask, join: (a: number, b: number) => number): Mask {
  const pixels = new Uint8Array(one.pixels.length);
  for (let at = 0; at < pixels.length; at += 1) pixels[at] = join(one.pixels[at] ?? 0, other.pixels[at] ?? 0);
  return { widthPx: one.widthPx, heightPx: one.heightPx, pixels };
}
