import type { Mask } from '../domain/geometry.ts';
import { VISIBLE_STEP } from './ink-box.ts';
import { type PixelWindow, windowOf } from './pixel-window.ts';

/** Pixels, four bytes each, of the whole drawing, of all but something, and of that alone on nothing. */
export interface Paintings {
  readonly whole: Uint8ClampedArray;
  readonly without: Uint8ClampedArray;
  readonly alone: Uint8ClampedArray;
}

/** Less than this of a pixel (of 255) tells nothing: it belongs to the fuller pixel beside it. */
const FAINT_ALPHA = 80;

/**
 * Takes away from the visible pixels of something those that are only its fringe: where a cover has the same edge,
 * half-covered pixels let a little shine through. A pixel at the edge of the ink goes when it does not lie on top,
 * and when there is ink further in beside it of which none can be seen. Thin lines have no inside and keep all.
 */
export function dropFringe(visible: Mask, full: Mask, paintings: Paintings): void {
  const window = windowOf(full);
  if (window === null) return;
  const inside = insideOf(full, window);
  const isFaint = (at: number) => (paintings.alone[4 * at + 3] ?? 0) < FAINT_ALPHA;
  const fuller = fullerOf(full, isFaint);
  dropWhere({ visible, window, witnesses: inside }, (at) => inside[at] === 0 && isEdge(at));
  dropWhere({ visible, window, witnesses: fuller }, isFaint);

  function isEdge(at: number): boolean {
    return !isFaint(at) && !isOnTop(paintings, 4 * at);
  }
}

interface Dropping {
  readonly visible: Mask;
  readonly window: PixelWindow;
  /** 1 for the pixels that have a say about those beside them. */
  readonly witnesses: Uint8Array;
}

/** Drops the pixels that may be fringe and have witnesses beside them, none of them seen. */
function dropWhere({ visible, window, witnesses }: Dropping, mayBeFringe: (at: number) => boolean): void {
  const { widthPx, pixels } = visible;
  const seen = pixels.slice();
  for (let y = window.top; y <= window.bottom; y += 1) {
    for (let x = window.left; x <= window.right; x += 1) {
      const at = y * widthPx + x;
      if (seen[at] === 1 && mayBeFringe(at) && areAllHidden({ x, y }, { seen, witnesses, mask: visible }))
        pixels[at] = 0;
    }
  }
}

/** Whether there are witnesses around a pixel, and none of them is seen. */
function areAllHidden(
  { x, y }: { readonly x: number; readonly y: number },
  {
    seen,
    witnesses,
    mask,
  }: { readonly seen: Uint8Array; readonly witnesses: Uint8Array; readonly mask: Mask },
): boolean {
  const { widthPx, heightPx } = mask;
  let found = false;
  for (let row = Math.max(0, y - 1); row <= Math.min(heightPx - 1, y + 1); row += 1) {
    for (let column = Math.max(0, x - 1); column <= Math.min(widthPx - 1, x + 1); column += 1) {
      const near = row * widthPx + column;
      if (witnesses[near] === 0) continue;
      if (seen[near] === 1) return false;
      found = true;
    }
  }
  return found;
}

/** Whether a pixel looks as if something lay on top of all the rest there; `at` is its first byte. */
function isOnTop({ whole, without, alone }: Paintings, at: number): boolean {
  const alpha = (alone[at + 3] ?? 0) / 255;
  for (let channel = at; channel < at + 3; channel += 1) {
    const beneath = without[channel] ?? 0;
    const expected = beneath + alpha * ((alone[channel] ?? 0) - beneath);
    if (Math.abs((whole[channel] ?? 0) - expected) >= VISIBLE_STEP) return false;
  }
  return true;
}

function fullerOf({ pixels }: Mask, isFaint: (at: number) => boolean): Uint8Array {
  const fuller = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; at += 1) if (pixels[at] === 1 && !isFaint(at)) fuller[at] = 1;
  return fuller;
}

/** Pixels with ink on all eight sides; beyond the frame there is none. */
function insideOf(
  { widthPx, heightPx, pixels }: Mask,
  { left, right, top, bottom }: PixelWindow,
): Uint8Array {
  const inside = new Uint8Array(pixels.length);
  for (let y = Math.max(1, top); y <= Math.min(heightPx - 2, bottom); y += 1) {
    for (let x = Math.max(1, left); x <= Math.min(widthPx - 2, right); x += 1) {
      const at = y * widthPx + x;
      if (isRow(pixels, at - widthPx) && isRow(pixels, at) && isRow(pixels, at + widthPx)) inside[at] = 1;
    }
  }
  return inside;
}

/** Whether there is ink in a pixel, the one before it and the one behind it. */
function isRow(pixels: Uint8Array, at: number): boolean {
  return pixels[at] === 1 && pixels[at - 1] === 1 && pixels[at + 1] === 1;
}
