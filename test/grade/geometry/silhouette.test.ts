import { expect, it } from 'vitest';
import { silhouette } from '../../../src/grade/geometry/silhouette.ts';

const asMask = (rows: readonly string[]) => ({
  widthPx: rows[0]!.length,
  heightPx: rows.length,
  pixels: Uint8Array.from(rows.join(''), (letter) => (letter === '#' ? 1 : 0)),
});

it('an outline that is joined by corners only is filled', () => {
  expect(silhouette(asMask(['..#..', '.#.#.', '#...#', '.#.#.', '..#..']))).toEqual(
    asMask(['..#..', '.###.', '#####', '.###.', '..#..']),
  );
});

it('an open outline and a bay at the border are not filled', () => {
  const open = asMask(['#####', '#...#', '#....', '#...#', '#####']);
  const bay = asMask(['#.#', '#.#', '###']);
  expect([silhouette(open), silhouette(bay)]).toEqual([open, bay]);
});
