import { describe, expect, it } from 'vitest';
import { legsOf, turnOf, wayOf } from '../../src/families/path/legs.ts';
import { path } from '../../src/families/path.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('path', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(path);
  });

  it('tells a task in plain sentences', () => {
    expect(taskOf(path, 1, 2).prompt).toMatchInlineSnapshot(
      `"Draw a path of straight legs, each of them one line in its own colour, about a tenth of a step thick: yellow, orange, red, purple and pink. All steps have the same length, and each leg begins where the one before it ends. At the start is a filled black circle, about half a step wide. The yellow leg leads five steps up. Then the orange leg leads five steps to the left. Then the red leg leads five steps down. Then the purple leg leads three steps to the left. Then the pink leg leads two steps up. The path ends there; put a filled black square on its end, as wide as the circle. Draw no arrows and nothing else."`,
    );
  });

  it('knows which way a turn goes', () => {
    const up = { colour: 'red', from: { x: 0, y: 0 }, to: { x: 0, y: 2 } } as const;
    const west = { colour: 'blue', from: { x: 0, y: 2 }, to: { x: -3, y: 2 } } as const;
    expect([wayOf(up), wayOf(west), turnOf(up, west)]).toEqual(['up', 'left', 'left']);
  });

  it('gives up a path that runs into itself', () => {
    const alwaysFirst = () => 0;
    expect(
      legsOf(alwaysFirst, { colours: ['red', 'blue', 'green', 'pink', 'brown'], homeColour: undefined }),
    ).toBe(null);
  });
});
