import type { Point } from '../../domain/geometry.ts';
import type { Random } from '../../util/random.ts';
import { cross, distanceToSide, type Side } from '../parts/distances.ts';
import { shuffle } from '../parts/pick.ts';

/** A circle with a letter, and where it lies in the drawing that is known to be right. */
export interface Vertex {
  readonly letter: string;
  readonly at: Point;
}

/** A line between two circles, in the order of the alphabet. */
export interface Edge {
  readonly one: string;
  readonly other: string;
}

export interface Graph {
  readonly vertices: readonly Vertex[];
  readonly edges: readonly Edge[];
}

/** The width of a circle. */
export const CIRCLE_SIZE = 0.8;
/** Middles of circles lie so far apart at least, and lines pass others' middles at least so far away. */
const LEAST_APART = 1.7;
const LEAST_PASSING = 0.75;
/** A line leaves a circle at least so many degrees beside another one. */
const LEAST_ANGLE_DEG = 17;
/** Places are tried in a square with this side for each circle's root. */
const ROOM = 1.75;

/** The line between two circles. */
export function edgeOf(letter: string, another: string): Edge {
  return letter < another ? { one: letter, other: another } : { one: another, other: letter };
}

/** No thin letters, and none that looks like a circle. */
export const LETTERS = [...'ABCDEFGHKLMNPRSTUVXYZ'];

/** The label of a line: `line A-B`. */
export function edgeName({ one, other }: Edge): string {
  return `${one}-${other}`.toLowerCase();
}

interface Wanted {
  readonly letters: readonly string[];
  readonly edges: number;
}

/** A connected graph that is drawn without crossings, each circle with two lines or more; null where places don't allow it. */
export function graphOf(random: Random, { letters, edges: count }: Wanted): Graph | null {
  const places = placesOf(random, letters.length);
  if (places === null) return null;
  const vertices = shuffle(random, letters).map((letter, index) => ({
    letter,
    at: places[index] ?? { x: 0, y: 0 },
  }));
  const edges = edgesOf(vertices, count);
  const graph = { vertices: [...vertices].sort((a, b) => (a.letter < b.letter ? -1 : 1)), edges };
  return edges.length === count && isWellJoined(graph) ? graph : null;
}

function placesOf(random: Random, count: number): readonly Point[] | null {
  const side = ROOM * Math.sqrt(count) + 0.6;
  const places: Point[] = [];
  for (let tries = 0; places.length < count; tries += 1) {
    if (tries > 60 * count) return null;
    const at = { x: Math.round(side * random() * 10) / 10, y: Math.round(side * random() * 10) / 10 };
    if (places.every((other) => distance(at, other) >= LEAST_APART)) places.push(at);
  }
  return places;
}

/** The shortest lines that cross no shorter one, pass clear of all circles and of lines at the same circle. */
function edgesOf(vertices: readonly Vertex[], count: number): readonly Edge[] {
  const pairs = vertices.flatMap((one, index) =>
    vertices.slice(index + 1).map((other) => [one, other] as const),
  );
  const byLength = pairs.sort((a, b) => distance(a[0].at, a[1].at) - distance(b[0].at, b[1].at));
  const sides: (Side & Edge)[] = [];
  for (const [first, second] of byLength) {
    if (sides.length === count) break;
    const [one, other] = first.letter < second.letter ? [first, second] : [second, first];
    const side = { from: one.at, to: other.at, one: one.letter, other: other.letter };
    const passes = vertices.every(
      (vertex) => vertex === one || vertex === other || distanceToSide(vertex.at, side) >= LEAST_PASSING,
    );
    if (passes && sides.every((known) => areClear(known, side))) sides.push(side);
  }
  return sides.map(({ one, other }) => ({ one, other }));
}

function areClear(known: Side & Edge, side: Side & Edge): boolean {
  if (cross(known, side)) return false;
  const shared = [known.one, known.other].find((letter) => letter === side.one || letter === side.other);
  if (shared === undefined) return true;
  return Math.abs(angleBetween(awayFrom(known, shared), awayFrom(side, shared))) >= LEAST_ANGLE_DEG;
}

function awayFrom({ from, to, one }: Side & Edge, letter: string): Point {
  return one === letter ? { x: to.x - from.x, y: to.y - from.y } : { x: from.x - to.x, y: from.y - to.y };
}

function angleBetween(a: Point, b: Point): number {
  return (Math.atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y) * 180) / Math.PI;
}

function isWellJoined({ vertices, edges }: Graph): boolean {
  const degrees = vertices.map(
    ({ letter }) => edges.filter(({ one, other }) => one === letter || other === letter).length,
  );
  const reached = new Set(vertices.slice(0, 1).map(({ letter }) => letter));
  for (let grows = true; grows; ) {
    grows = false;
    for (const { one, other } of edges) {
      if (reached.has(one) === reached.has(other)) continue;
      reached.add(one).add(other);
      grows = true;
    }
  }
  return reached.size === vertices.length && degrees.every((degree) => degree >= 2);
}

function distance(one: Point, other: Point): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}
