import type { Point } from '../../domain/geometry.ts';
import type { ColourWord } from '../../util/colour.ts';
import type { Fault } from '../parts/faults.ts';
import { letter, mapThing, point, sized, type Thing } from '../parts/thing.ts';
import { type Fold, foldAll, LETTERS, placeOf, SIDE } from './folds.ts';

/** A ring in a square with a side of 1. */
const RING_SIZE = 0.7;

/** The sheet with its grid, rings around the letters of squares with holes, and the letters. */
export function thingsOf(holes: readonly string[], colour: ColourWord): readonly Thing[] {
  const middle = (SIDE - 1) / 2;
  const sheet = sized(point(middle, middle), { kind: 'square', colour: 'white', size: SIDE });
  return [sheet, ...gridLines(), ...marksOf(holes, colour)];
}

function marksOf(holes: readonly string[], colour: ColourWord): readonly Thing[] {
  const rings = holes.map((hole) => sized(placeOf(hole), { kind: 'ring', colour, size: RING_SIZE }));
  const letters = LETTERS.map((text) => letter(placeOf(text), text));
  return [...rings, ...letters];
}

function gridLines(): readonly Thing[] {
  const [low, high] = [-0.5, SIDE - 0.5];
  return Array.from({ length: SIDE - 1 }, (_, index) => index + 0.5).flatMap((at) => [
    { kind: 'line', colour: 'grey', from: point(at, low), to: point(at, high), widthPt: 0.5 } as const,
    { kind: 'line', colour: 'grey', from: point(low, at), to: point(high, at), widthPt: 0.5 } as const,
  ]);
}

interface Right {
  readonly folds: readonly Fold[];
  readonly punched: readonly string[];
  readonly holes: readonly string[];
  readonly colour: ColourWord;
}

/** What may go wrong: folds forgotten, holes too few, too many or one square off, and a sheet that lies otherwise. */
export function faultsOf({ folds, punched, holes, colour }: Right): readonly Fault[] {
  const drawn = (others: readonly string[]) => thingsOf(others, colour);
  const laid = (map: (at: Point) => Point) => marksOf(holes, colour).map((thing) => mapThing(thing, map));
  const whole = LETTERS.filter((letter) => !holes.includes(letter));
  const [first = '', ...others] = holes;
  const last = SIDE - 1;
  return [
    { name: 'never-unfolded', things: drawn(punched) },
    ...folds.map((_, index) => ({
      name: `fold-${index + 1}-forgotten`,
      things: drawn(foldAll(folds.filter((__, at) => at !== index)).under(punched)),
    })),
    { name: 'a-hole-too-few', things: drawn(others) },
    { name: 'a-hole-too-many', things: drawn([...holes, ...whole.slice(0, 1)]) },
    ...whole.map((letter) => ({
      name: `hole-at-${letter.toLowerCase()}-for-${first.toLowerCase()}`,
      things: drawn([...others, letter]),
    })),
    { name: 'holes-in-the-other-squares', things: drawn(whole) },
    { name: 'rows-rise', things: laid(({ x, y }) => ({ x, y: y + 0.25 * x })) },
    { name: 'columns-lean', things: laid(({ x, y }) => ({ x: x + 0.25 * y, y })) },
    { name: 'letters-from-the-right', things: laid(({ x, y }) => ({ x: last - x, y })) },
    { name: 'letters-from-below', things: laid(({ x, y }) => ({ x, y: last - y })) },
  ];
}
