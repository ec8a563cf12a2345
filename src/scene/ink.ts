import type { Mask, MaskFrame, Point } from '../domain/geometry.ts';
import type { Ink } from '../domain/subject.ts';
import { type PixelWindow, putInFrame, windowOf } from './pixel-window.ts';

/** Masks of the window alone, as the ink of the whole frame; null when nothing is visible. */
export function inkOf(
  { full, visible }: { readonly full: Mask; readonly visible: Mask },
  within: PixelWindow,
  frame: MaskFrame,
): Ink | null {
  const window = windowOf(visible);
  if (window === null) return null;
  const { left, top } = within;
  const { visiblePx, sumX, sumY } = sumUp(visible, window, { left, top });
  const low = toPoint(frame, left + window.left, top + window.bottom + 1);
  const high = toPoint(frame, left + window.right + 1, top + window.top);
  return {
    full: putInFrame(full, within, frame),
    visible: putInFrame(visible, within, frame),
    box: { xMin: low.x, yMin: low.y, xMax: high.x, yMax: high.y },
    centroid: toPoint(frame, sumX / visiblePx, sumY / visiblePx),
    fullPx: countPixels(full),
    visiblePx,
  };
}

function sumUp(
  { widthPx, pixels }: Mask,
  { left, right, top, bottom }: PixelWindow,
  origin: Pick<PixelWindow, 'left' | 'top'>,
) {
  let [visiblePx, sumX, sumY] = [0, 0, 0];
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) {
      if (pixels[y * widthPx + x] === 0) continue;
      visiblePx += 1;
      sumX += origin.left + x + 0.5;
      sumY += origin.top + y + 0.5;
    }
  }
  return { visiblePx, sumX, sumY };
}

function countPixels({ pixels }: Mask): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 1) count += pixels[at] ?? 0;
  return count;
}

function toPoint({ xMinPt, yMaxPt, pxPerPt }: MaskFrame, xPx: number, yPx: number): Point {
  return { x: xMinPt + xPx / pxPerPt, y: yMaxPt - yPx / pxPerPt };
}
