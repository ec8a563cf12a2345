import { describe, expect, test } from 'vitest';
import { realVerdict } from './real-verdict.ts';

const { raw } = String;
const STOPS = ['a', 'b', 'c', 'd'];
const PLACES = { a: '(0,2)', b: '(3,2)', c: '(3,0)', d: '(0,0)' } as const;
const part = (label: string, body: string) => raw`\part{${label}}{${body}}`;
const NODES = Object.entries(PLACES)
  .map(([name, at]) => part(name, raw`\node[draw, circle, fill=yellow] (${name}) at ${at} {${name}};`))
  .join('');
const asks = (directed: boolean) => ({
  check: 'visits',
  of: ['line', ...STOPS],
  parameters: { directed },
});
const visits = (body: string, directed = false) => realVerdict(body, asks(directed));
const ROUTE = raw`(0,2) -- (3,2) -- (3,0) -- (0,0)`;

describe('a line visits things in order, however it is drawn', () => {
  test.each([
    ['thick', raw`\draw[line width=5pt, red] ${ROUTE};`],
    ['double', raw`\draw[double, double distance=3pt] ${ROUTE};`],
    ['dashed', raw`\draw[dashed] ${ROUTE};`],
    ['loosely dashed', raw`\draw[loosely dashed] ${ROUTE};`],
    ['loosely dotted', raw`\draw[loosely dotted, thick] ${ROUTE};`],
    ['see-through', raw`\draw[opacity=.3] ${ROUTE};`],
    ['with round corners', raw`\draw[rounded corners=3mm] ${ROUTE};`],
    [
      'smooth',
      raw`\draw plot[smooth, tension=.7] coordinates {(0,2) (1.5,2.4) (3,2) (2.6,1) (3,0) (1,-.3) (0,0)};`,
    ],
    ['a snake', raw`\draw[decorate, decoration={snake, amplitude=1mm}] ${ROUTE};`],
    ['a zigzag', raw`\draw[decorate, decoration={zigzag, amplitude=1mm}] ${ROUTE};`],
    ['unrolled', raw`\draw (a) -- (b); \draw (b) -- (c); \draw (c) -- (d);`],
    ['in a loop', raw`\foreach \a/\b/\c/\d in {0/2/3/2,3/2/3/0,3/0/0/0} \draw (\a,\b) -- (\c,\d);`],
    [
      'edges that bend',
      raw`\draw (a) edge[bend left] (b) (b) edge[bend right] (c) (c) edge[bend left=60] (d);`,
    ],
    ['edges from anchors', raw`\draw (a.east) -- (b.west) (b.south) -- (c.north) (c.west) -- (d.east);`],
    [
      'short edges',
      raw`\draw[shorten <=.5mm, shorten >=.5mm] (a) -- (b); \draw[shorten <=.5mm, shorten >=.5mm] (b) -- (c); \draw[shorten <=.5mm, shorten >=.5mm] (c) -- (d);`,
    ],
    [
      'many pieces',
      raw`\foreach \t in {0,.1,...,2.9} \draw (\t,2) -- (\t+.1,2); \draw (3,2) -- (3,1); \draw (3,0) -- (3,1); \foreach \t in {0,.1,...,2.9} \draw (\t,0) -- (\t+.1,0);`,
    ],
    ['drawn from its end', raw`\draw (0,0) -- (3,0) -- (3,2) -- (0,2);`],
    ['drawn twice', raw`\draw[thick] ${ROUTE}; \draw[red] ${ROUTE};`],
    ['with a white halo', raw`\draw[white, line width=4pt] ${ROUTE}; \draw ${ROUTE};`],
    [
      'with marks on its way',
      raw`\draw[postaction={decorate, decoration={markings, mark=between positions .1 and .9 step .2 with {\arrow{>}}}}] ${ROUTE};`,
    ],
    [
      'with words',
      raw`\draw (0,2) -- node[above] {1} (3,2) -- node[right] {2} (3,0) -- node[below] {3} (0,0);`,
    ],
    [
      'as a group of transparency',
      raw`\begin{scope}[transparency group, opacity=.5]\draw ${ROUTE};\end{scope}`,
    ],
    ['as a round', raw`\draw (3,0) -- (0,0) -- (0,2) -- (3,2) -- cycle;`],
    [
      'from far away, cut off by a window',
      raw`\begin{scope}\clip (-1,-1) rectangle (4,3); \draw (-9,2) -- (3,2) -- (3,0) -- (-9,0);\end{scope}`,
    ],
    ['turned', raw`\begin{scope}[rotate=90]\draw (2,0) -- (2,-3) -- (0,-3) -- (0,0);\end{scope}`],
  ])('%s', async (_, line) => {
    expect([
      await visits(NODES + part('line', line)),
      await visits(
        raw`${part(
          'line',
          line.replaceAll(/\(([abcd])(\.\w+)?\)/gu, (_all, name: 'a') => PLACES[name]),
        )}${NODES}`,
      ),
    ]).toEqual([true, true]);
  });

  test.each([
    ['an arrow', raw`\draw[->] ${ROUTE};`],
    ['a big tip', raw`\draw[-{Stealth[length=3mm]}] (a) -- (b) -- (c) -- (d);`],
    [
      'tips of any kind',
      raw`\draw[-Latex] (a) -- (b); \draw[-{Triangle[open]}] (b) -- (c); \draw[->>] (c) -- (d);`,
    ],
    ['a tip of two strokes', raw`\draw ${ROUTE}; \draw (.35,.15) -- (0,0) -- (.35,-.15);`],
    ['a tip of a triangle', raw`\draw ${ROUTE}; \fill (.3,.15) -- (0,0) -- (.3,-.15) -- cycle;`],
    [
      'thick arrows',
      raw`\draw[->, line width=2pt] (a) -- (b); \draw[->, line width=2pt] (b) -- (c); \draw[->, line width=2pt] (c) -- (d);`,
    ],
    ['arrows drawn backwards', raw`\draw[<-] (d) -- (c); \draw[<-] (c) -- (b); \draw[<-] (b) -- (a);`],
  ])('directed: %s', async (_, line) => {
    expect(await visits(NODES + part('line', line), true)).toBe(true);
  });

  test.each([0.03, 0.2, 9])('at %d times the size', async (scale) => {
    const discs = Object.entries(PLACES).map(([name, at]) => part(name, raw`\fill[blue] ${at} circle (.3);`));
    const all = discs.join('') + part('line', raw`\draw ${ROUTE};`);
    expect(await visits(raw`\begin{scope}[scale=${scale}, line width=.2pt]${all}\end{scope}`)).toBe(true);
  });
});

