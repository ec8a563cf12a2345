import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { LIMITS } from './limits.ts';
import type { Operation, PageObjects } from './marks/operation.ts';
import { operatorListOf } from './painter.ts';
import { RefusedError } from './refusal.ts';

/** Collects the operator list while the page is painted for the first time, and stops what is too much. */
export interface Recorder {
  readonly operations: Operation[];
  onOperation(index: number): void;
}

/** An operation may come twice, when pdf.js waits for a font in the middle; it is kept once. */
export function createRecorder(page: PDFPageProxy): Recorder {
  const operations: Operation[] = [];
  let pathNumbers = 0;
  let depth = 0;
  return {
    operations,
    onOperation(index) {
      const { fnArray, argsArray } = operatorListOf(page);
      if (index < operations.length) return;
      const code = fnArray[index] ?? -1;
      const args = argsArray[index] ?? [];
      if (code === OPS.save) depth += 1;
      if (code === OPS.restore) depth = Math.max(0, depth - 1);
      if (code !== OPS.constructPath) {
        operations.push({ code, args });
      } else {
        // Painting replaces the numbers by a path of the canvas: they are kept at the end.
        const numbers: unknown = Array.isArray(args[1]) ? args[1][0] : null;
        operations.push({ code, args: [args[0], args[1], args[2], numbers] });
        pathNumbers += ArrayBuffer.isView(numbers) ? numbers.byteLength / 4 : 0;
      }
      if (operations.length > LIMITS.operations) tooLarge(`more than ${LIMITS.operations} operations`);
      if (depth > LIMITS.nesting) tooLarge(`states nested deeper than ${LIMITS.nesting}`);
      if (pathNumbers > LIMITS.pathNumbers) tooLarge(`paths of more than ${LIMITS.pathNumbers} numbers`);
    },
  };
}

function tooLarge(what: string): never {
  throw new RefusedError({ outcome: 'too-large', reason: `The drawing has ${what}.` });
}

/** Fonts and shadings by name, as far as pdf.js has them. */
export function pageObjects(page: PDFPageProxy): PageObjects {
  const { objs, commonObjs } = page as unknown as Record<'objs' | 'commonObjs', Pool>;
  const get = (name: string) => {
    const pool = name.startsWith('g_') ? commonObjs : objs;
    return pool.has(name) ? pool.get(name) : null;
  };
  return { font: get, shading: get };
}

interface Pool {
  has(name: string): boolean;
  get(name: string): unknown;
}
