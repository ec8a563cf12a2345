import type { Level } from '../../domain/family.ts';
import type { Point } from '../../domain/geometry.ts';
import type { Random } from '../../util/random.ts';
import { choose, chooseSome } from '../parts/pick.ts';
import { listed, numberWord } from '../parts/text.ts';
import { edgeOf, type Graph, LETTERS } from './graph.ts';

/** A graph with a name: where its circles lie without crossings, which of them are joined, and what it is made of. */
interface NamedGraph {
  /** `a cube` */
  readonly name: string;
  readonly places: readonly Point[];
  /** Numbers of places. */
  readonly edges: readonly (readonly [number, number])[];
  /** What it is made of, from the letters at its places. */
  tell(letters: readonly string[]): string;
}

/** The named graphs of each level, about as large as the others there. */
const NAMED: Readonly<Record<Level, readonly NamedGraph[]>> = {
  1: [completeOfFour()],
  2: [wheel(4)],
  3: [wheel(5), prism({ name: 'a prism over a triangle', sides: 3, inner: 1.3 })],
  4: [wheel(6), prism({ name: 'a cube', sides: 4, inner: 1.4 }), octahedron()],
  5: [wheel(8), prism({ name: 'a prism over a pentagon', sides: 5, inner: 1.6 })],
};

/** A named graph with letters, and how it is told. */
export interface ToldGraph {
  readonly graph: Graph;
  readonly name: string;
  readonly words: string;
}

export function namedGraph(random: Random, level: Level): ToldGraph {
  const { name, places, edges, tell } = choose(random, NAMED[level]);
  const letters = chooseSome(random, LETTERS, places.length);
  const vertices = places.map((at, index) => ({ letter: letters[index] ?? '', at }));
  const joined = edges.map(([one, other]) => edgeOf(letters[one] ?? '', letters[other] ?? ''));
  const sorted = vertices.sort((a, b) => (a.letter < b.letter ? -1 : 1));
  return { graph: { vertices: sorted, edges: joined }, name, words: tell(letters) };
}

/** Places on a circle, the first one at the top, then to the left. */
function ring(count: number, radius: number, turn = 0): readonly Point[] {
  return Array.from({ length: count }, (_, index) => {
    const angle = 2 * Math.PI * (0.25 + (index + turn) / count);
    return { x: hundredths(radius * Math.cos(angle)), y: hundredths(radius * Math.sin(angle)) };
  });
}

function hundredths(value: number): number {
  return Math.round(100 * value) / 100 + 0;
}

/** The lines around so many circles, of which the first has this number. */
function around(count: number, first: number): readonly (readonly [number, number])[] {
  return Array.from({ length: count }, (_, index) => [first + index, first + ((index + 1) % count)]);
}

function completeOfFour(): NamedGraph {
  return {
    name: 'the complete graph K4',
    places: [{ x: 0, y: 0 }, ...ring(3, 3)],
    edges: [...around(3, 1), [0, 1], [0, 2], [0, 3]],
    tell: () => 'each circle is joined with each other one',
  };
}

function wheel(spokes: number): NamedGraph {
  const rim = Array.from({ length: spokes }, (_, index) => index + 1);
  return {
    name: `a wheel with ${numberWord(spokes)} spokes`,
    places: [{ x: 0, y: 0 }, ...ring(spokes, 2.8)],
    edges: [...around(spokes, 1), ...rim.map((index) => [0, index] as const)],
    tell: ([hub = '', ...others]) =>
      `${hub} is its hub, ${listed(others)} follow each other around its rim, the last of them next to the first, and each of those is joined with its two neighbours on the rim and with the hub`,
  };
}

/** The base lies around the top, as it is seen from straight above. */
function prism({
  name,
  sides,
  inner,
}: {
  readonly name: string;
  readonly sides: number;
  readonly inner: number;
}): NamedGraph {
  const upright = Array.from({ length: sides }, (_, index) => [index, sides + index] as const);
  return {
    name,
    places: [...ring(sides, 3.6), ...ring(sides, inner)],
    edges: [...around(sides, 0), ...around(sides, sides), ...upright],
    tell: (letters) => {
      const [base, top] = [letters.slice(0, sides), letters.slice(sides)];
      const pairs = top.map((letter, index) => `${letter} above ${base[index]}`);
      return `circles are its corners and lines its edges; ${listed(base)} follow each other around its base, and the corners of its top are ${listed(pairs)}`;
    },
  };
}

function octahedron(): NamedGraph {
  // Numbers 0 to 2 lie outside, 3 to 5 inside; each inner one is opposite of the outer one three before it.
  const pairs = [0, 1, 2].map((index) => [index, index + 3] as const);
  const all = Array.from({ length: 6 }, (_, index) => index);
  const others = all.flatMap((one) => all.slice(one + 1).map((other) => [one, other] as const));
  return {
    name: 'an octahedron',
    places: [...ring(3, 4.6), ...ring(3, 1.15, 1.5)],
    edges: others.filter(([one, other]) => other - one !== 3),
    tell: (letters) => {
      const opposite = pairs.map(([one, other]) => `${letters[one]} and ${letters[other]}`);
      return `circles are its corners and lines its edges; opposite of each other are ${listed(opposite)}, and each corner is joined with all others but the one opposite of it`;
    },
  };
}
