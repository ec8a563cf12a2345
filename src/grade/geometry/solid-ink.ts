import type { Mask, MaskFrame, Point } from '../../domain/geometry.ts';
import type { Mark, Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { topmostAt } from './topmost.ts';

/** Fringes of visible ink are not visible themselves. */
const FRINGE_PX = 2;

/** Every check of a task compares the same few. */
const KNOWN = new WeakMap<Thing, Mask>();

/**
 * A thing's ink, also where others cover it or have its colour, without what nobody could ever see: white paint on
 * the bare page.
 */
export function solidInk(thing: Thing, picture: { readonly scene: Scene; readonly frame: MaskFrame }): Mask {
  const known = KNOWN.get(thing) ?? measure(thing, picture);
  KNOWN.set(thing, known);
  return known;
}

function measure(
  { marks, ink: { full, visible } }: Thing,
  { scene, frame }: Parameters<typeof solidInk>[1],
): Mask {
  const own = new Set(marks);
  const isOther = ({ index }: Mark) => !own.has(index);
  const isNear = (at: number) => isAnyNear(visible, at);
  const pixels = Uint8Array.from(full.pixels);
  for (let at = 0; at < pixels.length; at += 1) {
    if (pixels[at] !== 1 || isNear(at)) continue;
    if (topmostAt(scene.marks, pointAt(at, frame), isOther) === null) pixels[at] = 0;
  }
  return { ...full, pixels };
}

/** Whether a mask has a pixel not further than the fringe from one. */
function isAnyNear({ widthPx, heightPx, pixels }: Mask, at: number): boolean {
  if (pixels[at] === 1) return true;
  const [column, row] = [at % widthPx, Math.floor(at / widthPx)];
  for (let y = Math.max(0, row - FRINGE_PX); y <= Math.min(heightPx - 1, row + FRINGE_PX); y += 1) {
    for (let x = Math.max(0, column - FRINGE_PX); x <= Math.min(widthPx - 1, column + FRINGE_PX); x += 1) {
      const isWithin = (x - column) ** 2 + (y - row) ** 2 <= FRINGE_PX ** 2;
      if (isWithin && pixels[y * widthPx + x] === 1) return true;
    }
  }
  return false;
}

function pointAt(at: number, { widthPx, pxPerPt, xMinPt, yMaxPt }: MaskFrame): Point {
  return {
    x: xMinPt + ((at % widthPx) + 0.5) / pxPerPt,
    y: yMaxPt - (Math.floor(at / widthPx) + 0.5) / pxPerPt,
  };
}
