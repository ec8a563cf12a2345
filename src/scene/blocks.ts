import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Operations from a `save` to its `restore`, both included. Blocks lie apart or within one another. */
export interface Block {
  readonly from: number;
  readonly to: number;
}

/** What opens something that another operation closes, besides `save`. */
const CLOSED_BY: ReadonlyMap<number, number> = new Map([
  [OPS.save, OPS.restore],
  [OPS.beginGroup, OPS.endGroup],
  [OPS.paintFormXObjectBegin, OPS.paintFormXObjectEnd],
  [OPS.beginText, OPS.endText],
  [OPS.beginMarkedContent, OPS.endMarkedContent],
  [OPS.beginMarkedContentProps, OPS.endMarkedContent],
]);
const CLOSERS: ReadonlySet<number> = new Set(CLOSED_BY.values());

/**
 * The blocks of an operator list, those around others first. A block leaves the state as it was, so that one may be left
 * out as a whole. None when something is closed that was not opened last.
 */
export function findBlocks(codes: readonly number[]): readonly Block[] {
  const open: { readonly code: number; readonly from: number }[] = [];
  const blocks: Block[] = [];
  for (const [at, code] of codes.entries()) {
    if (CLOSED_BY.has(code)) open.push({ code, from: at });
    if (!CLOSERS.has(code)) continue;
    const last = open.pop();
    if (last === undefined || CLOSED_BY.get(last.code) !== code) return [];
    if (code === OPS.restore) blocks.push({ from: last.from, to: at });
  }
  return blocks.sort((one, other) => one.from - other.from);
}

/** Tells the operations of blocks that hold none of those wanted. */
export function skipsBlocksWithout(
  wanted: ReadonlySet<number>,
  blocks: readonly Block[],
): (operator: number) => boolean {
  const sorted = [...wanted].sort((one, other) => one - other);
  const skipped = new Set<number>();
  let [end, next] = [-1, 0];
  for (const { from, to } of blocks) {
    if (from <= end) continue;
    while (next < sorted.length && (sorted[next] ?? 0) < from) next += 1;
    if (next < sorted.length && (sorted[next] ?? 0) <= to) continue;
    for (let at = from; at <= to; at += 1) skipped.add(at);
    end = to;
  }
  return (operator) => skipped.has(operator);
}
