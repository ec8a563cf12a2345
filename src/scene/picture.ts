import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../domain/geometry.ts';
import { inkBoxPx } from './ink-box.ts';
import { PICTURE } from './limits.ts';
import type { Operation } from './marks/operation.ts';
import type { OpenedPage } from './open-page.ts';
import { createSurface, paint } from './painter.ts';
import { encodePng } from './png.ts';
import { createRecorder } from './recorder.ts';

/** The first painting of a page: its pixels on white, where its ink is, and all that was painted. */
export interface Picture {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly operations: readonly Operation[];
  /** In points, y up, from the page's lower left corner; null when nothing is seen. */
  readonly inkBox: Box | null;
  encode(): Uint8Array;
}

/** Paints the page at 288 dpi, less for large pages, more for small ones. @throws RefusedError when it is too much */
export async function takePicture({ document, page }: OpenedPage): Promise<Picture> {
  const pxPerPt = pictureScale(page);
  const viewport = page.getViewport({ scale: pxPerPt });
  const [widthPx, heightPx] = [
    Math.max(1, Math.ceil(viewport.width)),
    Math.max(1, Math.ceil(viewport.height)),
  ];
  const recorder = createRecorder(page);
  const surface = createSurface(document, { viewport, widthPx, heightPx });
  const pixels = await paint(page, surface, { background: 'white', onOperation: recorder.onOperation });
  return {
    widthPx,
    heightPx,
    operations: recorder.operations,
    inkBox: toPoints(inkBoxPx(pixels, widthPx, heightPx), { pxPerPt, heightPt: viewport.height / pxPerPt }),
    encode: () => encodePng(pixels, widthPx, heightPx),
  };
}

function pictureScale(page: PDFPageProxy): number {
  const { width, height } = page.getViewport({ scale: 1 });
  const longest = Math.max(width, height);
  const px = Math.min(PICTURE.longestPx, Math.max(PICTURE.shortestPx, PICTURE.pxPerPt * longest));
  return px / longest;
}

function toPoints(box: Box | null, { pxPerPt, heightPt }: { pxPerPt: number; heightPt: number }): Box | null {
  if (box === null) return null;
  return {
    xMin: box.xMin / pxPerPt,
    xMax: box.xMax / pxPerPt,
    yMin: heightPt - box.yMax / pxPerPt,
    yMax: heightPt - box.yMin / pxPerPt,
  };
}
