import { placeOn } from './place.ts';
import { type Raster, whiteRaster } from './raster.ts';

/** A picture in the middle of a white canvas, scaled to fit within the padding, its shape kept. */
export function fitOn(
  {
    widthPx,
    heightPx,
    paddingPx = 0,
  }: { readonly widthPx: number; readonly heightPx: number; readonly paddingPx?: number },
  picture: Raster,
): Raster {
  const canvas = whiteRaster(widthPx, heightPx);
  const scale = Math.min(
    (widthPx - 2 * paddingPx) / picture.widthPx,
    (heightPx - 2 * paddingPx) / picture.heightPx,
  );
  placeOn(canvas, picture, {
    leftPx: Math.round((widthPx - picture.widthPx * scale) / 2),
    topPx: Math.round((heightPx - picture.heightPx * scale) / 2),
    scale,
  });
  return canvas;
}
