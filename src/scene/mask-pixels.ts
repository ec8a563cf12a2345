import type { Mask } from '../domain/geometry.ts';
import { VISIBLE_STEP } from './ink-box.ts';

type Size = Pick<Mask, 'widthPx' | 'heightPx'>;

/** Pixels that differ by what a person sees. Both: four bytes a pixel. */
export function changedMask(size: Size, one: Uint8ClampedArray, other: Uint8ClampedArray): Mask {
  const [before, after] = [wordsOf(one), wordsOf(other)];
  const mask = emptyMask(size);
  for (let at = 0; at < before.length; at += 1) {
    if (before[at] !== after[at] && differs(one, other, 4 * at)) mask.pixels[at] = 1;
  }
  return mask;
}

/** Pixels with at least this opacity (of 255). */
export function alphaMask(size: Size, rgba: Uint8ClampedArray, least: number): Mask {
  const words = wordsOf(rgba);
  const mask = emptyMask(size);
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] !== 0 && (rgba[4 * at + 3] ?? 0) >= least) mask.pixels[at] = 1;
  }
  return mask;
}

/** Takes away what is not in the other, too. */
export function keepWithin(mask: Mask, other: Mask): void {
  for (let at = 0; at < mask.pixels.length; at += 1) if (other.pixels[at] === 0) mask.pixels[at] = 0;
}

/** One number a pixel: most are equal, and that is seen four times faster. */
export function wordsOf(rgba: Uint8ClampedArray): Uint32Array {
  return new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
}

function emptyMask({ widthPx, heightPx }: Size): Mask {
  return { widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx) };
}

function differs(one: Uint8ClampedArray, other: Uint8ClampedArray, at: number): boolean {
  return (
    Math.abs((one[at] ?? 0) - (other[at] ?? 0)) >= VISIBLE_STEP ||
    Math.abs((one[at + 1] ?? 0) - (other[at + 1] ?? 0)) >= VISIBLE_STEP ||
    Math.abs((one[at + 2] ?? 0) - (other[at + 2] ?? 0)) >= VISIBLE_STEP
  );
}
