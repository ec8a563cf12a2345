import type { Mark } from '../../domain/scene.ts';
import { type SeenColours, seenColours } from '../../util/seen-colours.ts';
import { enclosedArea, outlineLength } from './outlines.ts';

/** Colours with the area, in square points, that they paint. */
export interface ShownColour {
  readonly colours: SeenColours;
  readonly area: number;
}

/** Letters cover about a fifth of their box. */
const LETTER_COVERAGE = 0.2;

/**
 * The colours of marks with their painted areas, largest first, as they look on a white page. A mark that is filled
 * counts by the area of its fill, with the colours that a person would name it by; one that is not by its stroke.
 * Images and invisible marks show no colour. What marks of one thing hide of each other is not taken off: spots and
 * eyes are small beside the body.
 */
export function shownColours(marks: readonly Mark[]): ShownColour[] {
  const shown = new Map<string, ShownColour>();
  for (const mark of marks) {
    const colours = seenColours(mark);
    const key = [...colours.plain, '', ...colours.also].join(' ');
    if (colours.plain.length > 0)
      shown.set(key, { colours, area: (shown.get(key)?.area ?? 0) + paintedArea(mark) });
  }
  return [...shown.values()].filter(({ area }) => area > 0).sort((one, other) => other.area - one.area);
}

function paintedArea(mark: Mark): number {
  if (mark.fill === null || mark.fillOpacity === 0) {
    const length = mark.outlines.reduce((sum, outline) => sum + outlineLength(outline), 0);
    return mark.kind === 'text' ? letterArea(mark) : length * mark.strokeWidthPt;
  }
  if (mark.kind === 'text') return letterArea(mark);
  const outlined = mark.outlines.reduce((sum, outline) => sum + enclosedArea(outline), 0);
  return outlined || boxArea(mark);
}

function letterArea(mark: Mark): number {
  return LETTER_COVERAGE * boxArea(mark);
}

function boxArea({ box: { xMin, xMax, yMin, yMax } }: Mark): number {
  return (xMax - xMin) * (yMax - yMin);
}
