import { describe, expect, test } from 'vitest';
import { examine, verdictOf } from '../../helpers/ink.ts';
import { makePicture } from '../../helpers/make-pdf.ts';
import { readDrawn } from '../../scene/read-drawn.ts';

const { raw } = String;

/** How many crossings the lines of the part have; `after` is painted over them. */
async function crossingsOf(lines: string, after = ''): Promise<number | string> {
  const pdf = await makePicture(raw`\draw[black!10] (-4,-4) rectangle (4,4); \part{lines}{${lines}}${after}`);
  const drawn = await readDrawn(pdf, { lines: { label: 'lines' } });
  const counts = Array.from({ length: 12 }, (_, is) => is);
  return (
    counts.find((is) => examine(drawn, 'crossings', ['lines'], { is }).met) ??
    examine(drawn, 'crossings', ['lines'], { is: 0 }).reason
  );
}

const STAR = '{90,162,234,306,18}';

describe('crossings in real TikZ', () => {
  test.each([
    ['two lines', raw`\draw (-1,-1) -- (1,1); \draw (-1,1) -- (1,-1);`, 1],
    ['a line of two pieces', raw`\draw (-1,-1) -- (0,0); \draw (0,0) -- (1,1); \draw (-1,1) -- (1,-1);`, 1],
    ['three in one place, one path', raw`\draw (-1,-1) -- (1,1) (-1,1) -- (1,-1) (0,-2) -- (0,2);`, 3],
    ['an arc and its chord', raw`\draw (-1,0) to[bend left=60] (1,0); \draw (-1,0.4) -- (1,0.4);`, 2],
    ['a T', raw`\draw (-1,0) -- (1,0); \draw (0,0) -- (0,2);`, 0],
    ['a tangent', raw`\draw (0,0) circle (1); \draw (-2,1) -- (2,1);`, 0],
    ['circles', raw`\draw (0,0) circle (1); \draw (1,0) circle (1); \draw (0.5,1) circle (1);`, 6],
    ['circles that touch from inside', raw`\draw (0,0) circle (2); \draw (1,0) circle (1);`, 0],
    ['a loop', raw`\draw (0,0) .. controls (3,2) and (-1,2) .. (2,0);`, 1],
    [
      'a complete graph in one stroke',
      raw`\draw (90:2)--(162:2)--(234:2)--(306:2)--(18:2)--(90:2)--(234:2)--(18:2)--(162:2)--(306:2)--cycle;`,
      5,
    ],
    [
      'the same, line by line',
      raw`\foreach \a in ${STAR} {\draw (\a:2)--(\a+72:2); \draw (\a:2)--(\a+144:2);}`,
      5,
    ],
    [
      'the same with nodes and arrows',
      raw`\foreach \a in ${STAR} \node[draw, circle] (n\a) at (\a:2) {};
        \draw[->] (n90) -- (n234); \draw[<->] (n90) edge (n306); \draw[-latex] (n162) -- (n18);
        \draw[->, dashed] (n162) -- (n306); \draw[double] (n18) -- (n234);`,
      5,
    ],
    [
      'a curve of 36 lines',
      raw`\foreach \x in {0,10,...,350} \draw ({\x/100-1.8},{sin(\x)}) -- ({(\x+10)/100-1.8},{sin(\x+10)});
        \draw (-2,0.5) -- (2.3,0.5);`,
      2,
    ],
    ['a wave', raw`\draw (-2,0) sin (-1,1) cos (0,0) sin (1,-1); \draw (-2,1) -- (2,-1);`, 2],
    ['an arc drawn over itself', raw`\draw (0,0) arc (0:180:1); \draw (0,0) arc (0:90:1);`, 0],
    ['very large units', raw`\begin{scope}[scale=9] \draw (-1,-1) -- (1,1) (-1,1) -- (1,-1); \end{scope}`, 1],
    ['a filled ring is no line', raw`\draw[fill=red] (0,0) circle (1); \draw (-2,0) -- (2,0);`, 0],
  ])('%s', async (_, lines, count) => {
    expect(await crossingsOf(lines)).toBe(count);
  });

  test('a node over the place hides it', async () => {
    const lines = raw`\draw (-1,-1) -- (1,1); \draw (-1,1) -- (1,-1);`;
    expect(await crossingsOf(lines, raw`\fill[red] (0,0) circle (0.2);`)).toBe(0);
  });

  test('nothing drawn, or no line, is not a drawing without crossings', async () => {
    const drawn = await readDrawn(await makePicture(raw`\part{dot}{\fill (0,0) circle (1);}`), {
      dot: { label: 'dot' },
      lines: { label: 'lines' },
    });
    const ask = (name: string) => verdictOf(examine(drawn, 'crossings', [name], { is: 0 }));
    expect([ask('dot'), ask('lines')]).toEqual([
      { met: false, margin: null, reason: 'dot has no line' },
      {
        met: false,
        margin: null,
        reason: 'lines: no part has the label "lines"; the drawing has "dot"',
      },
    ]);
  });
});
