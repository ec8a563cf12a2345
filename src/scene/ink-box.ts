import type { Box } from '../domain/geometry.ts';

/**
 * A pixel that differs from the ground by less than this in each channel (of 255) is no ink: below 5 % a person
 * sees nothing of a mark. Painting is deterministic, so there is no noise that it would have to swallow.
 */
export const VISIBLE_STEP = 12;

/** The box of the pixels that are not white, in pixels: columns `xMin` to `xMax - 1`, rows from the top; null when all are. */
export function inkBoxPx(rgba: Uint8ClampedArray, widthPx: number, heightPx: number): Box | null {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, widthPx * heightPx);
  const isAt = (at: number) => words[at] !== 0xffffffff && isInk(rgba, 4 * at);
  const isInRow = (y: number) => hasInk({ from: y * widthPx, step: 1, count: widthPx }, isAt);
  const yMin = firstOf({ from: 0, to: heightPx }, isInRow);
  if (yMin === heightPx) return null;
  const yMax = lastOf({ from: yMin, to: heightPx }, isInRow) + 1;
  // From the sides inwards: most drawings fill their page, and then next to nothing has to be looked at.
  const isInColumn = (x: number) =>
    hasInk({ from: yMin * widthPx + x, step: widthPx, count: yMax - yMin }, isAt);
  const xMin = firstOf({ from: 0, to: widthPx }, isInColumn);
  const xMax = lastOf({ from: xMin, to: widthPx }, isInColumn) + 1;
  return { xMin, yMin, xMax, yMax };
}

interface Line {
  readonly from: number;
  readonly step: number;
  readonly count: number;
}

interface Range {
  readonly from: number;
  /** Not included. */
  readonly to: number;
}

function hasInk({ from, step, count }: Line, isAt: (at: number) => boolean): boolean {
  for (let at = from, end = from + step * count; at < end; at += step) if (isAt(at)) return true;
  return false;
}

/** `to` when there is none. */
function firstOf({ from, to }: Range, isWanted: (at: number) => boolean): number {
  let at = from;
  while (at < to && !isWanted(at)) at += 1;
  return at;
}

/** `from` when there is no later one. */
function lastOf({ from, to }: Range, isWanted: (at: number) => boolean): number {
  let at = to - 1;
  while (at > from && !isWanted(at)) at -= 1;
  return at;
}

function isInk(rgba: Uint8ClampedArray, at: number): boolean {
  const darkest = 255 - VISIBLE_STEP;
  return (rgba[at] ?? 255) <= darkest || (rgba[at + 1] ?? 255) <= darkest || (rgba[at + 2] ?? 255) <= darkest;
}
