import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Hiding } from './marks/operation.ts';
import { type PixelWindow, sizeOf } from './pixel-window.ts';

/** The few calls of a canvas context that are used; pdf.js makes the canvas. */
export interface DrawingContext {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  clearRect(x: number, y: number, width: number, height: number): void;
  getImageData(x: number, y: number, width: number, height: number): { readonly data: Uint8ClampedArray };
  save(): void;
  restore(): void;
  scale(x: number, y: number): void;
  translate(x: number, y: number): void;
  beginPath(): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  fill(): void;
  stroke(): void;
}

/** A canvas of pdf.js' own making, and how the page lies on it. */
export interface Surface {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly viewport: PageViewport;
  readonly context: DrawingContext;
}

export interface PaintOptions {
  readonly background: 'white' | 'transparent';
  /** Painting operations to leave out, each with what keeps the state as it was. */
  readonly hide?: ReadonlyMap<number, Hiding>;
  /** Operations that are not even looked at: whole blocks that paint nothing of what is wanted. */
  readonly isSkipped?: (index: number) => boolean;
  /** Only this part of the page is returned. */
  readonly window?: PixelWindow;
  /** Called before each operation; may throw to end the painting. */
  readonly onOperation?: (index: number) => void;
}

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: (readonly unknown[] | null)[];
}

export function createSurface(
  document: PDFDocumentProxy,
  { viewport, widthPx, heightPx }: Omit<Surface, 'context'>,
): Surface {
  const factory = document.canvasFactory as {
    create(width: number, height: number): { context: DrawingContext };
  };
  return { viewport, widthPx, heightPx, context: factory.create(widthPx, heightPx).context };
}

/**
 * Paints the page and returns its pixels, or those of a window, four bytes each, rows from the top. All is painted even
 * for a window: clipped to it, edges come out in slightly other shades, and would look changed.
 */
export async function paint(
  page: PDFPageProxy,
  surface: Surface,
  options: PaintOptions,
): Promise<Uint8ClampedArray> {
  const { context, widthPx, heightPx } = surface;
  const { hide, window = { left: 0, top: 0, right: widthPx - 1, bottom: heightPx - 1 } } = options;
  const size = sizeOf(window);
  const shown = hide === undefined ? null : putHidings(operatorListOf(page), hide);
  context.clearRect(0, 0, widthPx, heightPx);
  try {
    await render(page, surface, options);
  } finally {
    shown?.();
  }
  return context.getImageData(window.left, window.top, size.widthPx, size.heightPx).data;
}

function render(
  page: PDFPageProxy,
  { context, viewport }: Surface,
  { background, hide, isSkipped, onOperation }: PaintOptions,
): Promise<void> {
  const task = page.render({
    canvas: null,
    canvasContext: context as never,
    viewport,
    annotationMode: 0,
    background: background === 'white' ? '#ffffff' : 'rgba(0,0,0,0)',
    operationsFilter: (index: number) => {
      onOperation?.(index);
      return isSkipped?.(index) !== true && hide?.get(index) !== null;
    },
  });
  return task.promise;
}

/** Puts the hiding arguments in place; the answer puts the painting ones back. */
function putHidings({ argsArray }: OperatorList, hide: ReadonlyMap<number, Hiding>): () => void {
  const kept = [...hide].map(([index]) => [index, argsArray[index] ?? null] as const);
  for (const [index, hiding] of hide) if (hiding !== null) argsArray[index] = hiding;
  return () => {
    for (const [index, args] of kept) argsArray[index] = args;
  };
}

/**
 * The operator list that pdf.js paints from. `page.getOperatorList()` would parse the page a second time and number
 * its operations differently: only the list for painting is optimised. Not public, hence pinned by a test.
 */
export function operatorListOf(page: PDFPageProxy): OperatorList {
  const states = (page as unknown as { _intentStates: Map<string, { operatorList: OperatorList }> })
    ._intentStates;
  const [state] = states.values();
  if (state === undefined) throw new TypeError('pdf.js holds no operator list: nothing has been painted yet');
  return state.operatorList;
}
