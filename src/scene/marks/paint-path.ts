import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Outline } from '../../domain/scene.ts';
import { recogniseShape } from '../shapes.ts';
import { boxOf, contains, growBox, intersectBoxes, scaleOf } from './matrix.ts';
import { addMark, type ReaderState } from './reader-state.ts';
import { flatten, readSubpaths, type Subpath } from './subpath.ts';

const FILLS = new Set([
  OPS.fill,
  OPS.eoFill,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);
const STROKES = new Set([
  OPS.stroke,
  OPS.closeStroke,
  OPS.fillStroke,
  OPS.eoFillStroke,
  OPS.closeFillStroke,
  OPS.closeEOFillStroke,
]);

/** Outline points kept of one drawing, some 30 MB in memory; beyond it marks keep only their box. */
const MAX_OUTLINE_POINTS = 200_000;

/**
 * Follows `constructPath`: `[paint operation, data, box]`, and after them the numbers of the path, kept by the
 * recorder because painting replaces them in `data`. A pending clip takes the path, painted or not.
 */
export function paintPath(reader: ReaderState, args: readonly unknown[], operator: number): void {
  const [code, data, minMax, numbers] = args;
  const subpaths = ArrayBuffer.isView(numbers)
    ? readSubpaths(numbers as unknown as ArrayLike<number>, reader.now.matrix)
    : [];
  const isFilled = FILLS.has(code as number);
  const isStroked = STROKES.has(code as number);
  if ((isFilled || isStroked) && subpaths.length > 0) {
    const hiding = [OPS.endPath, data, minMax];
    addMark(reader, pathMark(reader, subpaths, { isFilled, isStroked, operator }), { operator, hiding });
  }
  if (reader.isClipPending) clipTo(reader, subpaths);
}

function pathMark(
  reader: ReaderState,
  subpaths: readonly Subpath[],
  { isFilled, isStroked, operator }: { isFilled: boolean; isStroked: boolean; operator: number },
) {
  const { now } = reader;
  const strokeWidthPt = isStroked ? now.lineWidth * scaleOf(now.matrix) : 0;
  const { outlines, shapes, box } = describe(reader, isStroked ? subpaths : seenOf(reader, subpaths));
  return {
    kind: 'path' as const,
    operators: [operator],
    box: growBox(box, strokeWidthPt / 2),
    outlines,
    shapes,
    fill: isFilled ? now.fill : null,
    stroke: isStroked ? now.stroke : null,
    strokeWidthPt,
    fillOpacity: now.fillOpacity * now.groupOpacity,
    strokeOpacity: now.strokeOpacity * now.groupOpacity,
    text: null,
  };
}

/** What is seen of a fill: an upright rectangle that covers all of the clip (a disc cut out of a sheet) shows the clip's own path. */
function seenOf({ now }: ReaderState, subpaths: readonly Subpath[]): readonly Subpath[] {
  const clip = boxOf(allPoints(now.clipPath.map(flatten)));
  const [only, another] = subpaths;
  if (clip === null || only === undefined || another !== undefined) return subpaths;
  const outline = flatten(only);
  const shape = recogniseShape(only, outline);
  const isUprightRectangle =
    (shape?.name === 'rectangle' || shape?.name === 'square') && (shape.angleDeg ?? 0) % 90 === 0;
  const box = boxOf(outline.points);
  return isUprightRectangle && box !== null && contains(box, clip) ? now.clipPath : subpaths;
}

/** Outlines, their shapes and their box; only the box once a drawing has too many points. */
export function describe(reader: ReaderState, subpaths: readonly Subpath[]) {
  const outlines: readonly Outline[] = subpaths.map(flatten);
  const box = boxOf(allPoints(outlines)) ?? reader.now.clip;
  const points = outlines.reduce((sum, outline) => sum + outline.points.length, 0);
  if (reader.outlinePoints + points > MAX_OUTLINE_POINTS) return { outlines: [], shapes: [], box };
  reader.outlinePoints += points;
  const shapes = subpaths.map((subpath, index) =>
    recogniseShape(subpath, outlines[index] ?? flatten(subpath)),
  );
  return { outlines, shapes, box };
}

function* allPoints(outlines: readonly Outline[]) {
  for (const outline of outlines) yield* outline.points;
}

function clipTo(reader: ReaderState, subpaths: readonly Subpath[]): void {
  reader.isClipPending = false;
  const box = boxOf(allPoints(subpaths.map(flatten)));
  if (box === null) return;
  const clip = intersectBoxes(reader.now.clip, box);
  reader.now = { ...reader.now, clip, clipPath: subpaths };
}
