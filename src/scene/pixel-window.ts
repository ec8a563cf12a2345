import type { Mask } from '../domain/geometry.ts';

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
