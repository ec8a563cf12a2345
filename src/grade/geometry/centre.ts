import type { Mask, MaskFrame, Point } from '../../domain/geometry.ts';
import { pixelBox } from './masks.ts';

/** The mean place of a mask's pixels, in points; null when it is empty. */
export function centroidOf(mask: Mask, frame: MaskFrame): Point | null {
  let [count, columns, rows] = [0, 0, 0];
  for (let at = 0; at < mask.pixels.length; at += 1) {
    if (mask.pixels[at] !== 1) continue;
    count += 1;
    columns += (at % mask.widthPx) + 0.5;
    rows += Math.floor(at / mask.widthPx) + 0.5;
  }
  return count === 0 ? null : toPoint({ column: columns / count, row: rows / count }, frame);
}

/** The middle of the box around a mask's pixels, in points; null when it is empty. */
export function boxCentreOf(mask: Mask, frame: MaskFrame): Point | null {
  const box = pixelBox(mask);
  if (box === null) return null;
  return toPoint({ column: (box.left + box.right + 1) / 2, row: (box.top + box.bottom + 1) / 2 }, frame);
}

function toPoint(
  { column, row }: { readonly column: number; readonly row: number },
  { xMinPt, yMaxPt, pxPerPt }: MaskFrame,
): Point {
  return { x: xMinPt + column / pxPerPt, y: yMaxPt - row / pxPerPt };
}
