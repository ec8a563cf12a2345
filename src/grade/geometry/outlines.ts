import type { Box, Point } from '../../domain/geometry.ts';
import type { Outline } from '../../domain/scene.ts';

/** What an outline encloses, in square points (Gauss's shoelace formula); an open one counts as closed by a straight line. */
export function enclosedArea(outline: Outline): number {
  let doubled = 0;
  for (const [from, to] of sides(outline.points)) doubled += from.x * to.y - to.x * from.y;
  return Math.abs(doubled) / 2;
}

/** Length along an outline, in points. */
export function outlineLength(outline: Outline): number {
  const all = sides(outline.points);
  const drawn = outline.closed ? all : all.slice(0, -1);
  return drawn.reduce((sum, [from, to]) => sum + Math.hypot(to.x - from.x, to.y - from.y), 0);
}

/** Whether a point lies within an outline (even-odd rule). */
export function encloses(outline: Outline, { x, y }: Point): boolean {
  let isInside = false;
  for (const [from, to] of sides(outline.points)) {
    if (from.y > y === to.y > y) continue;
    if (x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x) isInside = !isInside;
  }
  return isInside;
}

/** The box of an outline's points, without its stroke. */
export function boxOf({ points }: Outline): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const least = (values: readonly number[]) =>
    values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const most = (values: readonly number[]) =>
    values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return { xMin: least(xs), yMin: least(ys), xMax: most(xs), yMax: most(ys) };
}

/** Pairs of neighbouring points, the last one back to the first. */
export function sides(points: readonly Point[]): (readonly [Point, Point])[] {
  return points.map((from, index) => [from, points[(index + 1) % points.length] ?? from] as const);
}
