import type { Mask, MaskFrame, Point } from '../../domain/geometry.ts';
import { squaredDistances } from './gap.ts';
import { areaPx, boxAround, crop, pixelBox } from './masks.ts';
import { silhouette } from './silhouette.ts';

/** The form of a thing for itself: its silhouette, wherever it lies. Points, y up. */
export interface Body {
  readonly centre: Point;
  /** Mean distance (root of the squares) of its area from the centre: its size, however it is turned. */
  readonly radiusPt: number;
  /** Some of its pixels, from the centre, in radii. */
  readonly points: readonly Point[];
  /** From any place, in radii from the centre, to the nearest pixel, in radii. */
  readonly awayFrom: (place: Point) => number;
  readonly pixelInRadii: number;
  /** Ink as a share of the silhouette: little for a ring, 1 for a disc. */
  readonly inkShare: number;
}

/** Enough to tell an overlap to a percent. */
const MOST_POINTS = 1500;

/** Every check of a task compares the same few; masks never change. */
const KNOWN = new WeakMap<Mask, Body | null>();

/** Null for an empty mask. */
export function bodyOf(full: Mask, frame: MaskFrame): Body | null {
  const known = KNOWN.get(full);
  if (known !== undefined) return known;
  const body = measure(full, frame);
  KNOWN.set(full, body);
  return body;
}

function measure(full: Mask, { xMinPt, yMaxPt, pxPerPt }: MaskFrame): Body | null {
  const mask = silhouette(full);
  const box = pixelBox(mask);
  if (box === null) return null;
  const cut = crop(mask, boxAround(box, box));
  const pixels = pixelsOf(cut);
  const middle = meanOf(pixels);
  const spread = pixels.reduce((sum, { x, y }) => sum + (x - middle.x) ** 2 + (y - middle.y) ** 2, 0);
  const radiusPx = Math.max(0.5, Math.sqrt(spread / pixels.length));
  const step = Math.max(1, Math.ceil(pixels.length / MOST_POINTS));
  const toRadii = ({ x, y }: Point) => ({ x: (x - middle.x) / radiusPx, y: (middle.y - y) / radiusPx });
  const squared = squaredDistances(cut);
  return {
    centre: {
      x: xMinPt + (box.left + middle.x) / pxPerPt,
      y: yMaxPt - (box.top + middle.y) / pxPerPt,
    },
    radiusPt: radiusPx / pxPerPt,
    points: pixels.filter((_, index) => index % step === 0).map(toRadii),
    awayFrom: (place) =>
      awayIn(cut, squared, { x: middle.x + place.x * radiusPx, y: middle.y - place.y * radiusPx }) / radiusPx,
    pixelInRadii: 1 / radiusPx,
    inkShare: areaPx(full) / pixels.length,
  };
}

function pixelsOf({ widthPx, pixels }: Mask): Point[] {
  const found: Point[] = [];
  pixels.forEach((pixel, at) => {
    if (pixel === 1) found.push({ x: (at % widthPx) + 0.5, y: Math.floor(at / widthPx) + 0.5 });
  });
  return found;
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

/** In pixels; beyond the border, from the border on. */
function awayIn({ widthPx, heightPx }: Mask, squared: Float64Array, { x, y }: Point): number {
  const column = Math.min(widthPx - 1, Math.max(0, Math.floor(x)));
  const row = Math.min(heightPx - 1, Math.max(0, Math.floor(y)));
  const beyond = Math.hypot(Math.max(0, -x, x - widthPx), Math.max(0, -y, y - heightPx));
  return Math.sqrt(squared[row * widthPx + column] ?? 0) + beyond;
}
