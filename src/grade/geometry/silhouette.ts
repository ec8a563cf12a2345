import type { Mask } from '../../domain/geometry.ts';
import { crop, pixelBox } from './masks.ts';

/**
 * What a person takes for the body of a thing: its ink and all that its ink encloses, so that a ring has the
 * silhouette of a disc. Found by a flood of the background from beyond the border, in four directions: an outline
 * that is joined by corners only still holds.
 */
export function silhouette(mask: Mask): Mask {
  const known = KNOWN.get(mask);
  if (known !== undefined) return known;
  const filled = fillHoles(mask);
  KNOWN.set(mask, filled);
  return filled;
}

/** Every check of a task asks for the same few silhouettes; masks never change. */
const KNOWN = new WeakMap<Mask, Mask>();

/** What lies outside of the box around the ink is not enclosed by it, and is not looked at. */
function fillHoles(mask: Mask): Mask {
  const { widthPx, heightPx } = mask;
  const pixels = new Uint8Array(widthPx * heightPx);
  const box = pixelBox(mask);
  if (box === null) return { widthPx, heightPx, pixels };
  const ink = crop(mask, box);
  const outside = floodFromBeyond(ink);
  for (let row = 0; row < ink.heightPx; row += 1) {
    const from = (row + 1) * (ink.widthPx + 2) + 1;
    const to = (box.top + row) * widthPx + box.left;
    for (let column = 0; column < ink.widthPx; column += 1)
      pixels[to + column] = outside[from + column] === 1 ? 0 : 1;
  }
  return { widthPx, heightPx, pixels };
}

/** 1 where the background is reached; one pixel wider on each side than the mask. */
function floodFromBeyond(mask: Mask): Uint8Array {
  const width = mask.widthPx + 2;
  const reached = new Uint8Array(width * (mask.heightPx + 2));
  const blocked = padded(mask);
  const waiting = new Int32Array(reached.length);
  let count = 0;
  const reach = (at: number) => {
    if (at < 0 || at >= reached.length || reached[at] === 1 || blocked[at] === 1) return;
    reached[at] = 1;
    waiting[count] = at;
    count += 1;
  };
  reach(0);
  while (count > 0) {
    count -= 1;
    const at = waiting[count] ?? 0;
    const column = at % width;
    if (column > 0) reach(at - 1);
    if (column < width - 1) reach(at + 1);
    reach(at - width);
    reach(at + width);
  }
  return reached;
}

function padded(mask: Mask): Uint8Array {
  const width = mask.widthPx + 2;
  const pixels = new Uint8Array(width * (mask.heightPx + 2));
  for (let row = 0; row < mask.heightPx; row += 1) {
    const line = mask.pixels.subarray(row * mask.widthPx, (row + 1) * mask.widthPx);
    pixels.set(line, (row + 1) * width + 1);
  }
  return pixels;
}
