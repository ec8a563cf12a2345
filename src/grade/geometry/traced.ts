import type { Point } from '../../domain/geometry.ts';
import type { Outline } from '../../domain/scene.ts';
import { distance } from './path-strokes.ts';

/** A path as many short steps: where each point lies, how far along, and which way the path goes there. */
export interface Traced {
  /** A closed path comes back to its first point. */
  readonly points: readonly Point[];
  /** Way from the start to each point, in points. */
  readonly along: readonly number[];
  readonly closed: boolean;
  readonly lengthPt: number;
}

/** Comparing two paths takes the product of their points. */
const MOST_POINTS = 1500;

/** Steps of at most `stepPt`; corners stay. Longer or finer paths than 1500 points are sampled evenly. */
export function trace({ points, closed }: Outline, stepPt: number): Traced {
  const [first] = points;
  const path = closed && first !== undefined ? [...points, first] : [...points];
  const length = lengthsOf(path).at(-1) ?? 0;
  const step = Math.max(stepPt, length / (MOST_POINTS / 2));
  const fine = path.length > MOST_POINTS / 2 ? sampled(path, length / (MOST_POINTS / 2)) : path;
  const steps = fine.flatMap((from, index) => stepsTo(from, fine[index + 1], step));
  const along = lengthsOf(steps);
  return { points: steps, along, closed, lengthPt: along.at(-1) ?? 0 };
}

/** The point, and those on the way to the next one, which is left out. */
function stepsTo(from: Point, to: Point | undefined, step: number): Point[] {
  if (to === undefined) return [from];
  const count = Math.max(1, Math.ceil(distance(from, to) / Math.max(step, Number.EPSILON)));
  return Array.from({ length: count }, (_, index) => between(from, to, index / count));
}

/** Every so many points of the way; the last point stays. */
function sampled(path: readonly Point[], step: number): Point[] {
  const kept: Point[] = [];
  let left = 0;
  path.forEach((point, index) => {
    left -= index === 0 ? 0 : distance(path[index - 1] ?? point, point);
    if (left > 0 && index < path.length - 1) return;
    kept.push(point);
    left = step;
  });
  return kept;
}

function lengthsOf(points: readonly Point[]): number[] {
  let length = 0;
  return points.map((point, index) => {
    length += index === 0 ? 0 : distance(points[index - 1] ?? point, point);
    return length;
  });
}

/** A point on the way from one to another; `share` 0 is the first. */
export function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) };
}
