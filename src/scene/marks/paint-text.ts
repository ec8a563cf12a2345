import type { Box } from '../../domain/geometry.ts';
import type { GraphicsState } from './graphics-state.ts';
import { multiply, scaleOf, transformedBox } from './matrix.ts';
import { addMark, type ReaderState } from './reader-state.ts';

/** A gap wider than this, in thousandths of the font size, is a space: about half of Computer Modern's 333. */
const SPACE_GAP = 180;
const MAX_TEXT_LENGTH = 10_000;

interface Shown {
  readonly text: string;
  /** In text space, before the horizontal scale. */
  readonly advance: number;
}

/** Follows `showText`: one mark for each shown string. Hidden, it still moves the pen as far. */
export function paintText(reader: ReaderState, args: readonly unknown[], operator: number): void {
  const { now } = reader;
  const shown = readGlyphs(now, Array.isArray(args[0]) ? args[0] : []);
  const hiding = now.text.size === 0 ? null : [[hiddenAdvance(now, shown.advance)]];
  if (shown.text.trim() !== '') addMark(reader, textMark(now, { shown, operator }), { operator, hiding });
  else reader.hidings.set(operator, hiding);
  advancePen(reader, shown.advance);
}

function readGlyphs({ text: state }: GraphicsState, glyphs: readonly unknown[]): Shown {
  let text = '';
  let advance = 0;
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      advance += ((state.font.isVertical ? 1 : -1) * glyph * Math.abs(state.size)) / 1000;
      if (-glyph > SPACE_GAP) text += ' ';
    } else if (glyph !== null && typeof glyph === 'object') {
      const { unicode, width, isSpace } = glyph as Record<string, unknown>;
      text += typeof unicode === 'string' ? unicode : '';
      const spacing = state.charSpacing + (isSpace === true ? state.wordSpacing : 0);
      advance += (typeof width === 'number' ? width : 0) * state.font.unit * Math.abs(state.size) + spacing;
    }
  }
  return { text: text.slice(0, MAX_TEXT_LENGTH), advance: Number.isFinite(advance) ? advance : 0 };
}

/** The one spacing number that moves the pen like the glyphs: pdf.js takes thousandths of the size off. */
function hiddenAdvance({ text }: GraphicsState, advance: number): number {
  return ((text.font.isVertical ? 1 : -1) * advance * 1000) / Math.abs(text.size);
}

function advancePen(reader: ReaderState, advance: number): void {
  const { text } = reader.now;
  const moved = text.font.isVertical
    ? { y: text.y - advance }
    : { x: text.x + advance * text.horizontalScale * Math.sign(text.size || 1) };
  reader.now = { ...reader.now, text: { ...text, ...moved } };
}

function textMark(now: GraphicsState, { shown, operator }: { shown: Shown; operator: number }) {
  const { text } = now;
  const isFilled = text.mode % 4 === 0 || text.mode % 4 === 2;
  const isStroked = text.mode % 4 === 1 || text.mode % 4 === 2;
  return {
    kind: 'text' as const,
    operators: [operator],
    box: transformedBox(multiply(now.matrix, text.matrix), textBox(now, shown.advance)),
    outlines: [],
    shapes: [],
    fill: isFilled ? now.fill : null,
    stroke: isStroked ? now.stroke : null,
    strokeWidthPt: isStroked ? now.lineWidth * scaleOf(now.matrix) : 0,
    fillOpacity: now.fillOpacity * now.groupOpacity,
    strokeOpacity: now.strokeOpacity * now.groupOpacity,
    text: shown.text.normalize('NFKC'),
  };
}

/** From the descent to the ascent of the font, from the first to the last advance; in text space. */
function textBox({ text }: GraphicsState, advance: number): Box {
  const size = Math.abs(text.size);
  const end = text.x + advance * text.horizontalScale * Math.sign(text.size || 1);
  const base = text.y + text.rise;
  return {
    xMin: Math.min(text.x, end),
    xMax: Math.max(text.x, end),
    yMin: base + text.font.descent * size,
    yMax: base + text.font.ascent * size,
  };
}
