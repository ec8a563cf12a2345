import { describe, expect, it } from 'vitest';
import { occlusion } from '../../src/families/occlusion.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('occlusion', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(occlusion);
  });

  it('tells who covers whom', () => {
    expect(taskOf(occlusion, 1, 3).prompt).toMatchInlineSnapshot(
      `"Draw four shapes: a yellow hexagon, a red square, a blue circle and a brown pentagon. The blue circle lies partly under the red square. The blue circle lies partly under the brown pentagon. The brown pentagon covers a part of the yellow hexagon. All shapes are filled with solid colours, and a part of each can be seen."`,
    );
  });

  it('makes a ring at the last level: each bar lies over another one and under another one', () => {
    const { checks } = taskOf(occlusion, 1, 5);
    const [upper, lower] = [checks.map(({ of }) => of?.[0]), checks.map(({ of }) => of?.[1])];
    expect(checks).toHaveLength(4);
    expect([...upper].sort()).toEqual([...lower].sort());
  });
});
