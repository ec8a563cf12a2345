import { describe, expect, test } from 'vitest';
import { realVerdict } from './real-verdict.ts';

const { raw } = String;
const FRAME = raw`\draw[black!10] (-4,-4) rectangle (4,4);`;
const CROSS = raw`\draw (-1,-1) -- (1,1); \draw (-1,1) -- (1,-1);`;
const crossings = (is: number, lines: string, after = '') =>
  realVerdict(raw`${FRAME}\part{lines}{${lines}}${after}`, {
    check: 'crossings',
    of: ['lines'],
    parameters: { is },
  });

describe('crossings are counted, however the lines are drawn', () => {
  test.each([
    ['one path', raw`\draw (-1,-1) -- (1,1) (-1,1) -- (1,-1);`, 1],
    ['drawn the other way', raw`\draw (1,1) -- (-1,-1); \draw (-1,1) -- (1,-1);`, 1],
    [
      'many pieces',
      raw`\foreach \t in {-1,-.6,...,1} {\draw (\t,\t) -- (\t+.4,\t+.4); \draw (\t,-\t) -- (\t+.4,-\t-.4);}`,
      1,
    ],
    ['thick', raw`\draw[line width=8pt] (-1,-1) -- (1,1); \draw[line width=8pt] (-1,1) -- (1,-1);`, 1],
    ['dashed and dotted', raw`\draw[dashed] (-1,-1) -- (1,1); \draw[dotted, thick] (-1,1) -- (1,-1);`, 1],
    ['see-through', raw`\draw[opacity=.3, red] (-1,-1) -- (1,1); \draw[opacity=.3] (-1,1) -- (1,-1);`, 1],
    ['double', raw`\draw[double] (-1,-1) -- (1,1); \draw[double] (-1,1) -- (1,-1);`, 1],
    [
      'a bridge with a white halo',
      raw`\draw (-1,-1) -- (1,1); \draw[white, line width=5pt] (-1,1) -- (1,-1); \draw (-1,1) -- (1,-1);`,
      1,
    ],
    [
      'a bridge by a double line',
      raw`\draw[thick] (-1,-1) -- (1,1); \draw[white, double=black, double distance=1pt, line width=3pt] (-1,1) -- (1,-1);`,
      1,
    ],
    ['arrows', raw`\draw[->, >=Stealth] (-1,-1) -- (1,1); \draw[<->, >=Latex] (-1,1) -- (1,-1);`, 1],
    ['arrows of a few mm', raw`\draw[->] (-.3,-.3) -- (.3,.3); \draw[->] (-.3,.3) -- (.3,-.3);`, 1],
    [
      'white lines on a black sign',
      raw`\fill (-2,-2) rectangle (2,2); \draw[white, thick] (-1,-1) -- (1,1); \draw[white, thick] (-1,1) -- (1,-1);`,
      1,
    ],
    ['a grey sheet beneath', raw`\fill[black!20] (-2,-2) rectangle (2,2); ${CROSS}`, 1],
    ['a turned scope', raw`\begin{scope}[rotate=33, xscale=2]${CROSS}\end{scope}`, 1],
    ['a group of transparency', raw`\begin{scope}[transparency group, opacity=.5]${CROSS}\end{scope}`, 1],
    [
      'clipped beyond the place',
      raw`\begin{scope}\clip (0,0) circle (1); \draw (-9,-9) -- (9,9); \draw (-9,9) -- (9,-9);\end{scope}`,
      1,
    ],
    [
      'words on the lines',
      raw`\draw (-1,-1) -- (1,1) node[above] {a}; \draw (-1,1) -- (1,-1) node[midway, right] {b};`,
      1,
    ],
    [
      'a hand’s curves',
      raw`\draw plot[smooth] coordinates {(-1,-1) (-.4,-.5) (.1,.05) (1,1)}; \draw (-1,1) to[out=-30, in=150] (1,-1);`,
      1,
    ],
    ['a grid', raw`\draw (0,0) grid (3,3);`, 4],
    [
      'a grid of single lines',
      raw`\foreach \x in {0,...,3} {\draw (\x,0) -- (\x,3); \draw (0,\x) -- (3,\x);}`,
      4,
    ],
    ['noughts and crosses', raw`\draw (1,0) -- (1,3) (2,0) -- (2,3) (0,1) -- (3,1) (0,2) -- (3,2);`, 4],
    [
      'a five-pointed star in one stroke',
      raw`\draw (90:2) -- (234:2) -- (18:2) -- (162:2) -- (306:2) -- cycle;`,
      5,
    ],
    ['the star, its strokes apart', raw`\foreach \a in {90,234,18,162,306} \draw (\a:2) -- (\a+144:2);`, 5],
    ['three rings', raw`\foreach \a in {90,210,330} \draw (\a:.8) circle (1);`, 6],
    [
      'Olympic rings',
      raw`\foreach \x/\y in {0/0,1.2/0,2.4/0,.6/-.5,1.8/-.5} \draw[thick] (\x-1.2,\y) circle (.5);`,
      8,
    ],
    [
      'an arc all round, a node and a plot',
      raw`\draw (0,0) arc (0:360:1); \node[circle, draw, minimum size=2cm] {}; \draw plot[domain=0:350, samples=36] ({cos(\x)-.5},{sin(\x)+1}) -- cycle;`,
      6,
    ],
    [
      'one ring in three ways is one',
      raw`\draw (1,0) arc (0:360:1); \node[circle, draw, minimum size=2cm] {}; \draw plot[domain=0:350, samples=36] (\x:1) -- cycle;`,
      0,
    ],
    [
      'a snake over a line',
      raw`\draw[decorate, decoration={snake, amplitude=2mm, segment length=8mm}] (-2,0) -- (2,0); \draw (-2,2) -- (0,-2);`,
      1,
    ],
    [
      'a spiral and a ray',
      raw`\draw plot[domain=0:1080, samples=200] (\x:{.3+\x/600}); \draw (0,0) -- (50:3);`,
      3,
    ],
    [
      'a figure of eight',
      raw`\draw plot[smooth cycle, domain=0:355, samples=72] ({2*sin(\x)},{sin(2*\x)});`,
      1,
    ],
    [
      'the figure in two halves',
      raw`\draw plot[domain=-90:90, samples=40] ({2*sin(\x)},{sin(2*\x)}); \draw plot[domain=90:270, samples=40] ({2*sin(\x)},{sin(2*\x)});`,
      1,
    ],
    [
      'a matching of nodes',
      raw`\foreach \y in {0,1,2} {\node[draw, circle] (l\y) at (-2,\y) {\y}; \node[draw, circle] (r\y) at (2,\y) {\y};} \draw (l0) -- (r2) (l1) -- (r1) (l2) -- (r0);`,
      3,
    ],
    [
      'rails and sleepers',
      raw`\draw (-2,.3) -- (2,.3); \draw (-2,-.3) -- (2,-.3); \foreach \x in {-1.5,-.5,.5,1.5} \draw (\x,-.6) -- (\x,.6);`,
      8,
    ],
    [
      'rounded corners',
      raw`\draw[rounded corners] (-2,0) -- (0,0) -- (0,2) -- (2,2); \draw (-2,2) -- (2,-2);`,
      1,
    ],
  ])('%s', async (_, lines, count) => {
    expect(await crossings(count, lines)).toBe(true);
  });

  test.each([0.02, 0.1, 9])('at %d times the size', async (scale) => {
    const star = raw`\draw (90:2) -- (234:2) -- (18:2) -- (162:2) -- (306:2) -- cycle;`;
    const body = raw`\begin{scope}[scale=${scale}, line width=.1pt]${FRAME}\part{lines}{${star}}\end{scope}`;
    expect(await realVerdict(body, { check: 'crossings', of: ['lines'], parameters: { is: 5 } })).toBe(true);
  });
});

