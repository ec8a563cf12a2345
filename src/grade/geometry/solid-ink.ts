import type { Mask, MaskFrame, Point } from '../../domain/geometry.ts';
import type { Mark, Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { squaredDistances } from './gap.ts';
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
  const away = squaredDistances(visible);
  const pixels = Uint8Array.from(full.pixels);
  for (let at = 0; at < pixels.length; at += 1) {
    if (pixels[at] !== 1 || (away[at] ?? 0) <= FRINGE_PX ** 2) continue;
    if (topmostAt(scene.marks, pointAt(at, frame), isOther) === null) pixels[at] = 0;
  }
  return { ...full, pixels };
}

function pointAt(at: number, { widthPx, pxPerPt, xMinPt, yMaxPt }: MaskFrame): Point {
  return {
    x: xMinPt + ((at % widthPx) + 0.5) / pxPerPt,
    y: yMaxPt - (Math.floor(at / widthPx) + 0.5) / pxPerPt,
  };
}
