import type { Mask, MaskFrame } from '../../domain/geometry.ts';
import { type PixelBox, pixelBox } from '../geometry/masks.ts';
import { pxPerPtOf } from '../pixels/page-scale.ts';
import { cropRaster, type PixelRectangle, type Raster } from '../pixels/raster.ts';

/** What is left around a part, of the larger side of its box. */
const AROUND = 0.06;
/** By how many of its pixels the mask grows: its edge is of 512 px, the picture's of up to four times as many. */
const GROWN_PX = 3;

/** Where a part lies: its mask, the frame of the mask on the page, and the page that the picture shows, in points. */
export interface PartPlace {
  readonly mask: Mask;
  readonly frame: MaskFrame;
  readonly page: { readonly widthPt: number; readonly heightPt: number };
}

/** Both edges of a picture's axis begin at 0 with those of the page, y down: `picture = (mask / pxPerPt + offsetPt) × scale`. */
interface Mapping {
  readonly leftPt: number;
  readonly topPt: number;
  readonly maskPxPerPt: number;
  readonly picturePxPerPt: number;
}

/** The part alone, white around it; null when its mask is empty. The upper left corners of page and picture are one point. */
export function cutPart(picture: Raster, { mask, frame, page }: PartPlace): Raster | null {
  const box = pixelBox(mask);
  if (box === null) return null;
  const mapping: Mapping = {
    leftPt: frame.xMinPt,
    topPt: page.heightPt - frame.yMaxPt,
    maskPxPerPt: frame.pxPerPt,
    picturePxPerPt: pxPerPtOf(picture, page),
  };
  const window = windowAround(box, mapping, picture);
  const part = cropRaster(picture, window);
  whitenOutside(part, grow(mask), { ...mapping, window });
  return part;
}

function windowAround(box: PixelBox, mapping: Mapping, { widthPx, heightPx }: Raster): PixelRectangle {
  const { leftPt, topPt, maskPxPerPt, picturePxPerPt } = mapping;
  const onPicture = (maskPx: number, offsetPt: number) => (maskPx / maskPxPerPt + offsetPt) * picturePxPerPt;
  const [left, right] = [onPicture(box.left, leftPt), onPicture(box.right + 1, leftPt)];
  const [top, bottom] = [onPicture(box.top, topPt), onPicture(box.bottom + 1, topPt)];
  const around = AROUND * Math.max(right - left, bottom - top);
  const [x, y] = [
    within(Math.floor(left - around), widthPx - 1),
    within(Math.floor(top - around), heightPx - 1),
  ];
  return {
    left: x,
    top: y,
    right: Math.max(x + 1, within(Math.ceil(right + around), widthPx)),
    bottom: Math.max(y + 1, within(Math.ceil(bottom + around), heightPx)),
  };
}

function within(value: number, most: number): number {
  return Math.min(most, Math.max(0, value));
}

function whitenOutside(part: Raster, mask: Mask, place: Mapping & { readonly window: PixelRectangle }): void {
  const { leftPt, topPt, maskPxPerPt, picturePxPerPt, window } = place;
  const onMask = (picturePx: number, offsetPt: number) =>
    Math.floor(((picturePx + 0.5) / picturePxPerPt - offsetPt) * maskPxPerPt);
  const columns = Array.from({ length: part.widthPx }, (_, x) => onMask(window.left + x, leftPt));
  for (let y = 0; y < part.heightPx; y += 1) {
    const row = onMask(window.top + y, topPt);
    for (let x = 0; x < part.widthPx; x += 1) {
      if (!isIn(mask, columns[x] ?? -1, row))
        part.rgb.fill(255, 3 * (y * part.widthPx + x), 3 * (y * part.widthPx + x + 1));
    }
  }
}

function isIn({ widthPx, heightPx, pixels }: Mask, column: number, row: number): boolean {
  return (
    column >= 0 && column < widthPx && row >= 0 && row < heightPx && pixels[row * widthPx + column] === 1
  );
}

/** The mask and all within a few pixels of it: a disc around each pixel of its edge. */
function grow(mask: Mask): Mask {
  const { widthPx, heightPx, pixels } = mask;
  const grown = new Uint8Array(pixels);
  for (let at = 0; at < pixels.length; at += 1) {
    if (pixels[at] !== 1 || !isOnEdge(mask, at)) continue;
    const [column, row] = [at % widthPx, Math.floor(at / widthPx)];
    for (let down = -GROWN_PX; down <= GROWN_PX; down += 1) {
      if (row + down < 0 || row + down >= heightPx) continue;
      const reach = Math.floor(Math.sqrt(GROWN_PX ** 2 - down ** 2));
      const start = (row + down) * widthPx;
      grown.fill(1, start + Math.max(0, column - reach), start + Math.min(widthPx, column + reach + 1));
    }
  }
  return { widthPx, heightPx, pixels: grown };
}

function isOnEdge({ widthPx, pixels }: Mask, at: number): boolean {
  return [at - 1, at + 1, at - widthPx, at + widthPx].some((near) => pixels[near] !== 1);
}
