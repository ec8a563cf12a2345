import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type FontMetrics, type GraphicsState, NO_FONT, type TextState } from './graphics-state.ts';
import { asMatrix, IDENTITY, intersectBoxes, multiply, transformedBox } from './matrix.ts';
import { middleColour } from './middle-colour.ts';
import { type ReaderState, restore, save } from './reader-state.ts';

/** Follows an operation that paints nothing. */
export type StateHandler = (reader: ReaderState, args: readonly unknown[]) => void;

const set = (reader: ReaderState, change: Partial<GraphicsState>) => {
  reader.now = { ...reader.now, ...change };
};
const setText = (reader: ReaderState, change: Partial<TextState>) =>
  set(reader, { text: { ...reader.now.text, ...change } });
const numberOf = (value: unknown, otherwise = 0) =>
  typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
const hexOf = (value: unknown) =>
  typeof value === 'string' && /^#[0-9a-f]{6}$/iu.test(value) ? value.toLowerCase() : '#000000';

/** Operations that change the graphics state, by their code. */
export const STATE_HANDLERS: ReadonlyMap<number, StateHandler> = new Map<number, StateHandler>([
  [OPS.save, (reader) => save(reader)],
  [OPS.restore, (reader) => restore(reader)],
  [OPS.transform, (reader, args) => transform(reader, args)],
  [OPS.setLineWidth, (reader, [width]) => set(reader, { lineWidth: Math.abs(numberOf(width)) })],
  [OPS.setGState, (reader, [entries]) => setGraphicsState(reader, entries)],
  [OPS.clip, (reader) => startClip(reader)],
  [OPS.eoClip, (reader) => startClip(reader)],
  [OPS.setFillRGBColor, (reader, [colour]) => set(reader, { fill: hexOf(colour) })],
  [OPS.setStrokeRGBColor, (reader, [colour]) => set(reader, { stroke: hexOf(colour) })],
  [OPS.setFillTransparent, (reader) => set(reader, { fill: null })],
  [OPS.setStrokeTransparent, (reader) => set(reader, { stroke: null })],
  [OPS.setFillColorN, (reader, args) => set(reader, { fill: patternColour(reader, args) })],
  [OPS.setStrokeColorN, (reader, args) => set(reader, { stroke: patternColour(reader, args) })],
  [OPS.beginText, (reader) => setText(reader, { matrix: IDENTITY, x: 0, y: 0, lineX: 0, lineY: 0 })],
  [OPS.setFont, (reader, [name, size]) => setFont(reader, name, size)],
  [
    OPS.setTextMatrix,
    (reader, [matrix]) => setText(reader, { matrix: asMatrix(matrix), x: 0, y: 0, lineX: 0, lineY: 0 }),
  ],
  [OPS.moveText, (reader, [x, y]) => moveText(reader, numberOf(x), numberOf(y))],
  [OPS.setLeadingMoveText, (reader, [x, y]) => leadingMoveText(reader, numberOf(x), numberOf(y))],
  [OPS.nextLine, (reader) => moveText(reader, 0, reader.now.text.leading)],
  [OPS.setLeading, (reader, [leading]) => setText(reader, { leading: -numberOf(leading) })],
  [OPS.setTextRise, (reader, [rise]) => setText(reader, { rise: numberOf(rise) })],
  [OPS.setCharSpacing, (reader, [spacing]) => setText(reader, { charSpacing: numberOf(spacing) })],
  [OPS.setWordSpacing, (reader, [spacing]) => setText(reader, { wordSpacing: numberOf(spacing) })],
  [OPS.setHScale, (reader, [scale]) => setText(reader, { horizontalScale: numberOf(scale, 100) / 100 })],
  [OPS.setTextRenderingMode, (reader, [mode]) => setText(reader, { mode: numberOf(mode) })],
  [OPS.beginMarkedContent, (reader, [tag]) => reader.content.begin(tag)],
  [OPS.beginMarkedContentProps, (reader, [tag]) => reader.content.begin(tag)],
  [OPS.endMarkedContent, (reader) => reader.content.end()],
  [OPS.markPoint, (reader, [tag]) => void reader.content.point(tag)],
  [OPS.markPointProps, (reader, [tag]) => void reader.content.point(tag)],
  [OPS.paintFormXObjectBegin, (reader, args) => beginForm(reader, args)],
  [OPS.paintFormXObjectEnd, (reader) => restore(reader)],
  [OPS.beginGroup, (reader, [group]) => beginGroup(reader, group)],
  [OPS.endGroup, (reader) => endGroup(reader)],
]);

