import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import {
  getDocument,
  PasswordResponses,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from './limits.ts';
import { RefusedError } from './refusal.ts';

// pdf.js would import its worker by a path of its own on the first document; here it is loaded with the process.
const WORKER: string = 'pdfjs-dist/legacy/build/pdf.worker.mjs';
Object.assign(globalThis, { pdfjsWorker: await import(WORKER) });

const PDFJS = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** An opened PDF with its first page. */
export interface OpenedPage extends AsyncDisposable {
  readonly document: PDFDocumentProxy;
  readonly page: PDFPageProxy;
  readonly notes: readonly string[];
}

/**
 * Opens a PDF at its first page and checks it before anything is painted. `frames`: how many pages will be read; one
 * when left out. @throws RefusedError
 */
export async function openPage(pdf: Uint8Array, frames?: number): Promise<OpenedPage> {
  checkBytes(pdf);
  // pdf.js takes the buffer away from who gives it.
  const task = getDocument({
    data: Uint8Array.from(pdf),
    verbosity: 0,
    useSystemFonts: false,
    useWasm: false,
    stopAtErrors: false,
    enableXfa: false,
    standardFontDataUrl: join(PDFJS, 'standard_fonts/'),
    cMapUrl: join(PDFJS, 'cmaps/'),
    cMapPacked: true,
  });
  try {
    const document = await task.promise;
    const page = await document.getPage(1);
    checkPage(page);
    const { numPages } = document;
    const notes = frames === undefined ? pageNotes(numPages) : frameNotes(numPages, frames);
    return { document, page, notes, [Symbol.asyncDispose]: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw asRefusal(error);
  }
}

/** Another page of an opened PDF; it is closed with the first. @throws RefusedError */
export async function turnToPage(opened: OpenedPage, number: number): Promise<OpenedPage> {
  const page = await opened.document.getPage(number);
  checkPage(page);
  return { ...opened, page, notes: [] };
}

function pageNotes(numPages: number): readonly string[] {
  return numPages === 1 ? [] : [`The PDF has ${numPages} pages; only the first is read.`];
}

function frameNotes(numPages: number, frames: number): readonly string[] {
  if (numPages === frames) return [];
  const rest = numPages > frames ? `; only the first ${frames} are read` : '';
  return [`${frames} frames were asked for; there ${numPages === 1 ? 'is 1' : `are ${numPages}`}${rest}.`];
}

function checkBytes(pdf: Uint8Array): void {
  if (pdf.length > LIMITS.pdfBytes)
    refuse('too-large', `The PDF has ${pdf.length} bytes; ${LIMITS.pdfBytes} are read.`);
  const head = Buffer.from(pdf.subarray(0, 1024)).toString('latin1');
  if (!head.includes('%PDF-')) refuse('blank', 'The output is no PDF: it does not begin with "%PDF-".');
}

function checkPage(page: PDFPageProxy): void {
  const [xMin = Number.NaN, yMin = Number.NaN, xMax = Number.NaN, yMax = Number.NaN] = page.view;
  const sides = [xMax - xMin, yMax - yMin];
  if (!sides.every(Number.isFinite)) refuse('too-large', 'The page has no finite size.');
  if (sides.some((side) => side > LIMITS.pageSidePt)) {
    refuse(
      'too-large',
      `The page is ${sides.map(Math.round).join(' by ')} pt; ${LIMITS.pageSidePt} pt are read.`,
    );
  }
  if (sides.some((side) => side < LIMITS.smallestSidePt)) refuse('blank', 'The page has no area.');
  if (page.userUnit !== 1) refuse('forbidden', `The page scales itself (UserUnit ${page.userUnit}).`);
  if (page.rotate !== 0) refuse('forbidden', `The page turns itself (Rotate ${page.rotate}).`);
}

function refuse(outcome: 'blank' | 'too-large' | 'forbidden', reason: string): never {
  throw new RefusedError({ outcome, reason });
}

/** pdf.js rejects with errors of its own for what a file holds; all of them mean that there is no page to see. */
function asRefusal(error: unknown): unknown {
  if (error instanceof RefusedError || !(error instanceof Error)) return error;
  if (
    'code' in error &&
    (error.code === PasswordResponses.NEED_PASSWORD || error.name === 'PasswordException')
  ) {
    return new RefusedError({ outcome: 'forbidden', reason: 'The PDF is encrypted.' });
  }
  return new RefusedError({
    outcome: 'blank',
    reason: `The PDF can't be read: ${error.message.slice(0, 200)}`,
  });
}
