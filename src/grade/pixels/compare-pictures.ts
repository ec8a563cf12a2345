import { differenceOf, type PictureDifference } from './difference.ts';
import { fitOn } from './fit.ts';
import { readPng } from './png.ts';
import type { Raster } from './raster.ts';

/** The canvas on which pictures are compared: as fine as the masks of scenes, and a hundred comparisons take seconds. */
const COMPARED = { widthPx: 512, heightPx: 512 } as const;

/** A picture as it is compared with others: in the middle of a white canvas of 512 × 512 px, scaled to fit. */
export function comparedRaster(png: Uint8Array): Raster {
  return fitOn(COMPARED, readPng(png));
}

/**
 * How two pictures (PNG) differ, each scaled to fit one white canvas: size on the page makes no difference.
 * @throws Error when one cannot be read (see `readPng`)
 */
export function comparePictures(one: Uint8Array, other: Uint8Array): PictureDifference {
  return differenceOf({ one: comparedRaster(one), other: comparedRaster(other) });
}

/**
 * 0..1: how much of the ink of a picture and of a reference, taken together, is the same in both. It compares pixel with
 * pixel and knows no shapes: line work that is off by a few pixels counts as wholly different, and so does all when a
 * stray mark makes the page larger. A high value proves likeness; a low one proves nothing.
 * @throws Error when one cannot be read (see `readPng`)
 */
export function likenessToReference(png: Uint8Array, reference: Uint8Array): number {
  return 1 - comparePictures(png, reference).share;
}
