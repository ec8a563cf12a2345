import type { RecognisedShape, ShapeName } from '../domain/scene.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import { asColourWord, colourWordsOf, deltaEOk, nearestColourWord } from '../util/colour.ts';
import type { SeenColours } from '../util/seen-colours.ts';

/** A square is also a rectangle, a circle also an ellipse; what has corners is also a polygon, and so on. */
const ALSO: Readonly<Partial<Record<ShapeName, readonly ShapeName[]>>> = {
  circle: ['ellipse', 'curve'],
  ellipse: ['curve'],
  square: ['rectangle', 'polygon'],
  rectangle: ['polygon'],
  triangle: ['polygon'],
  line: ['polyline'],
};

/** How far a colour may lie from a wanted hex value in OKLab: about five just noticeable steps of 0.02. */
const SAME_COLOUR = 0.1;

/** Whether a shape is the wanted one; without a wanted shape every one is. */
export function hasShape(shape: RecognisedShape | null, { shape: wanted, corners }: SubjectSpec): boolean {
  if (wanted === undefined) return true;
  if (shape === null) return false;
  const isNamed = shape.name === wanted || (ALSO[shape.name]?.includes(wanted) ?? false);
  return isNamed && (wanted !== 'polygon' || corners === undefined || shape.corners === corners);
}

/**
 * Whether a person would call it by the wanted word, or could not tell it from the wanted hex value: `plainly`, or
 * `at-best`, where a colour lies at the border of two words or is only one of those that are seen.
 */
export function matchColour(
  { plain, also }: SeenColours,
  { colour: wanted }: Pick<SubjectSpec, 'colour'>,
): 'plainly' | 'at-best' | 'no' {
  if (wanted === undefined) return 'plainly';
  const word = asColourWord(wanted);
  const isNear = (hex: string) => (word === null ? isSame(hex, wanted) : nearestColourWord(hex) === word);
  if (plain.some(isNear)) return 'plainly';
  const mayBe = (hex: string) => (word === null ? isSame(hex, wanted) : colourWordsOf(hex).includes(word));
  return [...plain, ...also].some(mayBe) ? 'at-best' : 'no';
}

function isSame(hex: string, wanted: string): boolean {
  return deltaEOk(hex, wanted) <= SAME_COLOUR;
}

/** `a yellow circle`, `a polygon with 5 corners`, `anything red`. */
export function lookInWords({ shape, colour, corners }: SubjectSpec): string {
  const noun = shape ?? 'thing';
  const words = `${colour === undefined ? '' : `${colour} `}${noun}`;
  const article = /^[aeiou]/iu.test(words) ? 'an' : 'a';
  return `${article} ${words}${corners === undefined ? '' : ` with ${corners} corners`}`;
}
