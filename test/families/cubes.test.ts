import { describe, expect, it } from 'vitest';
import { squaresOf } from '../../src/families/cubes/above.ts';
import { fromAbove } from '../../src/families/cubes/from-above.ts';
import { takeAll } from '../../src/families/cubes/stacks.ts';
import { SIDES } from '../../src/families/cubes/views.ts';
import { cubes } from '../../src/families/cubes.ts';
import { seededRandom } from '../../src/util/random.ts';
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

  it('sees each stack from above, in the colour of its height, turned towards who looks', () => {
    const stacks = [
      [1, 2],
      [2, 1],
      [1, 1],
    ];
    const seen = (from: 'front' | 'back' | 'left' | 'right') =>
      squaresOf({ from, stacks, colours: ['red', 'blue'] })
        .slice(0, 3)
        .map(({ letter, colour, at }) => `${letter} ${colour} ${at.x + 0} ${at.y + 0}`);
    expect(seen('front')).toEqual(['A red 0 0', 'B blue 1 0', 'C blue 0 -1']);
    expect(seen('back')).toEqual(['A red 0 0', 'B blue -1 0', 'C blue 0 1']);
    expect(seen('left')).toEqual(['A red 0 0', 'B blue 0 1', 'C blue 1 0']);
    expect(seen('right')).toEqual(['A red 0 0', 'B blue 0 -1', 'C blue -1 0']);
  });

  it('tells the view from above by letters and colours', () => {
    expect(fromAbove(seededRandom(2), 4)?.prompt).toMatchInlineSnapshot(
      `"Cubes of one size stand in stacks on a table, in two rows of three stacks, without gaps. You sit in front of the table. The numbers of cubes, each row from left to right as you see it, are: the back row 3, 2, 2; the front row 3, 4, 3. Take the top cube of the third stack from the left in the back row and put it on top of the second stack from the left in the back row. Take the top cube of the third stack from the left in the front row and put it on top of the first stack from the left in the back row. The stacks are lettered in the same order: the back row A, B and C; the front row D, E and F. Now draw only what is seen from straight above: each stack is one filled square, in a colour that says of how many cubes it is: brown for one, orange for two, green for three and grey for four. Think of somebody who sits opposite of you, behind the table, and looks towards you: what is farthest from that person is at the top of this view, and what is on that person's left is at its left. Its squares are of one size too and lie side by side without gaps; the letters are not drawn. Draw nothing else."`,
    );
  });

  it('draws the views from the front, a side and above together', () => {
    const task = fromAbove(seededRandom(2), 5);
    expect(task?.title).toBe('Cubes from the front, the side and above');
    expect(task?.checks.map(({ id }) => id)).toEqual(
      expect.arrayContaining([
        'front-on-one-ground',
        'views-apart',
        'view-from-above-apart',
        'stack-f-height',
      ]),
    );
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
