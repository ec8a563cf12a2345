import { describe, expect, it } from 'vitest';
import { graphOf } from '../../src/families/graphs/graph.ts';
import { graphs } from '../../src/families/graphs.ts';
import { cross } from '../../src/families/parts/distances.ts';
import { seededRandom } from '../../src/util/random.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('graphs', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(graphs);
  });

  it('tells a task in plain sentences', () => {
    expect(taskOf(graphs, 1, 2).prompt).toMatchInlineSnapshot(
      `"Draw five circles of one size, filled with yellow, each with one of the letters A, N, R, Y and Z in it; no two circles may touch. Then join pairs of circles by blue lines, straight or curved and about 2 pt thick: N with R, R with Z, R with Y, A with N, N with Y, A with Z and N with Z. Those are all the lines, seven of them, each drawn as one path from border to border of its two circles, without arrows. Place the circles so that no two lines cross and no line runs through a circle or touches one that it does not join; that is possible. Draw nothing else that is blue or yellow."`,
    );
  });

  it('knows places for all circles where no two straight lines cross', () => {
    const random = seededRandom(5);
    let graph = null;
    while (graph === null) graph = graphOf(random, { letters: [...'ABCDEFGHK'], edges: 17 });
    const places = Object.fromEntries(graph.vertices.map(({ letter, at }) => [letter, at]));
    const sides = graph.edges.map(({ one, other }) => ({ from: places[one]!, to: places[other]! }));
    expect(sides.flatMap((one) => sides.filter((other) => cross(one, other)))).toEqual([]);
    expect(sides.length).toBe(17);
  });
});
