import { describe, expect, test } from 'vitest';
import { realVerdict } from './real-verdict.ts';

const { raw } = String;
const FRAME = raw`\draw[black!10] (-4,-4) rectangle (4,4);`;
const DISC = raw`\fill[red] (0,0) circle (1);`;
const LINE = raw`\draw (-3,1) -- (3,1);`;
const part = (label: string, body: string) => raw`\part{${label}}{${body}}`;
const scene = (one: string, other: string) => FRAME + part('one', one) + part('other', other);
const isTangent = (body: string) => realVerdict(body, { check: 'tangent', of: ['one', 'other'] });
const curves = raw`(1,0) .. controls (1,.5523) and (.5523,1) .. (0,1) .. controls (-.5523,1) and (-1,.5523) .. (-1,0)
  .. controls (-1,-.5523) and (-.5523,-1) .. (0,-1) .. controls (.5523,-1) and (1,-.5523) .. cycle`;

describe('a circle and a line that touch are tangent, however they are drawn', () => {
  test.each([
    ['fill and stroke apart', raw`\fill[red] (0,0) circle (1); \draw (0,0) circle (1);`, LINE],
    ['fill and stroke at once', raw`\filldraw[fill=red, thick] (0,0) circle (1);`, LINE],
    ['four curves', raw`\draw[fill=red] ${curves};`, LINE],
    ['a plot', raw`\draw plot[domain=0:360, samples=73] ({cos(\x)},{sin(\x)}) -- cycle;`, LINE],
    ['a plot that is not closed', raw`\draw plot[domain=0:360, samples=60] (\x:1);`, LINE],
    ['a smooth plot', raw`\draw plot[smooth cycle, domain=0:330, samples=12] (\x:1);`, LINE],
    ['36 lines', raw`\foreach \a in {0,10,...,350} \draw (\a:1) -- (\a+10:1);`, LINE],
    ['36 lines, unrolled backwards', raw`\foreach \a in {350,340,...,0} \draw (\a+10:1) -- (\a:1);`, LINE],
    ['two half circles', raw`\draw (1,0) arc (0:180:1); \draw (-1,0) arc (180:360:1);`, LINE],
    ['a double line', raw`\draw[double, thick] (0,0) circle (.97);`, LINE],
    ['a ball', raw`\shade[ball color=red] (0,0) circle (1);`, LINE],
    ['a shaded disc with a rim', raw`\shadedraw[left color=red, right color=blue] (0,0) circle (1);`, LINE],
    ['a shading without a rim', raw`\shade[inner color=white, outer color=red] (0,0) circle (1);`, LINE],
    ['a pattern', raw`\draw[pattern=north east lines] (0,0) circle (1);`, LINE],
    ['a pattern without a rim', raw`\fill[pattern=dots] (0,0) circle (1);`, LINE],
    [
      'a disc cut out of a sheet',
      raw`\begin{scope}\clip (0,0) circle (1); \fill[red] (-2,-2) rectangle (2,2);\end{scope}`,
      LINE,
    ],
    ['see-through', raw`\fill[red, opacity=.4] (0,0) circle (1);`, raw`\draw[opacity=.5] (-3,1) -- (3,1);`],
    [
      'a group of transparency',
      raw`\begin{scope}[transparency group, opacity=.5]\fill[red] (0,0) circle (1);\end{scope}`,
      LINE,
    ],
    [
      'a turned and scaled scope',
      raw`\begin{scope}[rotate=37, scale=.5]\draw (0,0) circle (2);\end{scope}`,
      raw`\begin{scope}[rotate=90]\draw (1,-3) -- (1,3);\end{scope}`,
    ],
    [
      'a stretched scope',
      raw`\begin{scope}[xscale=2, yscale=.5]\draw (0,0) ellipse (.5 and 2);\end{scope}`,
      LINE,
    ],
    [
      'a wheel with spokes and a hub',
      raw`\draw[thick] (0,0) circle (1); \foreach \a in {0,45,...,315} \draw (0,0) -- (\a:1); \fill (0,0) circle (.1);`,
      LINE,
    ],
    [
      'a ball with seams',
      raw`\fill[orange] (0,0) circle (1); \draw (-1,0) -- (1,0) (0,-1) -- (0,1); \draw (-.7,.7) to[bend left] (-.7,-.7);`,
      LINE,
    ],
    [
      'a tyre and a rim',
      raw`\fill (0,0) circle (1); \fill[white] (0,0) circle (.7); \draw[gray] (0,0) circle (.5);`,
      LINE,
    ],
    ['a ring of even and odd', raw`\fill[even odd rule] (0,0) circle (1) (0,0) circle (.7);`, LINE],
    ['a shadow beside it', raw`\fill[black!20] (.1,-.1) circle (1); \fill[red] (0,0) circle (1);`, LINE],
    ['a letter on it', raw`\node[circle, draw, minimum size=2cm] {A};`, LINE],
    ['dashed', raw`\draw[dashed] (0,0) circle (1);`, raw`\draw[dotted] (-3,1) -- (3,1);`],
    ['a line with two arrow tips', DISC, raw`\draw[<->, >=Stealth] (-3,1) -- (3,1);`],
    ['a line in pieces', DISC, raw`\foreach \x in {-3,...,2} \draw (\x,1) -- (\x+1,1);`],
    [
      'a ground with hatching',
      DISC,
      raw`\draw[thick] (-3,1) -- (3,1); \foreach \x in {-3,-2.5,...,3} \draw (\x,1) -- (\x+.3,1.3);`,
    ],
    ['a ground that is filled', DISC, raw`\fill[green!50!black] (-4,1) rectangle (4,3);`],
    ['a thin bar', DISC, raw`\fill (-3,1) rectangle (3,1.03);`],
    ['a curve for a line', DISC, raw`\draw (-3,1) .. controls (-1,1) and (1,1) .. (3,1);`],
    [
      'a tangent that is computed',
      DISC,
      raw`\coordinate (p) at (60:1); \draw ($(p)!2!90:(0,0)$) -- ($(p)!2!-90:(0,0)$);`,
    ],
    [
      'a line that is cut off by a frame',
      DISC,
      raw`\begin{scope}\clip (-2,-2) rectangle (2,2); \draw (-9,1) -- (9,1);\end{scope}`,
    ],
    ['a line with a white halo', DISC, raw`\draw[preaction={draw=white, line width=3pt}] (-3,1) -- (3,1);`],
  ])('%s', async (_, one, other) => {
    expect(await isTangent(scene(one, other))).toBe(true);
    expect(await isTangent(FRAME + part('other', other) + part('one', one))).toBe(true);
  });

  test.each([
    ['a thumbnail', 0.08, DISC],
    ['a poster', 9, DISC],
  ])('%s', async (_, scale, one) => {
    const all = raw`\begin{scope}[scale=${scale}]${FRAME}${part('one', one)}${part('other', LINE)}\end{scope}`;
    expect(await isTangent(all)).toBe(true);
  });

  test('in tiny units', async () => {
    const body = scene(raw`\draw (0,0) circle[radius=10];`, raw`\draw (-30,10) -- (30,10);`);
    expect(
      await isTangent(
        raw`\begin{scope}[x=.1mm, y=.1mm]${body.replace('(-4,-4) rectangle (4,4)', '(-40,-40) rectangle (40,40)')}\end{scope}`,
      ),
    ).toBe(true);
  });
});

