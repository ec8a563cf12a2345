import type { Point } from '../../domain/geometry.ts';
import type { SubjectSpec } from '../../domain/subject.ts';
import type { ColourWord } from '../../util/colour.ts';
import { hyphened } from './text.ts';

/** What an item is: a filled shape, a `ring` (an empty circle) or a `word`. */
export type Kind = 'circle' | 'square' | 'rectangle' | 'triangle' | 'pentagon' | 'hexagon' | 'ring' | 'word';

/** One thing that fills a box, in centimetres, y up. `x` and `y`: the middle of its box. */
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
  /** Triangles stand on a level side, unless they are turned over. */
  readonly isUpsideDown?: boolean;
  /** The part that it is put in, where the task asks for one. */
  readonly label?: string;
}

/** A straight line. */
export interface Line {
  readonly kind: 'line';
  readonly colour: ColourWord;
  readonly from: Point;
  readonly to: Point;
  /** In points; `LINE_PT` when left out. */
  readonly widthPt?: number;
  readonly label?: string;
}

/** What drawings of families are made of. */
export type Thing = Item | Line;

/** Items in paint order: what comes later lies on top. */
export type Layout = readonly Item[];

/** Lines that are told to be thick, and rings' strokes, in points. */
export const LINE_PT = 1.6;
export const RING_PT = 1.4;

/** An equilateral triangle's height beside its side. */
export const TRIANGLE_HEIGHT = 0.87;
/** Capitals of 10 pt Computer Modern are 6.8 pt high, and about so wide; drawings of figures enlarge them by `LETTER_SCALE`. */
export const LETTER_SCALE = 1.3;
const LETTER_CM = 0.24 * LETTER_SCALE;

interface Sized {
  readonly kind: Kind;
  readonly colour: ColourWord;
  readonly size: number;
  readonly label?: string;
  readonly isUpsideDown?: boolean;
}

/** An item so wide, and as high, or as high as an equilateral triangle is. */
export function sized({ x, y }: Point, { size, ...look }: Sized): Item {
  const height = look.kind === 'triangle' ? TRIANGLE_HEIGHT * size : size;
  return { name: `${look.colour} ${look.kind}`, ...look, x, y, width: size, height };
}

/** A single black capital. */
export function letter({ x, y }: Point, text: string, label?: string): Item {
  const look = { name: `letter ${text}`, kind: 'word', colour: 'black', text } as const;
  return { ...look, x, y, width: LETTER_CM, height: LETTER_CM, ...(label !== undefined && { label }) };
}

const CORNERS: Readonly<Partial<Record<Kind, number>>> = { pentagon: 5, hexagon: 6 };

/** The subject that finds an item by its look, or by what it says. */
export function specOf({ kind, colour, text }: Pick<Item, 'kind' | 'colour' | 'text'>): SubjectSpec {
  if (kind === 'word') return { text: text ?? '' };
  if (kind === 'ring') return { shape: 'circle', colour };
  if (kind === 'pentagon' || kind === 'hexagon')
    return { shape: 'polygon', corners: CORNERS[kind] ?? 0, colour };
  return { shape: kind, colour };
}

/** A subject for each item, by its name. */
export function subjectsOf(layout: Layout): Record<string, SubjectSpec> {
  return Object.fromEntries(layout.map((item) => [hyphened(item.name), specOf(item)]));
}

/** A point from its coordinates. */
export function point(x: number, y: number): Point {
  return { x, y };
}

/** The thing with every point of it moved by a map that keeps it level: shifts, mirrors, shears of places. */
export function mapThing<T extends Thing>(thing: T, map: (from: Point) => Point): T {
  if (thing.kind === 'line') return { ...thing, from: map(thing.from), to: map(thing.to) };
  return { ...thing, ...map({ x: thing.x, y: thing.y }) };
}

/** The things, one of them changed. */
export function replaceAt<T>(items: readonly T[], index: number, change: (item: T) => T): readonly T[] {
  return items.map((item, at) => (at === index ? change(item) : item));
}
