import type { Mask, MaskFrame } from '../../domain/geometry.ts';
import type { Ink } from '../../domain/subject.ts';
import { gapPx } from './gap.ts';
import { areaPx, sharedPx } from './masks.ts';
import { silhouette } from './silhouette.ts';

/**
 * How two things meet, taken by their silhouettes: the outlines of two circles that cross share next to no ink, but
 * a person says that the circles overlap, and what sits in a ring is not apart from it.
 */
export interface Meeting {
  readonly one: Mask;
  readonly other: Mask;
  /** Share of the smaller silhouette that lies within the other, 0..1. */
  readonly overlap: number;
  /** Empty space between them, as a fraction of D; 0 when they overlap or border. */
  readonly gap: number;
}

/** @param diagonalPt the unit D; things that are there make it positive. */
export function meeting(one: Ink, other: Ink, page: { frame: MaskFrame; diagonalPt: number }): Meeting {
  const bodies = { one: silhouette(one.full), other: silhouette(other.full) };
  const smallerPx = Math.max(1, Math.min(areaPx(bodies.one), areaPx(bodies.other)));
  const overlap = sharedPx(bodies.one, bodies.other) / smallerPx;
  const gap = overlap > 0 ? 0 : gapPx(bodies.one, bodies.other) / page.frame.pxPerPt / page.diagonalPt;
  return { ...bodies, overlap, gap };
}
