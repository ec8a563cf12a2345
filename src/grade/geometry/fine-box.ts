import type { Box, MaskFrame } from '../../domain/geometry.ts';
import type { Mark } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';

/** A mask takes in pixels that are covered in part, and a mitre sticks out of a stroke's box: both move a side by about a pixel. */
const MOST_DIFFERENCE_PX = 1.5;

/**
 * The box of a thing's visible ink, finer than the pixels: a side that the thing's marks end at, give or take a
 * pixel, is where the marks end. Covered or clipped sides stay as the pixels have them.
 */
export function fineBox(
  thing: Thing,
  page: { readonly marks: readonly Mark[]; readonly frame: MaskFrame },
): Box {
  const own = new Set(thing.marks);
  const boxes = page.marks.filter(({ index }) => own.has(index)).map(({ box }) => box);
  const { box } = thing.ink;
  const side = (rough: number, ends: readonly number[], pickOne: (a: number, b: number) => number) => {
    if (ends.length === 0) return rough;
    const end = ends.reduce((a, b) => pickOne(a, b));
    return Math.abs(end - rough) * page.frame.pxPerPt <= MOST_DIFFERENCE_PX ? end : rough;
  };
  return {
    xMin: side(
      box.xMin,
      boxes.map(({ xMin }) => xMin),
      Math.min,
    ),
    yMin: side(
      box.yMin,
      boxes.map(({ yMin }) => yMin),
      Math.min,
    ),
    xMax: side(
      box.xMax,
      boxes.map(({ xMax }) => xMax),
      Math.max,
    ),
    yMax: side(
      box.yMax,
      boxes.map(({ yMax }) => yMax),
      Math.max,
    ),
  };
}
