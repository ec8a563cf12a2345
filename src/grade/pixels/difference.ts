import pixelmatch from 'pixelmatch';
import { writePng } from './png.ts';
import type { Raster } from './raster.ts';

/** What two pictures do not have in common. */
export interface PictureDifference {
  /** 0..1: pixels that differ, of those that are not white in at least one of the two; 0 when both are blank. */
  readonly share: number;
  /** A PNG of both on one canvas: grey what is the same, red what differs, yellow what differs only at a soft edge. */
  readonly diff: Uint8Array;
}

/**
 * Pixels differ from 0.1 on (0 the same, 1 black against white; OKLab), the package's own threshold: fine shades of one
 * colour are one colour. Pixels of soft edges (anti-aliasing) do not count: the same edge between other pixels is no other edge.
 */
const OPTIONS = { threshold: 0.1, includeAA: false } as const;

/** Both rasters have one size. `ignored`: one byte a pixel, 1 where nothing counts. */
interface Pair {
  readonly one: Raster;
  readonly other: Raster;
  readonly ignored?: Uint8Array;
}

/** The difference of two rasters of one size, with its picture. */
export function differenceOf(pair: Pair): PictureDifference {
  const { widthPx, heightPx } = pair.one;
  const shown = new Uint8Array(4 * widthPx * heightPx);
  const share = shareOf(pair, shown);
  return { share, diff: writePng({ widthPx, heightPx, rgb: toRgb(shown) }) };
}

/** The share alone, as of `PictureDifference`. */
export function shareOf({ one, other, ignored }: Pair, shown?: Uint8Array): number {
  const { widthPx, heightPx } = one;
  const options = ignored === undefined ? OPTIONS : { ...OPTIONS, ignoreMask: ignored };
  const differing = pixelmatch(toRgba(one), toRgba(other), shown, widthPx, heightPx, options);
  const inked = inkedPx({ one, other, ...(ignored === undefined ? {} : { ignored }) });
  return inked === 0 ? 0 : differing / inked;
}

function inkedPx({ one, other, ignored }: Pair): number {
  let inked = 0;
  for (let pixel = 0; pixel < one.widthPx * one.heightPx; pixel += 1) {
    if (ignored?.[pixel] !== 1 && (hasInk(one, pixel) || hasInk(other, pixel))) inked += 1;
  }
  return inked;
}

function hasInk({ rgb }: Raster, pixel: number): boolean {
  return rgb[3 * pixel] !== 255 || rgb[3 * pixel + 1] !== 255 || rgb[3 * pixel + 2] !== 255;
}

function toRgba({ rgb }: Raster): Uint8Array {
  const rgba = new Uint8Array((rgb.length / 3) * 4).fill(255);
  for (let from = 0, to = 0; from < rgb.length; from += 3, to += 4) {
    rgba[to] = rgb[from] ?? 255;
    rgba[to + 1] = rgb[from + 1] ?? 255;
    rgba[to + 2] = rgb[from + 2] ?? 255;
  }
  return rgba;
}

function toRgb(rgba: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((rgba.length / 4) * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) rgb.set(rgba.subarray(from, from + 3), to);
  return rgb;
}
