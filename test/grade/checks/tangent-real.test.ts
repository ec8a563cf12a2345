import { describe, expect, test } from 'vitest';
import { examine } from '../../helpers/ink.ts';
import { makePicture } from '../../helpers/make-pdf.ts';
import { readDrawn } from '../../scene/read-drawn.ts';

const { raw } = String;

/** A frame of 8 by 8 units makes D 11.3 in every drawing. */
async function areTangent(one: string, other: string): Promise<boolean> {
  const pdf = await makePicture(raw`\draw[black!10] (-4,-4) rectangle (4,4);
    \part{one}{${one}}\part{other}{${other}}`);
  const drawn = await readDrawn(pdf, { one: { label: 'one' }, other: { label: 'other' } });
  const ways = [
    ['one', 'other'],
    ['other', 'one'],
  ].map((of) => examine(drawn, 'tangent', of).met);
  expect(ways[1], 'the order means nothing').toBe(ways[0]);
  return ways[0] === true;
}

describe('tangent outlines in real TikZ', () => {
  test.each([
    ['a line over a circle', raw`\draw (0,0) circle (1);`, raw`\draw (-3,1) -- (3,1);`],
    ['a line that ends at the contact', raw`\draw (0,0) circle (1);`, raw`\draw (0,1) -- (3,1);`],
    ['a short line', raw`\draw (0,0) circle (1);`, raw`\draw (0.3,1) -- (-0.3,1);`],
    ['an arrow', raw`\draw (0,0) circle (1);`, raw`\draw[->] (-3,1) -- (3,1);`],
    ['from a point outside', raw`\draw (0,0) circle (1);`, raw`\draw (-2,0) -- (-0.5,0.866);`],
    ['circles from outside', raw`\draw (0,0) circle (1);`, raw`\draw (2,0) circle (1);`],
    ['filled circles', raw`\fill (0,0) circle (1);`, raw`\fill[red] (2,0) circle (1);`],
    ['circles from inside', raw`\draw (0,0) circle (2);`, raw`\draw (1,0) circle (1);`],
    ['a node', raw`\node[circle, draw, minimum size=2cm] (n) {};`, raw`\draw (n.north) -- ++(3,0);`],
    ['an ellipse', raw`\draw (0,0) ellipse (2 and 0.5);`, raw`\draw (2,-3) -- (2,3);`],
    ['a turned ellipse', raw`\draw[rotate=90] (0,0) ellipse (2 and 1);`, raw`\draw (-3,2) -- (3,2);`],
    ['a parabola', raw`\draw plot[domain=-2:2] (\x,{\x*\x/2});`, raw`\draw (0,-0.5) -- (2,1.5);`],
    ['an inscribed circle', raw`\draw (0,0) circle (1);`, raw`\draw (-1,-1) rectangle (1,1);`],
    ['a thick ring', raw`\draw[line width=6pt] (0,0) circle (1);`, raw`\draw (-3,1.12) -- (3,1.12);`],
    ['a dot', raw`\draw (0,0) circle (0.1);`, raw`\draw (-3,0.1) -- (3,0.1);`],
    [
      'a circle of four arcs',
      raw`\foreach \a in {0,90,180,270} \draw (\a:1) arc[start angle=\a, delta angle=90, radius=1];`,
      raw`\draw (-3,-1) -- (3,-1);`,
    ],
  ])('%s', async (_, one, other) => {
    expect(await areTangent(one, other)).toBe(true);
  });

  test.each([
    ['a chord', raw`\draw (0,0) circle (1);`, raw`\draw (-3,0.9) -- (3,0.9);`],
    ['a line that stays away', raw`\draw (0,0) circle (1);`, raw`\draw (-3,1.1) -- (3,1.1);`],
    ['a radius from outside', raw`\draw (0,0) circle (1);`, raw`\draw (0,2) -- (0,1);`],
    ['a diameter', raw`\draw (0,0) circle (1);`, raw`\draw (-1,0) -- (1,0);`],
    ['the same circle twice', raw`\draw (0,0) circle (2);`, raw`\draw[red] (0,0) circle (2);`],
    ['circles that cross', raw`\draw (0,0) circle (2);`, raw`\draw (0.3,0) circle (1.9);`],
    ['a circle within, off', raw`\draw (0,0) circle (2);`, raw`\draw (0.5,0) circle (1);`],
    ['a corner', raw`\draw (0,0) circle (1);`, raw`\draw (1,0) -- (2,1) -- (2,-1) -- cycle;`],
    ['a secant of a parabola', raw`\draw plot[domain=-2:2] (\x,{\x*\x/2});`, raw`\draw (0,-0.3) -- (2,1.5);`],
  ])('not %s', async (_, one, other) => {
    expect(await areTangent(one, other)).toBe(false);
  });
});
