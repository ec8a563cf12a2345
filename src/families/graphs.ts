import type { Family, Level, WrittenCheck, WrittenTask } from '../domain/family.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import type { Random } from '../util/random.ts';
import { faultsOf, thingsOf } from './graphs/faults.ts';
import { edgeName, type Graph, graphOf } from './graphs/graph.ts';
import { untilFound } from './parts/attempt.ts';
import { knownDrawings } from './parts/known-drawings.ts';
import { chooseSome, shuffle } from './parts/pick.ts';
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
  summary: 'A planar graph is told by its edges; it is to be drawn without crossings.',
  levels: [
    'four circles and five lines',
    'five and seven',
    'six and ten',
    'seven and thirteen',
    'nine and seventeen',
  ],
  generate: (random, level) => untilFound(() => attempt(random, level)),
};

function attempt(random: Random, level: Level): WrittenTask | null {
  const { vertices, edges } = SIZES[level];
  const graph = graphOf(random, { letters: chooseSome(random, LETTERS, vertices).sort(), edges });
  if (graph === null) return null;
  const asked = { subjects: subjectsOf(graph), checks: checksOf(graph) };
  const drawings = knownDrawings({
    asked,
    select: fewest,
    things: thingsOf(graph),
    faults: faultsOf(graph),
    styles: [{ by: 'paths' }, { by: 'nodes', scale: 1.4 }],
  });
  if (drawings === null) return null;
  return {
    title: `${capital(numberWord(edges))} lines between ${numberWord(vertices)} circles, none crossing`,
    prompt: promptOf(graph, shuffle(random, graph.edges)),
    tags: ['generated', 'graphs'],
    level,
    ...asked,
    drawings,
  };
}

/** No thin letters, and none that looks like a circle. */
const LETTERS = [...'ABCDEFGHKLMNPRSTUVXYZ'];

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

function promptOf({ vertices }: Graph, edges: Graph['edges']): string {
  const letters = vertices.map(({ letter }) => letter);
  return [
    `Draw ${numberWord(letters.length)} circles of one size, filled with yellow, each with one of the letters ${listed(letters)} in it;`,
    'no two circles may touch. Then join pairs of circles by blue lines, straight or curved and about 2 pt thick:',
    `${listed(edges.map(({ one, other }) => `${one} with ${other}`))}.`,
    `Those are all the lines, ${numberWord(edges.length)} of them, each drawn as one path from border to border of its two circles,`,
    'without arrows. Place the circles so that no two lines cross and no line runs through a circle or touches one that it does not join;',
    'that is possible. Draw nothing else that is blue or yellow.',
  ].join(' ');
}
