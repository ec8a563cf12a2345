import { describe, expect, it } from 'vitest';
import { copiesOf } from '../../src/families/symmetry/pieces.ts';
import { symmetry } from '../../src/families/symmetry.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('symmetry', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(symmetry);
  });

  it('tells a task in plain sentences', () => {
    expect(taskOf(symmetry, 1, 2).prompt).toMatchInlineSnapshot(
      `"A pattern of small shapes lies on a grid of square cells, all of one size. The grid itself is not drawn. The axis is a straight upright black line. This is the half on the left of the axis, with columns counted from the axis to the left and rows counted from the bottom up; the first column borders on the axis: a purple circle in column one and in row two; a brown circle in column two and in row four; a brown triangle in column three and in row two. Each shape lies in the middle of its cell and is 0.7 of a cell wide; triangles have equal sides, one of them level and at the bottom. Draw the whole pattern, which is mirror-symmetric with respect to the axis, colours included, together with the axis, which is longer than the pattern. What lies on an axis is drawn only once there, and triangles are mirrored too. Fill all shapes, and draw nothing else."`,
    );
  });

  it('mirrors a piece into each quarter, turned over below, and only once where it lies on an axis', () => {
    const triangle = { shape: 'triangle', colour: 'red', column: 2, row: 1 } as const;
    const places = copiesOf(triangle, 'both').map((copy) => [copy.x, copy.y, copy.isUpsideDown]);
    expect(places).toEqual([
      [-1.5, 0.5, false],
      [-1.5, -0.5, true],
      [1.5, 0.5, false],
      [1.5, -0.5, true],
    ]);
    expect(copiesOf({ ...triangle, column: 0 }, 'upright').map(({ x, y }) => ({ x, y }))).toEqual([
      { x: 0, y: 0.5 },
    ]);
  });
});
