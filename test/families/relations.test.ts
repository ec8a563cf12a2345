import { describe, expect, it } from 'vitest';
import { relations } from '../../src/families/relations.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('relations', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(relations);
  });

  it('tells each hop of a chain, from either end', () => {
    expect(taskOf(relations, 1, 3).prompt).toMatchInlineSnapshot(
      `"Draw four shapes of about one size, none of which touch: a brown triangle, a grey circle, an orange square and a blue pentagon. The orange square is to the left of the brown triangle, at the same height. The orange square is straight below the blue pentagon. The brown triangle is straight above the grey circle."`,
    );
  });
});
