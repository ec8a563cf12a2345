import type { Mask } from '../../domain/geometry.ts';

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

function fillHoles(mask: Mask): Mask {
  const { widthPx, heightPx } = mask;
  const outside = floodFromBeyond(mask);
  const pixels = new Uint8Array(widthPx * heightPx);
  for (let row = 0; row < heightPx; row += 1) {
    for (let column = 0; column < widthPx; column += 1) {
      const padded = (row + 1) * (widthPx + 2) + column + 1;
      pixels[row * widthPx + column] = outside[padded] === 1 ? 0 : 1;
    }
  }
  return { widthPx, heightPx, pixels };
}

/** 1 where the background is reached; one pixel wider on each side than the mask. */
function floodFromBeyond(mask: Mask): Uint8Array {
  const width = mask.widthPx + 2;
  const reached = new Uint8Array(width * (mask.heightPx + 2));
  const blocked = padded(mask);
  const waiting = new Int32Array(reached.length);
  let count = 1;
  reached[0] = 1;
  while (count > 0) {
    count -= 1;
    const at = waiting[count] ?? 0;
    const column = at % width;
    for (const next of [column > 0 ? at - 1 : -1, column < width - 1 ? at + 1 : -1, at - width, at + width]) {
      if (next < 0 || next >= reached.length || reached[next] === 1 || blocked[next] === 1) continue;
      reached[next] = 1;
      waiting[count] = next;
      count += 1;
    }
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
