import type { CheckInput } from '../../domain/check.ts';
import type { Outline } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { longestLine } from './line-ends.ts';
import { outlineLength } from './outlines.ts';
import { distance } from './path-strokes.ts';
import { seenStrokesOf } from './seen-strokes.ts';

/** The path that a person would trace with a finger, and the pen that drew it (0 for the edge of a fill). */
export interface MainOutline extends Outline {
  readonly widthPt: number;
}

/** pgf rounds coordinates to about 0.01 pt, and an outline closed by hand ends where it began. */
const SAME_PLACE_PT = 1;

/** A shadow is as long as what casts it, and lies beneath. */
const AS_LONG = 0.98;

/** The longest outline of a thing that is seen; pieces that meet end to end are one. Null when it has no path. */
export function mainOutlineOf(
  thing: Thing,
  scenery: Pick<CheckInput, 'scene' | 'grounding'>,
): MainOutline | null {
  const strokes = seenStrokesOf(thing, scenery);
  const lengths = strokes.map(outlineLength);
  const most = Math.max(...lengths);
  const longest = strokes.findLast((_, index) => (lengths[index] ?? 0) >= AS_LONG * most);
  if (longest === undefined) return null;
  const { widthPt } = longest;
  if (longest.closed || longest.isFilled) return { points: longest.points, closed: true, widthPt };
  const points = longestLine(strokes)?.points ?? longest.points;
  const [first, last] = [points[0], points.at(-1)];
  const isLoop = first !== undefined && last !== undefined && distance(first, last) <= SAME_PLACE_PT;
  return { points, closed: points.length > 3 && isLoop, widthPt };
}
