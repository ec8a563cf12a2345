import { describe, expect, it } from 'vitest';
import { MOVES } from '../../src/families/mirror/moves.ts';
import { mirror } from '../../src/families/mirror.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('mirror', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(mirror);
  });

  it('tells a task in plain sentences', () => {
    expect(taskOf(mirror, 1, 2).prompt).toMatchInlineSnapshot(
      `"A flat figure is made of four squares of one size, each of another colour. One of them is purple. The red square lies directly below the purple one. The blue square lies directly above the purple one. The grey square lies directly to the right of the red one. Where one square is said to lie beside, above or below another one, the two share a whole side. A small black dot lies inside the purple square, near its lower left corner. Take this figure and mirror it in a level line, as water does, so that top and bottom change places. Draw only the figure as it is then, its squares filled with their colours and upright, and nothing else."`,
    );
  });

  it('turns and mirrors about the middle', () => {
    const moved = Object.fromEntries(MOVES.map(({ words, map }) => [words, map({ x: 1, y: 3 })]));
    expect(moved).toEqual({
      'mirror it in an upright line, so that left and right change places': { x: -1, y: 3 },
      'mirror it in a level line, as water does, so that top and bottom change places': { x: 1, y: -3 },
      'turn it by a quarter turn clockwise': { x: 3, y: -1 },
      'turn it by a quarter turn anticlockwise': { x: -3, y: 1 },
      'turn it by half a turn': { x: -1, y: -3 },
      'mirror it in a slanting line that rises at 45 degrees from the lower left to the upper right': {
        x: 3,
        y: 1,
      },
      'mirror it in a slanting line that falls at 45 degrees from the upper left to the lower right': {
        x: -3,
        y: -1,
      },
    });
  });
});
