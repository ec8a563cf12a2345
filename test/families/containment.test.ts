import { describe, expect, it } from 'vitest';
import { containment } from '../../src/families/containment.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('containment', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(containment);
  });

  it('tells who is inside of whom', () => {
    expect(taskOf(containment, 1, 3).prompt).toMatchInlineSnapshot(
      `"Draw four shapes: a blue circle, a grey square, a red triangle and a purple circle. The blue circle is inside of the grey square. Beside the blue circle, and not touching it, the red triangle is inside of the grey square too. The purple circle is inside of the blue circle. Where a shape is inside of another one, it lies there entirely, and all of its own colour can be seen around what it holds."`,
    );
  });
});
