import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { Random } from '../util/random.ts';
import { faultsOf, linesEndEarly, thingsOf } from './graphs/faults.ts';
import { edgeName, type Graph, graphOf, LETTERS } from './graphs/graph.ts';
import { namedGraph } from './graphs/named.ts';
import { untilFound } from './parts/attempt.ts';
import type { Fault } from './parts/faults.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chance, chooseSome, shuffle } from './parts/pick.ts';
import { fewest } from './parts/select-faults.ts';
import { capital, listed, numberWord } from './parts/text.ts';

/** How many circles and lines each level has. */
const SIZES: Readonly<Record<Level, { readonly vertices: number; readonly edges: number }>> = {
  1: { vertices: 4, edges: 5 },
  2: { vertices: 5, edges: 7 },
  3: { vertices: 6, edges: 10 },
  4: { vertices: 7, edges: 13 },
  5: { vertices: 9, edges: 17 },
};

/** Who is joined with whom is told; a drawing is to be found in which no lines cross. */
export const graphs: Family = {
  name: 'graphs',
  summary:
    'A planar graph is told by its edges, or by its name and what it is made of; it is to be drawn without crossings.',
  levels: [
    'four circles and five lines, or the complete graph K4',
    'five and seven, or a wheel with four spokes',
    'six and ten, a wheel or a prism',
    'seven and thirteen, a larger wheel, a cube or an octahedron',
    'nine and seventeen, a wheel with eight spokes or a prism over a pentagon',
  ],
  generate: (random, level) => {
    const plain = untilFound(() => plainTask(random, level));
    // Chosen last, so that where it stays plain a seed gives the task that it has always given.
    return chance(random, NAMED_SHARE) ? untilFound(() => namedTask(random, level)) : plain;
  },
};

const NAMED_SHARE = 0.4;

function plainTask(random: Random, level: Level): WrittenTask | null {
  const { vertices, edges } = SIZES[level];
  const graph = graphOf(random, { letters: chooseSome(random, LETTERS, vertices).sort(), edges });
  if (graph === null) return null;
  return taskOf(graph, level, {
    title: `${capital(numberWord(edges))} lines between ${numberWord(vertices)} circles, none crossing`,
    faults: faultsOf(graph),
    lines: () => `: ${listed(shuffle(random, graph.edges).map(({ one, other }) => `${one} with ${other}`))}.`,
  });
}

function namedTask(random: Random, level: Level): WrittenTask | null {
  const { graph, name, words } = namedGraph(random, level);
  return taskOf(graph, level, {
    title: `${capital(name)}, drawn without crossings`,
    faults: [...faultsOf(graph), linesEndEarly(graph)],
    lines: () => `, so that they make up ${name}: ${words}.`,
  });
}

interface Told {
  readonly title: string;
  readonly faults: readonly Fault[];
  /** Which circles are joined; told last of all. */
  lines(): string;
}

function taskOf(graph: Graph, level: Level, { title, faults, lines }: Told): WrittenTask | null {
  const asked = { subjects: subjectsOf(graph), checks: checksOf(graph) };
  const drawings = knownDrawings({
    asked,
    select: fewest,
    things: thingsOf(graph),
    faults,
    styles: [{ by: 'paths' }, { by: 'nodes', scale: 1.4 }],
  });
  if (drawings === null) return null;
  return {
    title,
    prompt: promptOf(graph, lines()),
    tags: ['generated', 'graphs'],
    level,
    ...asked,
    drawings,
  };
}

function subjectsOf({ vertices, edges }: Graph): Record<string, SubjectSpec> {
  const circles = vertices.map(({ letter }) => [nameOf(letter), { label: letter }] as const);
  const lines = edges.map((edge) => [edgeName(edge), { label: edgeName(edge) }] as const);
  return {
    ...Object.fromEntries<SubjectSpec>([...circles, ...lines]),
    lines: { colour: 'blue', weight: 0 },
    circles: { shape: 'circle', colour: 'yellow', weight: 0 },
  };
}

function nameOf(letter: string): string {
  return `circle-${letter.toLowerCase()}`;
}

function checksOf({ vertices, edges }: Graph): WrittenCheck[] {
  return [
    { id: 'as-many-circles', skill: 'counting', check: 'count', of: 'circles', is: vertices.length },
    { id: 'as-many-lines', skill: 'counting', check: 'count', of: 'lines', is: edges.length },
    ...edges.map((edge): WrittenCheck => {
      const of = [edgeName(edge), nameOf(edge.one), nameOf(edge.other)];
      return { id: `${edgeName(edge)}-joins`, skill: 'connection', check: 'connects', of };
    }),
    {
      id: 'no-crossings',
      skill: 'connection',
      check: 'crossings',
      of: 'lines',
      is: 0,
      needs: 'as-many-lines',
      weight: edges.length / 2,
    },
  ];
}

function promptOf({ vertices, edges }: Graph, lines: string): string {
  const letters = vertices.map(({ letter }) => letter);
  return [
    `Draw ${numberWord(letters.length)} circles of one size, filled with yellow, each with one of the letters ${listed(letters)} in it;`,
    `no two circles may touch. Then join pairs of circles by blue lines, straight or curved and about 2 pt thick${lines}`,
    `Those are all the lines, ${numberWord(edges.length)} of them, each drawn as one path from border to border of its two circles,`,
    'without arrows. Place the circles so that no two lines cross and no line runs through a circle or touches one that it does not join;',
    'that is possible. Draw nothing else that is blue or yellow.',
  ].join(' ');
}
