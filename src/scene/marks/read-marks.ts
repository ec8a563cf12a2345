import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Box } from '../../domain/geometry.ts';
import type { Mark, Part } from '../../domain/scene.ts';
import { IMAGE_CODES } from './image-codes.ts';
import type { Matrix } from './matrix.ts';
import type { Hiding, Operation, PageObjects } from './operation.ts';
import { paintImage, paintShading } from './paint-area.ts';
import { paintPath } from './paint-path.ts';
import { paintText } from './paint-text.ts';
import { type ReaderState, startReading } from './reader-state.ts';
import { STATE_HANDLERS } from './state-operations.ts';

/** All that a page paints, read from its operator list. */
export interface MarksOfPage {
  readonly marks: readonly Mark[];
  readonly parts: readonly Part[];
  /** How to leave each painting operation out of a picture, by its index in the operator list. */
  readonly hidings: ReadonlyMap<number, Hiding>;
  readonly hasRasterImage: boolean;
}

/** Reads an operator list of pdf.js 6.2 in paint order. `page`: the page's box; `matrix`: user space to page points. */
export function readMarks(
  operations: readonly Operation[],
  objects: PageObjects,
  options: { readonly page: Box; readonly matrix?: Matrix },
): MarksOfPage {
  const reader = startReading(objects, options);
  operations.forEach((operation, index) => {
    follow(reader, operation, index);
  });
  const { marks, hidings, hasRasterImage } = reader;
  return { marks, hidings, hasRasterImage, parts: partsOf(reader) };
}

function follow(reader: ReaderState, { code, args }: Operation, index: number): void {
  if (code === OPS.constructPath) paintPath(reader, args, index);
  else if (code === OPS.showText) paintText(reader, args, index);
  else if (code === OPS.shadingFill) paintShading(reader, args, index);
  else if (IMAGE_CODES.has(code)) paintImage(reader, index);
  else STATE_HANDLERS.get(code)?.(reader, args);
}

function partsOf({ content, marks }: ReaderState): readonly Part[] {
  const byLabel = new Map<string, number[]>();
  for (const { index, parts } of marks) {
    for (const label of parts) {
      const known = byLabel.get(label);
      if (known === undefined) byLabel.set(label, [index]);
      else known.push(index);
    }
  }
  return [...content.seen()].map(([label, parent]) => ({ label, parent, marks: byLabel.get(label) ?? [] }));
}
