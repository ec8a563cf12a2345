import type { Box } from '../domain/geometry.ts';

/**
 * A pixel that differs from the ground by less than this in each channel (of 255) is no ink: below 5 % a person
 * sees nothing of a mark. Painting is deterministic, so there is no noise that it would have to swallow.
 */
export const VISIBLE_STEP = 12;

/** The box of the pixels that are not white, in pixels: columns `xMin` to `xMax - 1`, rows from the top; null when all are. */
export function inkBoxPx(rgba: Uint8ClampedArray, widthPx: number, heightPx: number): Box | null {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, widthPx * heightPx);
  let [xMin, yMin, xMax, yMax] = [widthPx, heightPx, 0, 0];
  for (let y = 0; y < heightPx; y += 1) {
    const row = y * widthPx;
    for (let x = 0; x < widthPx; x += 1) {
      if (words[row + x] === 0xffffffff || !isInk(rgba, 4 * (row + x))) continue;
      if (x < xMin) xMin = x;
      if (x >= xMax) xMax = x + 1;
      if (y < yMin) yMin = y;
      yMax = y + 1;
    }
  }
  return xMin < xMax ? { xMin, yMin, xMax, yMax } : null;
}

function isInk(rgba: Uint8ClampedArray, at: number): boolean {
  const darkest = 255 - VISIBLE_STEP;
  return (rgba[at] ?? 255) <= darkest || (rgba[at + 1] ?? 255) <= darkest || (rgba[at + 2] ?? 255) <= darkest;
}
