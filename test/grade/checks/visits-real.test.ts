import { describe, expect, test } from 'vitest';
import { examine } from '../../helpers/ink.ts';
import { makePicture } from '../../helpers/make-pdf.ts';
import { readDrawn } from '../../scene/read-drawn.ts';

const { raw } = String;
const NAMES = ['line', 'a', 'b', 'c', 'd'];
const SUBJECTS = Object.fromEntries(NAMES.map((name) => [name, { label: name }]));

/** Four nodes, a and b above, d and c below; whether the line visits them round in this order, and so directed. */
async function visitsOf(line: string, shape = 'circle'): Promise<readonly boolean[]> {
  const places = ['a/0/2', 'b/3/2', 'c/3/0', 'd/0/0'].map((place) => place.split('/'));
  const nodes = places
    .map(([n, x, y]) => raw`\part{${n}}{\node[draw, ${shape}] (${n}) at (${x},${y}) {${n}};}`)
    .join('');
  const drawn = await readDrawn(await makePicture(raw`${nodes}\part{line}{${line}}`), SUBJECTS);
  return [false, true].map((directed) => examine(drawn, 'visits', NAMES, { directed }).met);
}

describe('lines that visit things in real TikZ', () => {
  test.each([
    ['through the nodes', raw`\draw (0,2) -- (3,2) -- (3,0) -- (0,0);`, [true, false]],
    ['an arrow', raw`\draw[->] (0,2) -- (3,2) -- (3,0) -- (0,0);`, [true, true]],
    ['an arrow the other way', raw`\draw[<-] (0,2) -- (3,2) -- (3,0) -- (0,0);`, [true, false]],
    ['from node to node', raw`\draw (a) -- (b) -- (c) -- (d);`, [true, false]],
    [
      'arrows from node to node',
      raw`\draw[->] (a) -- (b); \draw[->] (b) -- (c); \draw[->] (c) -- (d);`,
      [true, true],
    ],
    [
      'edges, drawn in any order',
      raw`\draw (c) edge (d) (a) edge[bend left] (b) (b) edge (c);`,
      [true, false],
    ],
    [
      'one arrow against the others',
      raw`\draw[->] (a)--(b); \draw[<-] (b)--(c); \draw[->] (c)--(d);`,
      [true, false],
    ],
    ['a round', raw`\draw (3,0) -- (0,0) -- (0,2) -- (3,2) -- cycle;`, [true, false]],
    ['a round of edges', raw`\draw (a) edge (b) (b) edge (c) (c) edge (d) (d) edge (a);`, [true, false]],
    ['a smooth curve', raw`\draw plot[smooth] coordinates {(-1,3) (0,2) (3,2) (3,0) (0,0)};`, [true, false]],
    [
      'pieces',
      raw`\foreach \x in {0,...,9} \draw ({0.3*\x},2) -- ({0.3*\x+0.3},2); \draw (3,2) |- (0,0);`,
      [true, false],
    ],
    ['another order', raw`\draw[->] (0,2) -- (3,0) -- (3,2) -- (0,0);`, [false, false]],
    ['one left out', raw`\draw[->] (0,2) -- (3,2) -- (0,0);`, [false, false]],
    ['an edge missing', raw`\draw (a) -- (b); \draw (c) -- (d);`, [false, false]],
    ['a line beside them', raw`\draw[->] (0,2.6) -- (3.6,2.6) -- (3.6,-0.6) -- (0,-0.6);`, [false, false]],
  ])('%s', async (_, line, met) => {
    expect(await visitsOf(line)).toEqual(met);
  });

  test('fields of a grid in the order in which the line crosses them', async () => {
    const fields = raw`minimum size=2cm, minimum width=3cm`;
    const there = raw`\draw[->] (0,2) -- (3,2) -- (3,0) -- (0,0);`;
    const back = raw`\draw[->] (0,0) -- (3,0) -- (3,2) -- (0,2);`;
    expect([await visitsOf(there, fields), await visitsOf(back, fields)]).toEqual([
      [true, true],
      [true, false],
    ]);
  });
});
