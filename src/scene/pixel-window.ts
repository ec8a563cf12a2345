import type { Mask } from '../domain/geometry.ts';
import { wordsOf } from './mask-pixels.ts';

/** Columns and rows that the pixels of a mask lie in, ends included. */
export interface PixelWindow {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The smallest window around the pixels of a mask, null when there are none. What is outside need not be looked at. */
export function windowOf({ widthPx, heightPx, pixels }: Mask): PixelWindow | null {
  const first = pixels.indexOf(1);
  if (first < 0) return null;
  const [top, bottom] = [Math.floor(first / widthPx), Math.floor(pixels.lastIndexOf(1) / widthPx)];
  let [left, right] = [widthPx - 1, 0];
  for (let y = top; y <= Math.min(heightPx - 1, bottom); y += 1) {
    const row = pixels.subarray(y * widthPx, (y + 1) * widthPx);
    const [from, to] = [row.indexOf(1), row.lastIndexOf(1)];
    if (from < 0) continue;
    left = Math.min(left, from);
    right = Math.max(right, to);
  }
  return { left, right, top, bottom };
}

type Size = Pick<Mask, 'widthPx' | 'heightPx'>;

/** How many columns and rows it has. */
export function sizeOf({ left, right, top, bottom }: PixelWindow): Size {
  return { widthPx: right - left + 1, heightPx: bottom - top + 1 };
}

/** The smallest window around all that is painted on nothing, four bytes a pixel; null when there is nothing. */
export function paintedWindow(rgba: Uint8ClampedArray, { widthPx, heightPx }: Size): PixelWindow | null {
  const words = wordsOf(rgba);
  let [left, right, top, bottom] = [widthPx, -1, heightPx, -1];
  for (let y = 0; y < heightPx; y += 1) {
    const [start, end] = [y * widthPx, (y + 1) * widthPx];
    let from = start;
    while (from < end && words[from] === 0) from += 1;
    if (from === end) continue;
    let to = end - 1;
    while (words[to] === 0) to -= 1;
    left = Math.min(left, from - start);
    right = Math.max(right, to - start);
    top = Math.min(top, y);
    bottom = y;
  }
  return right < 0 ? null : { left, right, top, bottom };
}

/** The pixels of a window, four bytes each, out of those of the frame. */
export function cropPixels(
  rgba: Uint8ClampedArray,
  { widthPx }: Size,
  window: PixelWindow,
): Uint8ClampedArray {
  const size = sizeOf(window);
  const cropped = new Uint8ClampedArray(4 * size.widthPx * size.heightPx);
  for (let row = 0; row < size.heightPx; row += 1) {
    const start = 4 * ((window.top + row) * widthPx + window.left);
    cropped.set(rgba.subarray(start, start + 4 * size.widthPx), 4 * row * size.widthPx);
  }
  return cropped;
}

/** A mask of a window as one of the frame that the window lies in. */
export function putInFrame({ widthPx, heightPx, pixels }: Mask, window: PixelWindow, frame: Size): Mask {
  const all = new Uint8Array(frame.widthPx * frame.heightPx);
  for (let row = 0; row < heightPx; row += 1) {
    const start = row * widthPx;
    all.set(pixels.subarray(start, start + widthPx), (window.top + row) * frame.widthPx + window.left);
  }
  return { widthPx: frame.widthPx, heightPx: frame.heightPx, pixels: all };
}
