import { describe, expect, it } from 'vitest';
import { ANIMALS, DOINGS, VEHICLES } from '../../src/families/creatures/grid.ts';
import { creatures } from '../../src/families/creatures.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('creatures', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(creatures);
  });

  it('tells what the animal rides and does', () => {
    expect(taskOf(creatures, 1, 3).prompt).toMatchInlineSnapshot(
      `"Draw a cat on a bicycle holding an umbrella over its head. The cat sits on top of the bicycle, and the bicycle is wider than the cat. The umbrella touches the cat. In the sky there is a balloon, higher than the cat and to its left as we see it. To the right of the cat stands a tree that is clearly taller than the cat."`,
    );
  });

  it('has a grid of at least 48 cells', () => {
    expect(ANIMALS.length * VEHICLES.length * DOINGS.length).toBeGreaterThanOrEqual(48);
  });
});
