import type { Point } from '../../domain/geometry.ts';
import type { Fault } from '../parts/faults.ts';
import { type Line, letter, sized, type Thing } from '../parts/thing.ts';
import { CIRCLE_SIZE, edgeName, type Graph, type Vertex } from './graph.ts';

const EDGE_PT = 2.2;

/** Lines from border to border, then circles with their letters. */
export function thingsOf({ vertices, edges }: Graph): readonly Thing[] {
  const place = (letter: string) => vertices.find((vertex) => vertex.letter === letter)?.at ?? { x: 0, y: 0 };
  const lines = edges.map((edge): Line => {
    const [from, to] = trimmed(place(edge.one), place(edge.other));
    return { kind: 'line', colour: 'blue', widthPt: EDGE_PT, from, to, label: edgeName(edge) };
  });
  return [...lines, ...vertices.flatMap(circleOf)];
}

function circleOf({ letter: name, at }: Vertex): readonly Thing[] {
  return [
    sized(at, { kind: 'circle', colour: 'yellow', size: CIRCLE_SIZE, label: name }),
    letter(at, name, name),
  ];
}

function trimmed(from: Point, to: Point): readonly [Point, Point] {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : CIRCLE_SIZE / 2 / length;
  const [dx, dy] = [share * (to.x - from.x), share * (to.y - from.y)];
  return [
    { x: from.x + dx, y: from.y + dy },
    { x: to.x - dx, y: to.y - dy },
  ];
}

/** What may go wrong: circles in a ring, where lines cross; lines forgotten, too many, or to the wrong circle. */
export function faultsOf(graph: Graph): readonly Fault[] {
  const { vertices, edges } = graph;
  const ring = {
    ...graph,
    vertices: vertices.map((vertex, index) => ({ ...vertex, at: onRing(index, vertices.length) })),
  };
  return [
    { name: 'in-a-ring', things: thingsOf(ring) },
    ...swaps(graph),
    ...edges.map((edge) => ({
      name: `${edgeName(edge)}-left-out`,
      things: thingsOf({ vertices, edges: edges.filter((one) => one !== edge) }),
    })),
    {
      name: 'lines-fall-short',
      things: thingsOf(graph).map((thing) => (thing.kind === 'line' ? shortened(thing, 0.25) : thing)),
    },
    { name: 'a-line-too-many', things: [...extraLine(graph), ...thingsOf(graph)] },
    { name: 'a-circle-too-many', things: [...thingsOf(graph), extraCircle(graph)] },
  ];
}

/** Swapping two circles keeps their lines, so that some cross. */
function swaps({ vertices, edges }: Graph): readonly Fault[] {
  return vertices.slice(1).flatMap((vertex, index) => {
    const before = vertices[index];
    if (before === undefined) return [];
    const moved = vertices.map((one) => {
      if (one === vertex) return { ...one, at: before.at };
      return one === before ? { ...one, at: vertex.at } : one;
    });
    return [
      {
        name: `${before.letter}-and-${vertex.letter}-swapped`.toLowerCase(),
        things: thingsOf({ vertices: moved, edges }),
      },
    ];
  });
}

function onRing(index: number, count: number): Point {
  const angle = (2 * Math.PI * index) / count + 0.3;
  const radius = 0.35 * count + 0.6;
  return {
    x: Math.round(100 * radius * Math.cos(angle)) / 100,
    y: Math.round(100 * radius * Math.sin(angle)) / 100,
  };
}

/** Each line leaves its second circle alone: by more than the gap that is allowed, also where circles lie near to each other in a wide drawing. */
export function linesEndEarly(graph: Graph): Fault {
  const things = thingsOf(graph).map((thing) =>
    thing.kind === 'line' ? { ...thing, to: shortened(thing, 0.3).to } : thing,
  );
  return { name: 'lines-end-early', things };
}

function shortened(line: Line, share: number): Line {
  const { from, to } = line;
  const [dx, dy] = [share * (to.x - from.x), share * (to.y - from.y)];
  return { ...line, from: { x: from.x + dx, y: from.y + dy }, to: { x: to.x - dx, y: to.y - dy } };
}

/** A second line beside the first of the told ones, in no part. */
function extraLine(graph: Graph): readonly Line[] {
  const [first] = thingsOf(graph);
  if (first?.kind !== 'line') return [];
  const [dx, dy] = [first.to.x - first.from.x, first.to.y - first.from.y];
  const share = 0.18 / Math.hypot(dx, dy);
  const beside = ({ x, y }: Point) => ({ x: x - share * dy, y: y + share * dx });
  return [{ kind: 'line', colour: 'blue', from: beside(first.from), to: beside(first.to) }];
}

function extraCircle({ vertices }: Graph): Thing {
  const right = Math.max(...vertices.map(({ at }) => at.x));
  return sized({ x: right + 1.4, y: 0 }, { kind: 'circle', colour: 'yellow', size: CIRCLE_SIZE });
}
