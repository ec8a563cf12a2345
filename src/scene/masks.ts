import type { Box, Mask, MaskFrame, Point } from '../domain/geometry.ts';
import type { Mark, Outline } from '../domain/scene.ts';
import type { Ink } from '../domain/subject.ts';
import { dropFringe } from './fringe.ts';
import { VISIBLE_STEP } from './ink-box.ts';
import { MASK_PX } from './limits.ts';
import type { Hiding } from './marks/operation.ts';
import type { OpenedPage } from './open-page.ts';
import { createSurface, type DrawingContext, paint, type Surface } from './painter.ts';
import { windowOf } from './pixel-window.ts';

/**
 * Opacity (of 255) from which a pixel belongs to a mark. Above `VISIBLE_STEP`, so that a pixel seen to change
 * mostly is one that the mark covers; low, so that a hairline over two rows of pixels is kept.
 */
const COVERED_ALPHA = 24;

/** What to measure: marks, and within them only what these outlines cover, when given. */
export interface InkOf {
  readonly marks: readonly number[];
  readonly outlines?: readonly { readonly mark: number; readonly outline: Outline }[];
}

/** Measures ink at 512 px. */
export interface Masker {
  readonly frame: MaskFrame;
  /** Null when nothing of it is seen. */
  measure(what: InkOf): Promise<Ink | null>;
}

interface Scribe {
  readonly opened: OpenedPage;
  readonly surface: Surface;
  readonly frame: MaskFrame;
  readonly marks: readonly Mark[];
  readonly hidings: ReadonlyMap<number, Hiding>;
  readonly whole: Uint8ClampedArray;
}

/** `inkBox`: the box of all visible ink, which all masks cover. */
export async function createMasker(
  opened: OpenedPage,
  { inkBox, marks, hidings }: { inkBox: Box; marks: readonly Mark[]; hidings: ReadonlyMap<number, Hiding> },
): Promise<Masker> {
  const frame = frameOf(inkBox);
  const surface = surfaceOf(opened, frame);
  const whole = await paint(opened.page, surface, { background: 'white' });
  const scribe: Scribe = { opened, surface, frame, marks, hidings, whole };
  return { frame, measure: (what) => measure(scribe, what) };
}

function frameOf(box: Box): MaskFrame {
  const [widthPt, heightPt] = [box.xMax - box.xMin, box.yMax - box.yMin];
  const pxPerPt = MASK_PX / Math.max(widthPt, heightPt);
  return {
    xMinPt: box.xMin,
    yMaxPt: box.yMax,
    pxPerPt,
    widthPx: Math.max(1, Math.ceil(widthPt * pxPerPt - 1e-6)),
    heightPx: Math.max(1, Math.ceil(heightPt * pxPerPt - 1e-6)),
  };
}

function surfaceOf({ document, page }: OpenedPage, frame: MaskFrame): Surface {
  const { widthPx, heightPx, pxPerPt } = frame;
  const heightPt = page.getViewport({ scale: 1 }).height;
  const viewport = page.getViewport({
    scale: pxPerPt,
    offsetX: -frame.xMinPt * pxPerPt,
    offsetY: -(heightPt - frame.yMaxPt) * pxPerPt,
  });
  return createSurface(document, { viewport, widthPx, heightPx });
}

async function measure(scribe: Scribe, what: InkOf): Promise<Ink | null> {
  const { frame, whole } = scribe;
  const without = await paintWithout(scribe, what.marks);
  const visible = changedMask(frame, whole, without);
  if (!visible.pixels.includes(1)) return null;
  const alone = await paintAlone(scribe, what.marks);
  const full = alphaMask(frame, alone, COVERED_ALPHA);
  if (what.outlines !== undefined) keepWithin(full, rasterise(scribe, what.outlines));
  // What changes because a mark is left out lies under the mark: a blend or a soft mask reaches no further.
  keepWithin(visible, full);
  dropFringe(visible, full, { whole, without, alone });
  return inkOf(frame, full, visible);
}

function paintWithout({ opened, surface, marks, hidings }: Scribe, chosen: readonly number[]) {
  const hide = pick(hidings, operatorsOf(marks, chosen));
  return paint(opened.page, surface, { background: 'white', hide });
}

function paintAlone({ opened, surface, marks, hidings }: Scribe, chosen: readonly number[]) {
  const own = operatorsOf(marks, chosen);
  const hide = new Map(hidings);
  for (const operator of own) hide.delete(operator);
  return paint(opened.page, surface, { background: 'transparent', hide });
}