function transform(reader: ReaderState, args: readonly unknown[]): void {
  set(reader, { matrix: multiply(reader.now.matrix, asMatrix(args)) });
}

function startClip(reader: ReaderState): void {
  reader.isClipPending = true;
}

function moveText(reader: ReaderState, x: number, y: number): void {
  const { lineX, lineY } = reader.now.text;
  setText(reader, { x: lineX + x, y: lineY + y, lineX: lineX + x, lineY: lineY + y });
}

function leadingMoveText(reader: ReaderState, x: number, y: number): void {
  setText(reader, { leading: y });
  moveText(reader, x, y);
}

function setFont(reader: ReaderState, name: unknown, size: unknown): void {
  const font = typeof name === 'string' ? reader.objects.font(name) : null;
  setText(reader, { font: fontMetrics(font), size: numberOf(size) });
}

function fontMetrics(font: unknown): FontMetrics {
  if (font === null || typeof font !== 'object') return NO_FONT;
  const { fontMatrix, ascent, descent, vertical } = font as Record<string, unknown>;
  const unit = Array.isArray(fontMatrix) ? numberOf(fontMatrix[0], NO_FONT.unit) : NO_FONT.unit;
  return {
    unit: unit === 0 ? NO_FONT.unit : unit,
    ascent: numberOf(ascent) || NO_FONT.ascent,
    descent: numberOf(descent) || NO_FONT.descent,
    isVertical: vertical === true,
  };
}

function setGraphicsState(reader: ReaderState, entries: unknown): void {
  if (!Array.isArray(entries)) return;
  for (const [key, value] of entries) {
    if (key === 'LW') set(reader, { lineWidth: numberOf(value, reader.now.lineWidth) });
    if (key === 'CA') set(reader, { strokeOpacity: numberOf(value, 1) });
    if (key === 'ca') set(reader, { fillOpacity: numberOf(value, 1) });
    if (key === 'Font' && Array.isArray(value)) setFont(reader, value[0], value[1]);
  }
}

function patternColour(reader: ReaderState, args: readonly unknown[]): string | null {
  return middleColour(reader, args);
}

function beginForm(reader: ReaderState, [matrix, box]: readonly unknown[]): void {
  save(reader);
  if (matrix !== null && matrix !== undefined) transform(reader, Array.from(matrix as ArrayLike<unknown>));
  const [xMin, yMin, xMax, yMax] = box ? Array.from(box as ArrayLike<number>) : [];
  if (xMin === undefined || yMin === undefined || xMax === undefined || yMax === undefined) return;
  const onPage = transformedBox(reader.now.matrix, { xMin, yMin, xMax, yMax });
  set(reader, { clip: intersectBoxes(reader.now.clip, onPage) });
}

function beginGroup(reader: ReaderState, group: unknown): void {
  save(reader);
  const isSoftMask = group !== null && typeof group === 'object' && 'smask' in group && group.smask !== null;
  reader.groups.push(isSoftMask);
  const { groupOpacity, fillOpacity } = reader.now;
  set(reader, { groupOpacity: groupOpacity * fillOpacity, fillOpacity: 1, strokeOpacity: 1 });
}

function endGroup(reader: ReaderState): void {
  reader.groups.pop();
  restore(reader);
}
