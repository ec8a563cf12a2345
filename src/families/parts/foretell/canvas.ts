import type { Box, Point } from '../../../domain/geometry.ts';
import { areaOf, boxAround, boxOf, centroidOf } from '../outline.ts';
import type { Thing } from '../thing.ts';
import { boxOfCells, type Cover, coverIn, isOpaque, middleOf, type Raster, rasterise } from './raster.ts';

/** All things of a drawing. What lies free is reckoned exactly; the raster is made only where one covers another. */
export interface Canvas {
  readonly things: readonly Thing[];
  readonly box: Box;
  /** D, in the unit of the things. */
  readonly diagonal: number;
  raster(): Raster;
}

export function canvasOf(things: readonly Thing[]): Canvas {
  const box = boxAround(things);
  let made: Raster | null = null;
  return {
    things,
    box,
    diagonal: Math.hypot(box.xMax - box.xMin, box.yMax - box.yMin),
    raster() {
      made ??= rasterise(things);
      return made;
    },
  };
}

/** A subject of a check as it lies on a canvas. */
export interface Placed {
  readonly things: readonly Thing[];
  /** Of what can be seen. */
  readonly box: Box;
  readonly centre: Point;
  readonly isWhole: boolean;
  /** Of 1: how much of its silhouette can be seen. */
  readonly visibleShare: number;
}

/** Where things lie, as far as they are seen; null where nothing is. */
export function place(things: readonly Thing[], canvas: Canvas): Placed | null {
  if (things.length === 0) return null;
  const whole: Placed = {
    things,
    box: boxAround(things),
    centre: centreOf(things),
    isWhole: true,
    visibleShare: 1,
  };
  if (!mayBeCovered(things, canvas)) return whole;
  const raster = canvas.raster();
  const cover = coverIn(raster, new Set(things));
  if (cover.visible.size === cover.full.size) return whole;
  if (cover.visible.size === 0) return null;
  return { ...whole, ...seenPart(whole, cover, raster) };
}

/** Cells tell how far what is seen reaches less, and where its middle moves; the rest is exact. */
function seenPart({ box, centre }: Placed, { full, visible }: Cover, raster: Raster): Omit<Placed, 'things'> {
  const [all, seen] = [boxOfCells(raster, full), boxOfCells(raster, visible)];
  const [from, to] = [middleOf(raster, full), middleOf(raster, visible)];
  const side = (key: keyof Box) => box[key] + seen[key] - all[key];
  return {
    box: { xMin: side('xMin'), xMax: side('xMax'), yMin: side('yMin'), yMax: side('yMax') },
    centre: { x: centre.x + to.x - from.x, y: centre.y + to.y - from.y },
    isWhole: false,
    visibleShare: visible.size / full.size,
  };
}

/** The centroid, weighted by area where there are several. */
export function centreOf(things: readonly Thing[]): Point {
  const [only, second] = things;
  if (only !== undefined && second === undefined) return centroidOf(only);
  const total = things.reduce((sum, thing) => sum + areaOf(thing), 0);
  const mean = (axis: 'x' | 'y') =>
    things.reduce((sum, thing) => sum + areaOf(thing) * centroidOf(thing)[axis], 0) / total;
  return { x: mean('x'), y: mean('y') };
}

function mayBeCovered(things: readonly Thing[], canvas: Canvas): boolean {
  const own = new Set(things);
  return things.some((thing) => {
    if (thing.kind === 'line') return false;
    const later = canvas.things.slice(canvas.things.indexOf(thing) + 1);
    return later.some((other) => isOpaque(other) && !own.has(other) && boxesOverlap(thing, other));
  });
}

/** Less than this is the rounding of numbers: neighbours that share a side don't cover each other. */
const TINY_CM = 1e-6;

function boxesOverlap(one: Thing, other: Thing): boolean {
  const [a, b] = [boxOf(one), boxOf(other)];
  const width = Math.min(a.xMax, b.xMax) - Math.max(a.xMin, b.xMin);
  const height = Math.min(a.yMax, b.yMax) - Math.max(a.yMin, b.yMin);
  return Math.min(width, height) > TINY_CM;
}
