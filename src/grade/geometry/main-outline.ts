import type { Outline, Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { lineOf } from './line-ends.ts';
import { outlineLength } from './outlines.ts';
import { distance, strokesOf } from './path-strokes.ts';

/** The path that a person would trace with a finger, and the pen that drew it (0 for the edge of a fill). */
export interface MainOutline extends Outline {
  readonly widthPt: number;
}

/** pgf rounds coordinates to about 0.01 pt, and an outline closed by hand ends where it began. */
const SAME_PLACE_PT = 1;

/** The longest outline of a thing; pieces that meet end to end are one. Null when it has no path. */
export function mainOutlineOf(thing: Thing, scene: Scene): MainOutline | null {
  const longest = [...strokesOf(thing, scene)].sort(
    (one, other) => outlineLength(other) - outlineLength(one),
  )[0];
  if (longest === undefined) return null;
  const { widthPt } = longest;
  if (longest.closed || longest.isFilled) return { points: longest.points, closed: true, widthPt };
  const points = lineOf(thing, scene)?.points ?? longest.points;
  const [first, last] = [points[0], points.at(-1)];
  const isLoop = first !== undefined && last !== undefined && distance(first, last) <= SAME_PLACE_PT;
  return { points, closed: points.length > 3 && isLoop, widthPt };
}
