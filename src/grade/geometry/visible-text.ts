import type { Box } from '../../domain/geometry.ts';
import type { Mark, Scene } from '../../domain/scene.ts';
import { deltaEOk } from '../../util/colour.ts';
import { holds, isInClip, middleOf } from './boxes.ts';
import { encloses } from './outlines.ts';

/** Fainter letters are not read: about 7 % grey on white. */
const LEAST_CONTRAST = 0.05;
const WHITE = '#ffffff';

/** The text marks that a reader can see, in paint order: inked, within the picture, not clipped away, not covered, not of the colour beneath. */
export function visibleTexts(scene: Scene): Mark[] {
  return scene.marks.filter(
    (mark) => isInked(mark) && isWithin(mark, scene) && !isCovered(mark, scene) && hasContrast(mark, scene),
  );
}

function isInked(mark: Mark): boolean {
  if (mark.kind !== 'text' || (mark.text ?? '').trim() === '') return false;
  const isFilled = mark.fill !== null && mark.fillOpacity > LEAST_CONTRAST;
  return isFilled || (mark.stroke !== null && mark.strokeOpacity > LEAST_CONTRAST);
}

function isWithin(mark: Mark, { box }: Scene): boolean {
  const middle = middleOf(mark.box);
  return box !== null && holds(box, middle) && isInClip(mark, middle);
}

function isCovered(mark: Mark, scene: Scene): boolean {
  return scene.marks.some((other) => other.index > mark.index && paintsOver(other, mark.box));
}

/** The colour of letters against what is painted last beneath their middle. */
function hasContrast(mark: Mark, scene: Scene): boolean {
  const beneath = scene.marks.findLast((other) => other.index < mark.index && paintsOver(other, mark.box));
  const colour = mark.fill ?? mark.stroke ?? WHITE;
  return deltaEOk(colour, beneath?.fill ?? WHITE) >= LEAST_CONTRAST;
}

function paintsOver(mark: Mark, box: Box): boolean {
  if (mark.kind !== 'path' || mark.fill === null || mark.fillOpacity < 0.99) return false;
  const corners = [
    { x: box.xMin, y: box.yMin },
    { x: box.xMax, y: box.yMin },
    { x: box.xMin, y: box.yMax },
    { x: box.xMax, y: box.yMax },
  ];
  // What a clip takes away covers nothing.
  if (!corners.every((corner) => isInClip(mark, corner))) return false;
  return mark.outlines.some((outline) => corners.every((corner) => encloses(outline, corner)));
}
