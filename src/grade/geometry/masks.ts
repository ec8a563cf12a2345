import type { Mask } from '../../domain/geometry.ts';

/** How many pixels belong to a mask. */
export function areaPx({ pixels }: Mask): number {
  const words = wordsOf(pixels);
  let area = 0;
  for (let at = 0; at < words.length; at += 1) area += onesIn(words[at] ?? 0);
  for (let at = 4 * words.length; at < pixels.length; at += 1) area += pixels[at] ?? 0;
  return area;
}

/** The pixels that belong to both. The masks share one frame. */
export function intersection(one: Mask, other: Mask): Mask {
  const joined = new Uint8Array(one.pixels);
  const [words, others] = [wordsOf(joined), wordsOf(other.pixels)];
  for (let at = 0; at < words.length; at += 1) words[at] = (words[at] ?? 0) & (others[at] ?? 0);
  for (let at = 4 * words.length; at < joined.length; at += 1)
    joined[at] = (joined[at] ?? 0) & (other.pixels[at] ?? 0);
  return { widthPx: one.widthPx, heightPx: one.heightPx, pixels: joined };
}

/** The pixels that belong to at least one. The masks share one frame. */
export function union(first: Mask, ...rest: readonly Mask[]): Mask {
  const joined = new Uint8Array(first.pixels);
  const words = wordsOf(joined);
  for (const { pixels } of rest) {
    const others = wordsOf(pixels);
    for (let at = 0; at < words.length; at += 1) words[at] = (words[at] ?? 0) | (others[at] ?? 0);
    for (let at = 4 * words.length; at < joined.length; at += 1)
      joined[at] = (joined[at] ?? 0) | (pixels[at] ?? 0);
  }
  return { widthPx: first.widthPx, heightPx: first.heightPx, pixels: joined };
}

/** How many pixels belong to both; the masks share one frame. */
export function sharedPx(one: Mask, other: Mask): number {
  const [words, others] = [wordsOf(one.pixels), wordsOf(other.pixels)];
  let shared = 0;
  for (let at = 0; at < words.length; at += 1) shared += onesIn((words[at] ?? 0) & (others[at] ?? 0));
  for (let at = 4 * words.length; at < one.pixels.length; at += 1)
    shared += (one.pixels[at] ?? 0) & (other.pixels[at] ?? 0);
  return shared;
}

/** Four pixels at once; the last few that make no four are left out. */
function wordsOf(pixels: Uint8Array): Uint32Array {
  const bytes = aligned(pixels);
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}

/** A mask may begin anywhere in a longer stretch of bytes. */
function aligned(pixels: Uint8Array): Uint8Array {
  return pixels.byteOffset % 4 === 0 ? pixels : new Uint8Array(pixels);
}

/** How many of four pixels are 1: multiplied so, the highest byte is the sum of all four. */
function onesIn(word: number): number {
  return Math.imul(word, 0x01010101) >>> 24;
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