describe('what nobody sees visits nothing', () => {
  const PIECE = raw`\draw (a) -- (b);`;
  const REST = raw`(b) -- (c) -- (d);`;
  test.each([
    ['the rest of it is white', raw`${PIECE} \draw[white] ${REST}`],
    ['the rest of it is transparent', raw`${PIECE} \draw[opacity=0] ${REST}`],
    [
      'the rest of it is clipped away',
      raw`\begin{scope}\clip (-1,1) rectangle (4,3); \draw ${ROUTE};\end{scope}`,
    ],
    [
      'the last stop is clipped away',
      raw`\begin{scope}\clip (1,-1) rectangle (4,3); \draw (-1,2) -- (3,2) -- (3,0) -- (0,0);\end{scope}`,
    ],
    [
      'the rest of it lies behind a sheet',
      raw`${PIECE} \draw (3,2) -- (3,0) -- (0,0); \fill[green] (-.5,-.5) rectangle (3.5,1.5);`,
    ],
    ['it is a list of words', raw`\node at (1.5,1) {a to b to c to d};`],
    ['it is empty', ''],
    ['it is one area over all', raw`\fill[red, opacity=.5] (0,0) rectangle (3,2);`],
  ])('%s', async (_, line) => {
    expect(await visits(NODES + part('line', line))).not.toBe(true);
  });

  test('stops that a sheet hides are not there', async () => {
    const hidden =
      part('d', raw`\node[draw, circle] (d) at (0,0) {d};`) + raw`\fill[green] (-1,-1) rectangle (1,1);`;
    const others = NODES.slice(0, NODES.indexOf(raw`\part{d}`));
    expect(await visits(others + hidden + part('line', raw`\draw ${ROUTE};`))).toContain(
      'none of it can be seen',
    );
  });
});
