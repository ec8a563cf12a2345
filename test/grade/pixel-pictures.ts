import { decode, encode } from 'fast-png';
import type { Raster } from '../../src/grade/pixels/raster.ts';

export type Colour = readonly [number, number, number];

export const WHITE: Colour = [255, 255, 255];
export const RED: Colour = [255, 0, 0];
export const GREEN: Colour = [0, 128, 0];
export const BLUE: Colour = [0, 0, 255];
export const BLACK: Colour = [0, 0, 0];

/** A PNG whose pixels have the colours that `colourAt` says. */
export function paintPng(
  widthPx: number,
  heightPx: number,
  colourAt: (x: number, y: number) => Colour,
): Uint8Array {
  const data = new Uint8Array(3 * widthPx * heightPx);
  for (let y = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1) data.set(colourAt(x, y), 3 * (y * widthPx + x));
  return encode({ width: widthPx, height: heightPx, data, depth: 8, channels: 3 });
}

export function plainPng(widthPx: number, heightPx: number, colour: Colour): Uint8Array {
  return paintPng(widthPx, heightPx, () => colour);
}

/** The pixels of a PNG, by another reader than the tested one. */
export function decoded(png: Uint8Array): Raster {
  const { width, height, data, channels } = decode(png);
  if (channels !== 3) throw new Error(`expected RGB, got ${channels} channels`);
  return { widthPx: width, heightPx: height, rgb: new Uint8Array(data) };
}

export function colourOf({ widthPx, rgb }: Raster, x: number, y: number): number[] {
  return [...rgb.subarray(3 * (y * widthPx + x), 3 * (y * widthPx + x) + 3)];
}

type ColourTest = (red: number, green: number, blue: number) => boolean;

/** The box of all pixels for which it holds, ends included; null when there are none. */
export function boxOf({ widthPx, heightPx, rgb }: Raster, holds: ColourTest) {
  let [left, top, right, bottom] = [widthPx, heightPx, -1, -1];
  for (let y = 0; y < heightPx; y += 1) {
    for (let x = 0; x < widthPx; x += 1) {
      const at = 3 * (y * widthPx + x);
      if (!holds(rgb[at]!, rgb[at + 1]!, rgb[at + 2]!)) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      bottom = y;
    }
  }
  return right < 0 ? null : { left, top, right, bottom };
}

export const isInk: ColourTest = (red, green, blue) => red !== 255 || green !== 255 || blue !== 255;

export function isLike([red, green, blue]: Colour): ColourTest {
  return (r, g, b) => Math.abs(r - red) < 40 && Math.abs(g - green) < 40 && Math.abs(b - blue) < 40;
}
