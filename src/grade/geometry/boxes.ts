import type { Box, Point } from '../../domain/geometry.ts';
import type { Mark } from '../../domain/scene.ts';

/** The middle of a box. */
export function middleOf({ xMin, xMax, yMin, yMax }: Box): Point {
  return { x: (xMin + xMax) / 2, y: (yMin + yMax) / 2 };
}

/** Whether a point lies within a box, its border included. */
export function holds({ xMin, xMax, yMin, yMax }: Box, { x, y }: Point): boolean {
  return x >= xMin && x <= xMax && y >= yMin && y <= yMax;
}

/** Whether a point of a mark is left by what clips it, going by the box of the clip. */
export function isInClip({ clip }: Pick<Mark, 'clip'>, point: Point): boolean {
  return clip === undefined || holds(clip, point);
}
