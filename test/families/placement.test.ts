import { describe, expect, it } from 'vitest';
import { placement } from '../../src/families/placement.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('placement', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(placement);
  });

  it('tells where each word goes', () => {
    expect(taskOf(placement, 1, 3).prompt).toMatchInlineSnapshot(
      `"Draw a purple hexagon and a red circle, side by side in this order from left to right. Write the word “lemon” at the right of the purple hexagon, outside of it. Write the word “island” above the purple hexagon, outside of it. Write the word “tiger” inside the red circle. Write the word “pepper” above the red circle, outside of it. Each word is written once, level and in one piece, and no word lies across the edge of a shape."`,
    );
  });
});
