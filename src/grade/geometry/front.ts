import type { MaskFrame, Point } from '../../domain/geometry.ts';
import type { Mark, Scene } from '../../domain/scene.ts';
import type { Thing } from '../../domain/subject.ts';
import { areaPx, intersection } from './masks.ts';
import { isOpaque, topmostAt } from './topmost.ts';

/** What is seen where the ink of two things meets. */
export interface Front {
  /** Where their ink meets, as a share of the smaller's ink. */
  readonly met: number;
  /** Share of the pixels where they meet that show the first one; what a third thing covers is left out. */
  readonly shows: number;
}

/** What the two are drawn on. */
interface Page {
  readonly scene: Pick<Scene, 'marks'>;
  readonly frame: MaskFrame;
}

interface Pair {
  readonly one: ReadonlySet<number>;
  readonly other: ReadonlySet<number>;
  /** The one that is painted later as a whole; null when they take turns. */
  readonly later: 'one' | 'other' | null;
}

/** Enough to tell shares to a percent or two; a hostile drawing has 200,000 points to try each with. */
const MOST_SAMPLES = 400;

/**
 * A pixel shows the first thing when it is visible there and the second is not. Where both are seen (a see-through
 * fill) or neither leaves a change (a brown otter before a brown desk), it shows the one that is painted later. A
 * part of the other (its marks are the other's too) shows wherever it is seen. Pixels that a third thing covers tell
 * nothing. Outlines count by their ink: what is seen through a ring is not covered by it.
 */
export function front(one: Thing, other: Thing, page: Page): Front {
  const both = intersection(one.ink.full, other.ink.full);
  const smallerPx = Math.max(1, Math.min(areaPx(one.ink.full), areaPx(other.ink.full)));
  const met = areaPx(both) / smallerPx;
  const told = { one: 0, other: 0 };
  const open: number[] = [];
  for (let at = 0; at < both.pixels.length; at += 1) {
    if (both.pixels[at] !== 1) continue;
    const isOneSeen = one.ink.visible.pixels[at] === 1;
    if (isOneSeen === (other.ink.visible.pixels[at] === 1)) open.push(at);
    else told[isOneSeen ? 'one' : 'other'] += 1;
  }
  const pair = pairOf(one, other);
  const step = Math.max(1, Math.ceil(open.length / MOST_SAMPLES));
  for (let at = 0; at < open.length; at += step) {
    const pixel = open[at] ?? 0;
    const owner = ownerOf({ ...pair, isSeen: one.ink.visible.pixels[pixel] === 1 }, pixel, page);
    if (owner !== null) told[owner] += Math.min(step, open.length - at);
  }
  const all = told.one + told.other;
  if (all === 0) return { met, shows: met > 0 && pair.later === 'one' ? 1 : 0 };
  return { met, shows: told.one / all };
}

/** Whose pixel it is where both are seen, or neither; null where something else covers both. */
function ownerOf(
  { one, other, later, isSeen }: Pair & { readonly isSeen: boolean },
  pixel: number,
  { scene, frame }: Page,
): 'one' | 'other' | null {
  const isOfPair = ({ index }: Mark) => one.has(index) || other.has(index);
  const isWanted = isSeen ? isOfPair : (mark: Mark) => isOpaque(mark) || isOfPair(mark);
  const top = topmostAt(scene.marks, pointOf(pixel, frame), isWanted);
  if (top !== null && !isOfPair(top)) return null;
  if (later !== null || top === null) return later;
  return other.has(top.index) ? 'other' : 'one';
}

function pairOf({ marks: ones }: Thing, { marks: others }: Thing): Pair {
  const [one, other] = [new Set(ones), new Set(others)];
  const later = laterOf(
    ones.filter((mark) => !other.has(mark)),
    others.filter((mark) => !one.has(mark)),
  );
  return { one, other, later };
}

/** By the marks that only one of them has; a part of the other lies on it. */
function laterOf(ones: readonly number[], others: readonly number[]): Pair['later'] {
  if (others.length === 0) return ones.length === 0 ? null : 'other';
  if (ones.length === 0 || least(ones) > most(others)) return 'one';
  return least(others) > most(ones) ? 'other' : null;
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}

function pointOf(pixel: number, { xMinPt, yMaxPt, pxPerPt, widthPx }: MaskFrame): Point {
  const [column, row] = [pixel % widthPx, Math.floor(pixel / widthPx)];
  return { x: xMinPt + (column + 0.5) / pxPerPt, y: yMaxPt - (row + 0.5) / pxPerPt };
}
