import { packPng } from '../util/pack-png.ts';

/** A picture without transparency as PNG. `rgba`: four bytes a pixel, rows from the top; alpha is dropped. */
export function encodePng(
  rgba: Uint8Array | Uint8ClampedArray,
  widthPx: number,
  heightPx: number,
): Uint8Array {
  return packPng(scanlines(rgba, widthPx, heightPx), widthPx, heightPx);
}

/** Rows of RGB, each after a zero for "no filter": flat colours and repeated rows pack well without. */
function scanlines(rgba: Uint8Array | Uint8ClampedArray, widthPx: number, heightPx: number): Uint8Array {
  const rows = new Uint8Array(heightPx * (1 + 3 * widthPx));
  let from = 0;
  let to = 0;
  for (let y = 0; y < heightPx; y += 1) {
    to += 1;
    for (let x = 0; x < widthPx; x += 1) {
      rows[to] = rgba[from] ?? 0;
      rows[to + 1] = rgba[from + 1] ?? 0;
      rows[to + 2] = rgba[from + 2] ?? 0;
      to += 3;
      from += 4;
    }
  }
  return rows;
}
