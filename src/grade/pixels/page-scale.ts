import type { Scene } from '../../domain/scene.ts';
import type { Raster } from './raster.ts';

/** Pictures are of 288 dpi, but for small and for large pages (`PICTURE` of the scenes). */
const USUAL_PX_PER_PT = 4;

/**
 * How many pixels of a picture a point of its page takes. Sides are rounded up to whole pixels, so dividing them alone is off by
 * up to one pixel at the far end: the usual scale counts where it would give this size.
 */
export function pxPerPtOf(
  { widthPx, heightPx }: Pick<Raster, 'widthPx' | 'heightPx'>,
  { widthPt, heightPt }: Scene['page'],
): number {
  const isUsual =
    Math.ceil(widthPt * USUAL_PX_PER_PT) === widthPx && Math.ceil(heightPt * USUAL_PX_PER_PT) === heightPx;
  return isUsual ? USUAL_PX_PER_PT : Math.max(widthPx, heightPx) / Math.max(widthPt, heightPt);
}
