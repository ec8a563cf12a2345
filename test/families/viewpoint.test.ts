import { describe, expect, it } from 'vitest';
import { chooseView } from '../../src/families/viewpoint/views.ts';
import { viewpoint } from '../../src/families/viewpoint.ts';
import { expectSoundTasks, taskOf } from './written-facts.ts';

describe('viewpoint', () => {
  it('makes the same tasks of a seed again, others of another, harder ones by level, each criterion broken once', () => {
    expectSoundTasks(viewpoint);
  });

  it('tells what I see and where the friend sits', () => {
    expect(taskOf(viewpoint, 1, 3).prompt).toMatchInlineSnapshot(
      `"I sit at one long side of a table. In the row next to me stand, from left to right as I see them, the purple hexagon and the red square. In a second row beyond it stand the blue triangle straight behind the purple hexagon and the grey circle straight behind the red square. Draw the table top as seen from straight above, with my side of the table at the bottom of the picture. Draw each thing as a flat shape of the kind and colour that is named, all of about one size and none touching another, and nothing else."`,
    );
  });

  it('turns the table for whoever sits at an end of it', () => {
    const [nearAtTheLeft, farAtTheRight] = [
      { column: 0, depth: 0 },
      { column: 2, depth: 1 },
    ];
    const ends = [() => 0, () => 0.99].map((random) => chooseView(random, 4));
    const places = ends.map(({ title, see }) => [title, see(nearAtTheLeft).x < see(farAtTheRight).x]);
    expect(places).toEqual([
      ['from its right end', true],
      ['from its left end', false],
    ]);
  });
});
