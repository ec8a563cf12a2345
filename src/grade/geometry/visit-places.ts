import type { Mask, MaskFrame, Point } from '../../domain/geometry.ts';
import type { Outline } from '../../domain/scene.ts';
import { squaredDistances } from './gap.ts';
import { type Traced, trace } from './traced.ts';

/** Where a line comes near to a thing: how far along the line, and how near. */
export interface Visit {
  readonly thing: number;
  readonly along: number;
  readonly awayPt: number;
}

/** From any point of the page to the nearest pixel of a mask, in points; 0 within. */
export type DistanceTo = (point: Point) => number;

export function distancesTo(mask: Mask, { xMinPt, yMaxPt, pxPerPt }: MaskFrame): DistanceTo {
  const squared = squaredDistances(mask);
  const { widthPx, heightPx } = mask;
  return ({ x, y }) => {
    const [column, row] = [(x - xMinPt) * pxPerPt, (yMaxPt - y) * pxPerPt];
    const [inColumn, inRow] = [clamp(column, widthPx), clamp(row, heightPx)];
    const inside = Math.sqrt(squared[inRow * widthPx + inColumn] ?? 0);
    const outside = Math.hypot(column - inColumn - 0.5, row - inRow - 0.5);
    return Math.max(0, inside + Math.max(0, outside - 1) - 0.5) / pxPerPt;
  };
}

function clamp(place: number, count: number): number {
  return Math.min(count - 1, Math.max(0, Math.floor(place)));
}

/** A line that goes behind a thing, or is dashed, is seen so many steps before or after it (3 % of D). A judgement. */
const SEEN_STEPS = 15;

/** How near is a visit, in which steps the line is followed, and whether its point is seen. */
export interface VisitLimits {
  readonly gapPt: number;
  readonly stepPt: number;
  readonly isSeen: (point: Point) => boolean;
}

/**
 * The visits of a line, in its order. Each stretch within `gapPt` of a thing of which something is seen is one visit,
 * at its middle where the line is nearest: in a grid, a line is near the next field before it leaves the last one.
 */
export function visitsOf(
  outline: Outline,
  things: readonly DistanceTo[],
  { gapPt, stepPt, isSeen }: VisitLimits,
): { readonly visits: readonly Visit[]; readonly path: Traced } {
  const path = trace(outline, stepPt);
  const visits = things.flatMap((distanceTo, thing) =>
    visitsOfThing(path, { distanceTo, thing, gapPt, isSeen }),
  );
  return { visits: visits.sort((one, other) => one.along - other.along), path };
}

interface ThingAt {
  readonly distanceTo: DistanceTo;
  readonly thing: number;
}

function visitsOfThing(
  { points, along }: Traced,
  { distanceTo, thing, gapPt, isSeen }: Omit<VisitLimits, 'stepPt'> & ThingAt,
): Visit[] {
  const away = points.map(distanceTo);
  const stretches: number[][] = [];
  away.forEach((value, index) => {
    if (value > gapPt) return;
    if (index > 0 && (away[index - 1] ?? 0) <= gapPt) stretches.at(-1)?.push(index);
    else stretches.push([index]);
  });
  const seen = stretches.filter((stretch) => {
    const [first, last] = [stretch[0] ?? 0, stretch.at(-1) ?? 0];
    return points.slice(Math.max(0, first - SEEN_STEPS), last + SEEN_STEPS + 1).some(isSeen);
  });
  return seen.map((stretch) => {
    const awayPt = Math.min(...stretch.map((index) => away[index] ?? 0));
    const nearest = stretch.filter((index) => (away[index] ?? 0) <= awayPt);
    const [first, last] = [along[nearest[0] ?? 0] ?? 0, along[nearest.at(-1) ?? 0] ?? 0];
    return { thing, along: (first + last) / 2, awayPt };
  });
}