/** Pixels that change when something is left out. */
function changedMask(frame: MaskFrame, whole: Uint8ClampedArray, without: Uint8ClampedArray): Mask {
  const [before, after] = [wordsOf(whole), wordsOf(without)];
  const mask = emptyMask(frame);
  for (let at = 0; at < before.length; at += 1) {
    if (before[at] !== after[at] && differs(whole, without, 4 * at)) mask.pixels[at] = 1;
  }
  return mask;
}

function alphaMask(frame: MaskFrame, rgba: Uint8ClampedArray, least: number): Mask {
  const words = wordsOf(rgba);
  const mask = emptyMask(frame);
  for (let at = 0; at < words.length; at += 1) {
    if (words[at] !== 0 && (rgba[4 * at + 3] ?? 0) >= least) mask.pixels[at] = 1;
  }
  return mask;
}

/** One number a pixel: most are equal, and that is seen four times faster. */
function wordsOf(rgba: Uint8ClampedArray): Uint32Array {
  return new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
}

function emptyMask({ widthPx, heightPx }: MaskFrame): Mask {
  return { widthPx, heightPx, pixels: new Uint8Array(widthPx * heightPx) };
}

function operatorsOf(marks: readonly Mark[], chosen: readonly number[]): ReadonlySet<number> {
  return new Set(chosen.flatMap((index) => marks[index]?.operators ?? []));
}

function pick(
  hidings: ReadonlyMap<number, Hiding>,
  operators: ReadonlySet<number>,
): ReadonlyMap<number, Hiding> {
  return new Map([...operators].map((operator) => [operator, hidings.get(operator) ?? null]));
}

function differs(one: Uint8ClampedArray, other: Uint8ClampedArray, at: number): boolean {
  return (
    Math.abs((one[at] ?? 0) - (other[at] ?? 0)) >= VISIBLE_STEP ||
    Math.abs((one[at + 1] ?? 0) - (other[at + 1] ?? 0)) >= VISIBLE_STEP ||
    Math.abs((one[at + 2] ?? 0) - (other[at + 2] ?? 0)) >= VISIBLE_STEP
  );
}

function keepWithin(mask: Mask, other: Mask): void {
  for (let at = 0; at < mask.pixels.length; at += 1) if (other.pixels[at] === 0) mask.pixels[at] = 0;
}

/** Where outlines lie, inside and stroke, whatever covers them. */
function rasterise({ surface, frame, marks }: Scribe, outlines: NonNullable<InkOf['outlines']>): Mask {
  const { context } = surface;
  context.clearRect(0, 0, frame.widthPx, frame.heightPx);
  context.save();
  context.scale(frame.pxPerPt, -frame.pxPerPt);
  context.translate(-frame.xMinPt, -frame.yMaxPt);
  context.fillStyle = '#000000';
  context.strokeStyle = '#000000';
  for (const { mark, outline } of outlines) drawOutline(context, outline, marks[mark]);
  context.restore();
  const { data } = context.getImageData(0, 0, frame.widthPx, frame.heightPx);
  return alphaMask(frame, data, 1);
}

function drawOutline(context: DrawingContext, { points, closed }: Outline, mark: Mark | undefined): void {
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  if (closed) context.closePath();
  if (mark?.fill) context.fill();
  context.lineWidth = mark?.strokeWidthPt ?? 0;
  if (mark?.stroke) context.stroke();
}

/** Null when nothing is visible. */
function inkOf(frame: MaskFrame, full: Mask, visible: Mask): Ink | null {
  const window = windowOf(visible);
  if (window === null) return null;
  const { widthPx, pixels } = visible;
  let [visiblePx, sumX, sumY] = [0, 0, 0];
  for (let y = window.top; y <= window.bottom; y += 1) {
    for (let x = window.left; x <= window.right; x += 1) {
      if (pixels[y * widthPx + x] === 0) continue;
      visiblePx += 1;
      sumX += x + 0.5;
      sumY += y + 0.5;
    }
  }
  const low = toPoint(frame, window.left, window.bottom + 1);
  const high = toPoint(frame, window.right + 1, window.top);
  const box = { xMin: low.x, yMin: low.y, xMax: high.x, yMax: high.y };
  const centroid = toPoint(frame, sumX / visiblePx, sumY / visiblePx);
  return { full, visible, box, centroid, fullPx: countPixels(full), visiblePx };
}

function countPixels({ pixels }: Mask): number {
  let count = 0;
  for (let at = 0; at < pixels.length; at += 1) count += pixels[at] ?? 0;
  return count;
}

function toPoint({ xMinPt, yMaxPt, pxPerPt }: MaskFrame, xPx: number, yPx: number): Point {
  return { x: xMinPt + xPx / pxPerPt, y: yMaxPt - yPx / pxPerPt };
}
