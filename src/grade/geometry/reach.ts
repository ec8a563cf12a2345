import type { Mask, MaskFrame, Point } from '../../domain/geometry.ts';

/** How far ink reaches from a point along a direction of length 1, in points: `back` against it, `ahead` with it. */
export interface Reach {
  readonly back: number;
  readonly ahead: number;
}

/** Measured at the pixels' centres; 0 and 0 for an empty mask. */
export function reachOf(
  mask: Mask,
  frame: MaskFrame,
  { from, along }: { readonly from: Point; readonly along: Point },
): Reach {
  let [least, most] = [0, 0];
  for (let at = 0; at < mask.pixels.length; at += 1) {
    if (mask.pixels[at] !== 1) continue;
    const x = frame.xMinPt + ((at % mask.widthPx) + 0.5) / frame.pxPerPt;
    const y = frame.yMaxPt - (Math.floor(at / mask.widthPx) + 0.5) / frame.pxPerPt;
    const place = (x - from.x) * along.x + (y - from.y) * along.y;
    if (place < least) least = place;
    if (place > most) most = place;
  }
  return { back: -least, ahead: most };
}
