import type { CheckInput } from '../../domain/check.ts';
import type { Mask, MaskFrame, Point } from '../../domain/geometry.ts';
import { type Chosen, chosen } from '../finding.ts';
import { type LineEnd, lineOf } from './line-ends.ts';
import { silhouette } from './silhouette.ts';

/** How a line joins two things: the end that belongs to each, and how far it stays from that thing, a fraction of D. */
export interface Join {
  readonly line: Chosen;
  readonly start: Joint;
  readonly end: Joint;
}

export interface Joint {
  readonly thing: Chosen;
  readonly end: LineEnd;
  readonly gap: number;
}

/** Joins the line (subject 0) to the things (1 and 2), each end to the one that makes the larger gap smaller; null for no line. */
export function joinOf(input: CheckInput): Join | null {
  const [line, from, to] = [chosen(input, 0), chosen(input, 1), chosen(input, 2)];
  const found = lineOf(line.thing, input.scene);
  if (found === null) return null;
  const [first, last] = found.ends;
  const ways = [
    { line, start: jointOf(input, from, first), end: jointOf(input, to, last) },
    { line, start: jointOf(input, from, last), end: jointOf(input, to, first) },
  ];
  return ways.reduce((best, way) => (widest(way) < widest(best) ? way : best));
}

/** The larger gap of the two ends, a fraction of D. */
export function widest({ start, end }: Join): number {
  return Math.max(start.gap, end.gap);
}

function jointOf({ grounding, scene }: CheckInput, thing: Chosen, end: LineEnd): Joint {
  const gapPt = distanceTo(silhouette(thing.ink.full), end.at, grounding.frame);
  return { thing, end, gap: gapPt / scene.diagonalPt };
}

/** From a point to the nearest pixel's border, in points; 0 within. */
function distanceTo(
  { widthPx, pixels }: Mask,
  { x, y }: Point,
  { xMinPt, yMaxPt, pxPerPt }: MaskFrame,
): number {
  const [column, row] = [(x - xMinPt) * pxPerPt, (yMaxPt - y) * pxPerPt];
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < pixels.length; at += 1) {
    if (pixels[at] !== 1) continue;
    const across = Math.max(0, Math.abs((at % widthPx) + 0.5 - column) - 0.5);
    const down = Math.max(0, Math.abs(Math.floor(at / widthPx) + 0.5 - row) - 0.5);
    least = Math.min(least, across * across + down * down);
  }
  return Math.sqrt(least) / pxPerPt;
}
