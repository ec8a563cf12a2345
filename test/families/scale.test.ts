import { describe, expect, it } from 'vitest';
import { scale } from '../../src/families/scale.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('scale', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(scale);
  });

  it('tells sizes by comparison', () => {
    expect(taskOf(scale, 1, 3).prompt).toMatchInlineSnapshot(
      `"Draw three rectangles side by side that don't touch: a grey rectangle, a brown rectangle and an orange rectangle. The brown rectangle is one and a half times as tall as the grey rectangle. The orange rectangle is two and a half times as tall as the brown rectangle. Their lower edges lie on one level line. Fill them with their colours, without outlines."`,
    );
  });
});
