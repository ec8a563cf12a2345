import type { Mask } from '../domain/geometry.ts';
import { VISIBLE_STEP } from './ink-box.ts';

const STEPS = [-1, 0, 1].flatMap((down) => [-1, 0, 1].map((right) => ({ right, down })));

/** Pixels, four bytes each, of the whole drawing, of all but something, and of that alone on nothing. */
export interface Paintings {
  readonly whole: Uint8ClampedArray;
  readonly without: Uint8ClampedArray;
  readonly alone: Uint8ClampedArray;
}

/** Less than this of a pixel (of 255) tells nothing: it belongs to the fuller pixel beside it. */
const FAINT_ALPHA = 80;

/**
 * Takes away from the visible pixels of something those that are only its fringe: where a cover has the same edge,
 * half-covered pixels let a little shine through. A pixel at the edge of the ink goes when it does not lie on top,
 * and when there is ink further in beside it of which none can be seen. Thin lines have no inside and keep all.
 */
export function dropFringe(visible: Mask, full: Mask, paintings: Paintings): void {
  const inside = insideOf(full);
  const isFaint = (at: number) => (paintings.alone[4 * at + 3] ?? 0) < FAINT_ALPHA;
  const isFuller = (at: number) => full.pixels[at] === 1 && !isFaint(at);
  dropWhere(visible, (at) => inside[at] === 0 && !isFaint(at) && !isOnTop(paintings, 4 * at), {
    isWitness: (near) => inside[near] === 1,
  });
  dropWhere(visible, isFaint, { isWitness: isFuller });
}

/** Drops the pixels that may be fringe and have witnesses beside them, none of them seen. */
function dropWhere(
  visible: Mask,
  mayBeFringe: (at: number) => boolean,
  { isWitness }: { readonly isWitness: (at: number) => boolean },
): void {
  const seen = visible.pixels.slice();
  for (let at = 0; at < seen.length; at += 1) {
    if (seen[at] === 0 || !mayBeFringe(at)) continue;
    const witnesses = around(at, visible).filter(isWitness);
    if (witnesses.length > 0 && witnesses.every((near) => seen[near] === 0)) visible.pixels[at] = 0;
  }
}

/** Whether a pixel looks as if something lay on top of all the rest there; `at` is its first byte. */
function isOnTop({ whole, without, alone }: Paintings, at: number): boolean {
  const alpha = (alone[at + 3] ?? 0) / 255;
  return [at, at + 1, at + 2].every((channel) => {
    const beneath = without[channel] ?? 0;
    const expected = beneath + alpha * ((alone[channel] ?? 0) - beneath);
    return Math.abs((whole[channel] ?? 0) - expected) < VISIBLE_STEP;
  });
}

function around(at: number, { widthPx, heightPx }: Mask): readonly number[] {
  const [x, y] = [at % widthPx, Math.floor(at / widthPx)];
  return STEPS.map(({ right, down }) => ({ column: x + right, row: y + down }))
    .filter(({ column, row }) => column >= 0 && column < widthPx && row >= 0 && row < heightPx)
    .map(({ column, row }) => row * widthPx + column);
}

/** Pixels with ink on all eight sides; beyond the frame there is none. */
function insideOf({ widthPx, heightPx, pixels }: Mask): Uint8Array {
  const inside = new Uint8Array(pixels.length);
  for (let y = 1; y < heightPx - 1; y += 1) {
    for (let x = 1; x < widthPx - 1; x += 1) {
      const at = y * widthPx + x;
      if (pixels[at] === 1 && STEPS.every(({ right, down }) => pixels[at + right + down * widthPx] === 1))
        inside[at] = 1;
    }
  }
  return inside;
}
