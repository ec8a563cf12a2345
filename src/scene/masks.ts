import type { Box, Mask, MaskFrame } from '../domain/geometry.ts';
import type { Mark, Outline } from '../domain/scene.ts';
import type { Ink } from '../domain/subject.ts';
import { type Block, findBlocks, skipsBlocksWithout } from './blocks.ts';
import { dropFringe } from './fringe.ts';
import { inkOf } from './ink.ts';
import { MASK_PX } from './limits.ts';
import type { Hiding } from './marks/operation.ts';
import { alphaMask, changedMask, keepWithin } from './mask-pixels.ts';
import type { OpenedPage } from './open-page.ts';
import { createSurface, type DrawingContext, operatorListOf, paint, type Surface } from './painter.ts';
import { cropPixels, type PixelWindow, paintedWindow, sizeOf } from './pixel-window.ts';

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
  readonly blocks: readonly Block[];
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
  const blocks = findBlocks(operatorListOf(opened.page).fnArray);
  const scribe: Scribe = { opened, surface, frame, marks, hidings, blocks, whole };
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

/** All is looked at only where the marks paint at all: what changes because they are left out lies under them. */
async function measure(scribe: Scribe, what: InkOf): Promise<Ink | null> {
  const { frame } = scribe;
  const onPage = await paintAlone(scribe, what.marks);
  const window = paintedWindow(onPage, frame);
  if (window === null) return null;
  const size = sizeOf(window);
  const alone = cropPixels(onPage, frame, window);
  const whole = cropPixels(scribe.whole, frame, window);
  const without = await paintWithout(scribe, what.marks, window);
  const visible = changedMask(size, whole, without);
  const full = alphaMask(size, alone, COVERED_ALPHA);
  if (what.outlines !== undefined) keepWithin(full, rasterise(scribe, what.outlines, window));
  keepWithin(visible, full);
  dropFringe(visible, full, { whole, without, alone });
  return inkOf({ full, visible }, window, frame);
}

function paintWithout(
  { opened, surface, marks, hidings }: Scribe,
  chosen: readonly number[],
  window: PixelWindow,
) {
  const hide = pick(hidings, operatorsOf(marks, chosen));
  return paint(opened.page, surface, { background: 'white', hide, window });
}

function paintAlone({ opened, surface, marks, hidings, blocks }: Scribe, chosen: readonly number[]) {
  const own = operatorsOf(marks, chosen);
  const hide = new Map(hidings);
  for (const operator of own) hide.delete(operator);
  return paint(opened.page, surface, {
    background: 'transparent',
    hide,
    isSkipped: skipsBlocksWithout(own, blocks),
  });
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

/** Where outlines lie, inside and stroke, whatever covers them. */
function rasterise(
  { surface, frame, marks }: Scribe,
  outlines: NonNullable<InkOf['outlines']>,
  window: PixelWindow,
): Mask {
  const { context } = surface;
  context.clearRect(0, 0, frame.widthPx, frame.heightPx);
  context.save();
  context.scale(frame.pxPerPt, -frame.pxPerPt);
  context.translate(-frame.xMinPt, -frame.yMaxPt);
  context.fillStyle = '#000000';
  context.strokeStyle = '#000000';
  for (const { mark, outline } of outlines) drawOutline(context, outline, marks[mark]);
  context.restore();
  const size = sizeOf(window);
  const { data } = context.getImageData(window.left, window.top, size.widthPx, size.heightPx);
  return alphaMask(size, data, 1);
}

function drawOutline(context: DrawingContext, { points, closed }: Outline, mark: Mark | undefined): void {
  context.beginPath();
  for (const { x, y } of points) context.lineTo(x, y);
  if (closed) context.closePath();
  if (mark?.fill) context.fill();
  context.lineWidth = mark?.strokeWidthPt ?? 0;
  if (mark?.stroke) context.stroke();
}
