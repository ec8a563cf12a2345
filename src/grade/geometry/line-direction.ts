import type { Mask, Point } from '../../domain/geometry.ts';
import type { RecognisedShape, Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { lineOf } from './line-ends.ts';
import { outlineLength } from './outlines.ts';
import { distance, strokesOf } from './path-strokes.ts';
import { silhouette } from './silhouette.ts';

/** Which way a thing lies, as an angle counter-clockwise from level that means the same after each `symmetryDeg`. */
export interface Direction {
  readonly angleDeg: number;
  readonly symmetryDeg: number;
}

/** A line bent more than this (length beside the way between its ends) has no one direction; a shallow arc still has. */
const STRAIGHT = 0.95;
/** Length to breadth from which a body has a long axis; below it people don't agree on one. */
const LEAST_ELONGATION = 1.1;

/**
 * The direction from end to end of a straight line, else of the principal axis of the silhouette, else of a square's or triangle's sides;
 * null when the thing is round or bent.
 */
export function directionOf(thing: Thing, scene: Scene): Direction | null {
  const strokes = strokesOf(thing, scene);
  const main = [...strokes].sort((one, other) => outlineLength(other) - outlineLength(one))[0];
  if (main === undefined || main.closed || main.isFilled) {
    return axisOf(silhouette(thing.ink.full)) ?? regularOf(main?.shape ?? null);
  }
  const line = lineOf(thing, scene);
  const [from, to] = line === null ? [] : line.ends.map(({ at }) => at);
  if (line === null || from === undefined || to === undefined) return null;
  const isStraight = distance(from, to) >= STRAIGHT * outlineLength({ points: line.points, closed: false });
  return isStraight ? { angleDeg: angleOf({ x: to.x - from.x, y: to.y - from.y }), symmetryDeg: 180 } : null;
}

/** The least turn between two directions, 0 to half of their symmetry. */
export function turnBetween(oneDeg: number, otherDeg: number, symmetryDeg: number): number {
  const turned = (oneDeg - otherDeg) % symmetryDeg;
  return Math.min(Math.abs(turned), symmetryDeg - Math.abs(turned));
}

/** A shape as broad as long lies as its sides do: a square is itself again after 90°, a triangle after 120°. */
function regularOf(shape: RecognisedShape | null): Direction | null {
  if (shape?.angleDeg === undefined) return null;
  if (shape.name === 'triangle') return { angleDeg: shape.angleDeg, symmetryDeg: 120 };
  const isSquare = shape.name === 'square' || shape.name === 'rectangle';
  return isSquare ? { angleDeg: shape.angleDeg, symmetryDeg: 90 } : null;
}

/** The axis of the largest second moment of a mask's area. */
function axisOf(mask: Mask): Direction | null {
  let [count, x, y, xx, yy, xy] = [0, 0, 0, 0, 0, 0];
  for (let at = 0; at < mask.pixels.length; at += 1) {
    if (mask.pixels[at] !== 1) continue;
    const [column, row] = [at % mask.widthPx, -Math.floor(at / mask.widthPx)];
    count += 1;
    x += column;
    y += row;
    xx += column * column;
    yy += row * row;
    xy += column * row;
  }
  if (count === 0) return null;
  const [mx, my] = [x / count, y / count];
  const [vx, vy, vxy] = [xx / count - mx * mx, yy / count - my * my, xy / count - mx * my];
  const [middle, spread] = [(vx + vy) / 2, Math.hypot((vx - vy) / 2, vxy)];
  const elongation = Math.sqrt((middle + spread) / Math.max(1 / 12, middle - spread));
  if (elongation < LEAST_ELONGATION) return null;
  return { angleDeg: (Math.atan2(2 * vxy, vx - vy) * 90) / Math.PI, symmetryDeg: 180 };
}

function angleOf({ x, y }: Point): number {
  return (Math.atan2(y, x) * 180) / Math.PI;
}