describe('what nobody sees cross is no crossing', () => {
  test.each([
    ['a white line', raw`\draw (-1,-1) -- (1,1); \draw[white] (-1,1) -- (1,-1);`],
    ['a transparent line', raw`\draw (-1,-1) -- (1,1); \draw[opacity=0] (-1,1) -- (1,-1);`],
    ['a line of 1 % ink', raw`\draw (-1,-1) -- (1,1); \draw[opacity=.01] (-1,1) -- (1,-1);`],
    [
      'a line that a sheet hides',
      raw`\draw (-1,1) -- (1,-1); \fill[yellow] (-1.5,-1.5) rectangle (1.5,1.5); \draw (-1,-1) -- (1,1);`,
    ],
    ['a place that is clipped away', raw`\begin{scope}\clip (.5,-2) rectangle (2,2); ${CROSS}\end{scope}`],
    ['a place outside of a round window', raw`\begin{scope}\clip (0,2) circle (1.9); ${CROSS}\end{scope}`],
    [
      'one line clipped before it comes there',
      raw`\draw (-1,-1) -- (1,1); \begin{scope}\clip (.3,-2) rectangle (2,2); \draw (-1,1) -- (1,-1);\end{scope}`,
    ],
    [
      'lines off the page',
      raw`\draw (-1,-1) -- (1,1); \pgfinterruptboundingbox\draw (9,9) -- (11,11) (9,11) -- (11,9);\endpgfinterruptboundingbox`,
    ],
    ['one line twice', raw`\draw (-1,-1) -- (1,1); \draw[red] (1,1) -- (-1,-1);`],
  ])('%s', async (_, lines) => {
    expect(await crossings(0, lines)).toBe(true);
  });

  test.each([
    ['again', raw`${CROSS} ${CROSS}`],
    ['again, backwards', raw`${CROSS} \draw (1,1) -- (-1,-1); \draw (1,-1) -- (-1,1);`],
    ['again, in halves', raw`${CROSS} \draw (-1,-1) -- (0,0) -- (1,1);`],
    ['again, a longer one', raw`${CROSS} \draw (-2,-2) -- (2,2);`],
    ['again as a hair beside', raw`${CROSS} \draw (-1,-.98) -- (.98,1);`],
  ])('a cross that is drawn %s is one', async (_, lines) => {
    expect(await crossings(1, lines)).toBe(true);
  });

  test.each([
    ['the word', raw`\node {crossing};`],
    ['crosses of letters', raw`\node {X X};`],
    ['an empty part', ''],
  ])('%s has no lines', async (_, lines) => {
    expect(await crossings(0, lines)).not.toBe(true);
  });
});
