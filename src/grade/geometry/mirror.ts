import type { Mask } from '../../domain/geometry.ts';
import { squaredDistances } from './gap.ts';
import { areaPx, crop, pixelBox } from './masks.ts';

/** Pixels are cut in or out whole: the two sides of one line may differ by a pixel. */
const LEAST_SLACK_PX = 1;

/**
 * Intersection over union of a mask with its mirror image about the middle of its own box, 0..1; 0 when it is empty.
 * A pixel lies on the image when the image has one at most `slack` × the box's diagonal (at least one pixel) away.
 * `axis` is the line of the mirror: `vertical` swaps left and right.
 */
export function mirrorOverlap(
  mask: Mask,
  { axis, slack }: { readonly axis: 'vertical' | 'horizontal'; readonly slack: number },
): number {
  const box = pixelBox(mask);
  if (box === null) return 0;
  const body = crop(mask, box);
  const slackPx = Math.max(LEAST_SLACK_PX, slack * Math.hypot(body.widthPx, body.heightPx));
  const squared = squaredDistances(mirrored(body, axis));
  let shared = 0;
  for (let at = 0; at < squared.length; at += 1) {
    if (body.pixels[at] === 1 && (squared[at] ?? 0) <= slackPx ** 2) shared += 1;
  }
  return shared / (2 * areaPx(body) - shared);
}

function mirrored({ widthPx, heightPx, pixels }: Mask, axis: 'vertical' | 'horizontal'): Mask {
  const image = new Uint8Array(pixels.length);
  for (let row = 0; row < heightPx; row += 1) {
    for (let column = 0; column < widthPx; column += 1) {
      const from =
        axis === 'vertical' ? row * widthPx + widthPx - 1 - column : (heightPx - 1 - row) * widthPx + column;
      image[row * widthPx + column] = pixels[from] ?? 0;
    }
  }
  return { widthPx, heightPx, pixels: image };
}
