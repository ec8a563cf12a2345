import { describe, expect, it } from 'vitest';
import { takeAll } from '../../src/families/cubes/stacks.ts';
import { SIDES } from '../../src/families/cubes/views.ts';
import { cubes } from '../../src/families/cubes.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('cubes', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(cubes);
  });

  it('tells a task in plain sentences', () => {
    expect(taskOf(cubes, 1, 2).prompt).toMatchInlineSnapshot(
      `"Cubes of one size stand in stacks on a table, in three rows of three stacks, without gaps. You sit in front of the table. The numbers of cubes, each row from left to right as you see it, are: the back row 2, 1, 2; the middle row 3, 3, 1; the front row 2, 3, 2. Now draw only what is seen by somebody who sits opposite of you, behind the table, and looks towards you: each visible face of a cube is one filled square. The columns of squares in this view, from left to right as that person sees them, are blue, orange and green. A view shows each column of squares as high as the highest stack that stands there along your line of sight. All squares are of one size. They stand on one another and side by side without gaps, on one level ground. Draw nothing else."`,
    );
  });

  it('sees the highest stack of each line of sight, from all four sides', () => {
    const stacks = [
      [1, 4, 2],
      [3, 1, 1],
    ];
    expect(SIDES.front.see(stacks)).toEqual([3, 4, 2]);
    expect(SIDES.back.see(stacks)).toEqual([2, 4, 3]);
    expect(SIDES.left.see(stacks)).toEqual([4, 3]);
    expect(SIDES.right.see(stacks)).toEqual([3, 4]);
  });

  it('moves top cubes', () => {
    const take = { from: { row: 0, column: 1 }, to: { row: 1, column: 0 } };
    expect(
      takeAll(
        [
          [1, 4],
          [3, 1],
        ],
        [take],
      ),
    ).toEqual([
      [1, 3],
      [4, 1],
    ]);
  });
});
