import { describe, expect, it } from 'vitest';
import { LEVELS } from '../../src/domain/family.ts';
import { type Graph, graphOf } from '../../src/families/graphs/graph.ts';
import { namedGraph } from '../../src/families/graphs/named.ts';
import { graphs } from '../../src/families/graphs.ts';
import { cross } from '../../src/families/parts/distances.ts';
import { seededRandom } from '../../src/util/random.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

/** The pairs of straight lines that cross. */
function crossings({ vertices, edges }: Graph) {
  const places = Object.fromEntries(vertices.map(({ letter, at }) => [letter, at]));
  const sides = edges.map(({ one, other }) => ({ from: places[one]!, to: places[other]! }));
  return sides.flatMap((one) => sides.filter((other) => cross(one, other)));
}

describe('graphs', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(graphs);
  });

  it('tells a task in plain sentences', () => {
    expect(taskOf(graphs, 1, 2).prompt).toMatchInlineSnapshot(
      `"Draw five circles of one size, filled with yellow, each with one of the letters C, M, R, S and Y in it; no two circles may touch. Then join pairs of circles by blue lines, straight or curved and about 2 pt thick, so that they make up a wheel with four spokes: M is its hub, Y, S, C and R follow each other around its rim, the last of them next to the first, and each of those is joined with its two neighbours on the rim and with the hub. Those are all the lines, eight of them, each drawn as one path from border to border of its two circles, without arrows. Place the circles so that no two lines cross and no line runs through a circle or touches one that it does not join; that is possible. Draw nothing else that is blue or yellow."`,
    );
  });

  it('knows places for all circles where no two straight lines cross', () => {
    const random = seededRandom(5);
    let graph = null;
    while (graph === null) graph = graphOf(random, { letters: [...'ABCDEFGHK'], edges: 17 });
    expect({ crossings: crossings(graph), lines: graph.edges.length }).toEqual({ crossings: [], lines: 17 });
  });

  it('knows named graphs of each level, drawn without crossings', () => {
    const random = seededRandom(1);
    const told = LEVELS.flatMap((level) => Array.from({ length: 12 }, () => namedGraph(random, level)));
    const sizes = told.map(({ name, graph }) => [name, graph.vertices.length, graph.edges.length].join(' '));
    expect([...new Set(sizes)].sort()).toEqual([
      'a cube 8 12',
      'a prism over a pentagon 10 15',
      'a prism over a triangle 6 9',
      'a wheel with eight spokes 9 16',
      'a wheel with five spokes 6 10',
      'a wheel with four spokes 5 8',
      'a wheel with six spokes 7 12',
      'an octahedron 6 12',
      'the complete graph K4 4 6',
    ]);
    expect(told.flatMap(({ graph }) => crossings(graph))).toEqual([]);
  });

  it('tells a named graph by its name and by what it is made of', () => {
    expect(taskOf(graphs, 6, 4).prompt).toMatchInlineSnapshot(
      `"Draw six circles of one size, filled with yellow, each with one of the letters E, M, P, R, X and Y in it; no two circles may touch. Then join pairs of circles by blue lines, straight or curved and about 2 pt thick, so that they make up an octahedron: circles are its corners and lines its edges; opposite of each other are Y and X, E and P and R and M, and each corner is joined with all others but the one opposite of it. Those are all the lines, twelve of them, each drawn as one path from border to border of its two circles, without arrows. Place the circles so that no two lines cross and no line runs through a circle or touches one that it does not join; that is possible. Draw nothing else that is blue or yellow."`,
    );
  });
});
