import { describe, expect, it } from 'vitest';
import { counting } from '../../src/families/counting.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('counting', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(counting);
  });

  it('tells how many there are of each kind', () => {
    expect(taskOf(counting, 1, 3).prompt).toMatchInlineSnapshot(
      `"Draw exactly five purple hexagons, three red hexagons and two purple squares, strewn over the picture so that none of them touch, and nothing else."`,
    );
  });
});