describe('what only claims to touch is no tangent', () => {
  const AWAY = raw`\draw (-3,2) -- (3,2);`;
  test.each([
    [
      'a line that a sheet hides',
      DISC,
      raw`${AWAY} \draw (-3,1) -- (3,1); `,
      raw`\fill[blue!10] (-3.5,.5) rectangle (3.5,1.5);`,
    ],
    ['a white line beside a black one', DISC, raw`${AWAY} \draw[white] (-3.5,1) -- (3.5,1);`],
    ['a transparent line', DISC, raw`${AWAY} \draw[opacity=0] (-3.5,1) -- (3.5,1);`],
    [
      'a line that is clipped away',
      DISC,
      raw`${AWAY} \begin{scope}\clip (-3.5,1.5) rectangle (3.5,3); \draw (-3.5,1) -- (3.5,1);\end{scope}`,
    ],
    [
      'a contact that is clipped away',
      DISC,
      raw`\begin{scope}\clip (1.5,0) rectangle (3,3); \draw (-3,1) -- (3,1);\end{scope}`,
    ],
    [
      'a circle that is clipped at the contact',
      raw`\begin{scope}\clip (-1,-1) rectangle (1,.5); \draw (0,0) circle (1);\end{scope}`,
      LINE,
    ],
    [
      'a white disc around a small one',
      raw`\fill[white] (0,0) circle (1); \fill[red] (0,0) circle (.5);`,
      LINE,
    ],
    [
      'a line off the page',
      DISC,
      raw`${AWAY}\pgfinterruptboundingbox\draw (-9,9) -- (9,9);\endpgfinterruptboundingbox`,
    ],
    ['the words', raw`\node {circle};`, raw`\node at (0,1) {tangent};`],
    ['a label on an empty part', DISC, ''],
    ['the circle in both parts', raw`\draw (0,0) circle (1);`, raw`\draw (0,0) circle (1);`],
  ])('%s', async (_, one, other, after = '') => {
    expect(await isTangent(scene(one, other) + after)).not.toBe(true);
  });
});
