import type { CheckInput } from '../../domain/check.ts';
import type { Thing } from '../../domain/subject.ts';
import { isTipOf } from './line-ends.ts';
import { outlineLength } from './outlines.ts';
import { type Stroke, withoutTwins } from './path-strokes.ts';
import { seenStrokesOf } from './seen-strokes.ts';

/** More are texture; comparing them takes the square. */
const MOST_LINES = 500;

/** All lines of some things with the tips of their arrows. Areas (filled outlines) are no lines. */
export interface Lines {
  readonly lines: readonly Stroke[];
  readonly tips: readonly Stroke[];
}

/** Each line that is seen once, however many of the things share its mark. Empty for texture. */
export function linesOf(things: readonly Thing[], scenery: Pick<CheckInput, 'scene' | 'grounding'>): Lines {
  const strokes = things.flatMap((thing) => seenStrokesOf(thing, scenery));
  if (strokes.length > 2 * MOST_LINES) return { lines: [], tips: [] };
  const all = withoutTwins(strokes);
  const lengths = new Map(all.map((stroke) => [stroke, outlineLength(stroke)]));
  const lengthOf = (stroke: Stroke) => lengths.get(stroke) ?? 0;
  const open = all.filter(({ closed, isFilled }) => !closed && !isFilled);
  const tips = all.filter((stroke) =>
    open.some((line) => line !== stroke && 2 * lengthOf(line) > lengthOf(stroke) && isTip(stroke, line)),
  );
  const lines = all.filter((stroke) => !stroke.isFilled && !tips.includes(stroke));
  return { lines: lines.length > MOST_LINES ? [] : lines, tips };
}

function isTip(stroke: Stroke, line: Stroke): boolean {
  const isRound = stroke.shape?.name === 'circle' || stroke.shape?.name === 'ellipse';
  return !isRound && isTipOf(stroke, line);
}
