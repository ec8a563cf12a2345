import type { Box, Point } from '../../domain/geometry.ts';
import type { ColourWord } from '../../util/colour.ts';

interface Drawn {
  readonly colour: ColourWord;
  /** The part that it is put in, where the task asks for one. */
  readonly label?: string;
}

/** A filled shape in a box of `size` (a triangle is `TRIANGLE_HEIGHT` of it high); `at` is the middle of the box. */
export interface Shape extends Drawn {
  readonly kind: 'circle' | 'square' | 'triangle';
  readonly at: Point;
  readonly size: number;
  /** Triangles stand on a level side, unless they are turned over. */
  readonly isUpsideDown?: boolean;
}

/** An empty circle. */
export interface Ring extends Drawn {
  readonly kind: 'ring';
  readonly at: Point;
  readonly size: number;
}

/** A straight line. */
export interface Line extends Drawn {
  readonly kind: 'line';
  readonly from: Point;
  readonly to: Point;
  /** In points; `LINE_PT` when left out. */
  readonly widthPt?: number;
}

/** A single capital letter, `LETTER_HEIGHT` high at most. */
export interface Letter extends Drawn {
  readonly kind: 'letter';
  readonly at: Point;
  readonly text: string;
}

/** What drawings of ours are made of; all numbers are centimetres, y up. */
export type Thing = Shape | Ring | Line | Letter;

/** Lines that are told to be thick, and rings' strokes, in points. */
export const LINE_PT = 1.6;
export const RING_PT = 1.4;
const CM_PER_PT = 2.54 / 72.27;

/** An equilateral triangle's height beside its side. */
export const TRIANGLE_HEIGHT = 0.87;
/** Capitals of 10 pt Computer Modern are 6.8 pt high, and about so wide; drawings of ours enlarge them by `LETTER_SCALE`. */
export const LETTER_SCALE = 1.3;
const LETTER_HEIGHT = 0.24 * LETTER_SCALE;

/** The box of a thing's outline; strokes are thin enough not to count. */
export function boxOfThing(thing: Thing): Box {
  if (thing.kind === 'line') return boxOfPoints([thing.from, thing.to]);
  const width = thing.kind === 'letter' ? LETTER_HEIGHT : thing.size;
  const height = thing.kind === 'triangle' ? TRIANGLE_HEIGHT * width : width;
  const { x, y } = thing.at;
  return { xMin: x - width / 2, xMax: x + width / 2, yMin: y - height / 2, yMax: y + height / 2 };
}

/** The box around several things. */
export function boxOfThings(things: readonly Thing[]): Box {
  const corners = things.map(boxOfThing);
  return boxOfPoints(
    corners.flatMap(({ xMin, yMin, xMax, yMax }) => [
      { x: xMin, y: yMin },
      { x: xMax, y: yMax },
    ]),
  );
}

/** The box around points. */
function boxOfPoints(points: readonly Point[]): Box {
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return { xMin: Math.min(...xs), yMin: Math.min(...ys), xMax: Math.max(...xs), yMax: Math.max(...ys) };
}

/** Where the centroid of a thing's ink lies: a triangle's is a third of its height above its base. */
export function centroidOfThing(thing: Thing): Point {
  const { xMin, yMin, xMax, yMax } = boxOfThing(thing);
  const middle = { x: (xMin + xMax) / 2, y: (yMin + yMax) / 2 };
  if (thing.kind !== 'triangle') return middle;
  const sixth = (yMax - yMin) / 6;
  return { x: middle.x, y: middle.y + (thing.isUpsideDown === true ? sixth : -sixth) };
}

/** The area that ink covers, for a drawing that isn't scaled; letters cover about a third of their box. */
export function inkOfThing(thing: Thing): number {
  if (thing.kind === 'line') {
    const length = Math.hypot(thing.to.x - thing.from.x, thing.to.y - thing.from.y);
    return length * (thing.widthPt ?? LINE_PT) * CM_PER_PT;
  }
  if (thing.kind === 'ring') return Math.PI * thing.size * RING_PT * CM_PER_PT;
  return thing.kind === 'letter' ? areaOfThing(thing) / 3 : areaOfThing(thing);
}

/** The area of the silhouette; a line has none to speak of. */
export function areaOfThing(thing: Thing): number {
  const { xMin, yMin, xMax, yMax } = boxOfThing(thing);
  const box = (xMax - xMin) * (yMax - yMin);
  if (thing.kind === 'triangle') return box / 2;
  return thing.kind === 'circle' || thing.kind === 'ring' ? (box * Math.PI) / 4 : box;
}

/** The corners of a thing, as far as it has any; of round ones the middle, with the radius beside. */
export function cornersOf(thing: Thing): { readonly points: readonly Point[]; readonly radius: number } {
  if (thing.kind === 'line') return { points: [thing.from, thing.to], radius: 0 };
  if (thing.kind === 'circle' || thing.kind === 'ring') return { points: [thing.at], radius: thing.size / 2 };
  const { xMin, yMin, xMax, yMax } = boxOfThing(thing);
  if (thing.kind !== 'triangle') {
    return {
      points: [point(xMin, yMin), point(xMax, yMin), point(xMax, yMax), point(xMin, yMax)],
      radius: 0,
    };
  }
  const [base, tip] = thing.isUpsideDown === true ? [yMax, yMin] : [yMin, yMax];
  return { points: [point(xMin, base), point(xMax, base), point((xMin + xMax) / 2, tip)], radius: 0 };
}

/** A point from its coordinates. */
export function point(x: number, y: number): Point {
  return { x, y };
}

/** The thing with every point of it moved by a map that keeps it level: shifts, mirrors, shears of places. */
export function mapThing<T extends Thing>(thing: T, map: (from: Point) => Point): T {
  if (thing.kind === 'line') return { ...thing, from: map(thing.from), to: map(thing.to) };
  return { ...thing, at: map(thing.at) };
}

/** The things, one of them changed. */
export function replaceAt<T>(items: readonly T[], index: number, change: (item: T) => T): readonly T[] {
  return items.map((item, at) => (at === index ? change(item) : item));
}
