import type { SubjectSpec } from '../../../domain/subject.ts';
import type { ColourWord } from '../../../util/colour.ts';
import { hyphened } from '../text.ts';

/** What flat scenes are made of. */
export type Kind =
  | 'circle'
  | 'ellipse'
  | 'square'
  | 'rectangle'
  | 'triangle'
  | 'pentagon'
  | 'hexagon'
  | 'word';

/** One thing of a flat scene, in centimetres, y up. `x` and `y`: the middle of its box. */
export interface Item {
  /** As it is spoken of in file names: `red circle`. */
  readonly name: string;
  readonly kind: Kind;
  readonly colour: ColourWord;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What a word says. */
  readonly text?: string;
}

/** A flat scene in paint order: what comes later lies on top. */
export type Layout = readonly Item[];

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

const CORNERS: Readonly<Partial<Record<Kind, number>>> = { pentagon: 5, hexagon: 6 };

/** The subject that finds it by its look, or by what it says. */
export function specOf({ kind, colour, text }: Pick<Item, 'kind' | 'colour' | 'text'>): SubjectSpec {
  if (kind === 'word') return { text: text ?? '' };
  const corners = CORNERS[kind];
  if (corners !== undefined) return { shape: 'polygon', corners, colour };
  return { shape: kind as Exclude<Kind, 'word' | 'pentagon' | 'hexagon'>, colour };
}

/** A subject for each item, by its name. */
export function subjectsOf(layout: Layout): Record<string, SubjectSpec> {
  return Object.fromEntries(layout.map((item) => [hyphened(item.name), specOf(item)]));
}

/** Height over width of the kinds that have a natural one; 1 for the others. */
export function heightOverWidth(kind: Kind): number {
  const points = UNIT_POINTS[kind];
  if (kind === 'triangle' || points === undefined) return 1;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  return (Math.max(...ys) - Math.min(...ys)) / (Math.max(...xs) - Math.min(...xs));
}

/** Corners of a regular shape; the first one is at `fromDeg`. */
function regular(corners: number, fromDeg: number): Point[] {
  return Array.from({ length: corners }, (_, index) => {
    const angle = ((fromDeg + (index * 360) / corners) * Math.PI) / 180;
    return { x: Math.cos(angle), y: Math.sin(angle) };
  });
}

const SQUARE: readonly Point[] = [
  { x: -1, y: -1 },
  { x: 1, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
];
const UNIT_POINTS: Readonly<Partial<Record<Kind, readonly Point[]>>> = {
  square: SQUARE,
  rectangle: SQUARE,
  word: SQUARE,
  triangle: [
    { x: -1, y: -1 },
    { x: 1, y: -1 },
    { x: 0, y: 1 },
  ],
  pentagon: regular(5, 90),
  hexagon: regular(6, 0),
};
/** Enough that a round thing's area is right to a thousandth. */
const ROUND = regular(64, 0);

/** Its outline, fitted into its box. */
export function outlineOf(item: Item): readonly Point[] {
  const points = UNIT_POINTS[item.kind] ?? ROUND;
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const fit = (value: number, all: readonly number[]) => {
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return (value - least) / (most - least) - 0.5;
  };
  return points.map(({ x, y }) => ({
    x: item.x + item.width * fit(x, xs),
    y: item.y + item.height * fit(y, ys),
  }));
}

export function boxOf({ x, y, width, height }: Item): Box {
  return { left: x - width / 2, right: x + width / 2, bottom: y - height / 2, top: y + height / 2 };
}

/** The box around several boxes. @throws RangeError when there are none. */
export function boxAround(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new RangeError('expected boxes, got none');
  return {
    left: Math.min(...boxes.map(({ left }) => left)),
    right: Math.max(...boxes.map(({ right }) => right)),
    bottom: Math.min(...boxes.map(({ bottom }) => bottom)),
    top: Math.max(...boxes.map(({ top }) => top)),
  };
}
