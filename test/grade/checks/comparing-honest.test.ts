import { describe, expect, test } from 'vitest';
import { type Asked, realVerdict } from './real-verdict.ts';

const { raw } = String;
const part = (label: string, body: string) => raw`\part{${label}}{${body}}`;

const SUN = raw`\fill[yellow] (0,5) circle (.7);`;
const TREE = raw`\fill[brown] (-3.2,0) rectangle (-2.8,1); \fill[green!50!black] (-3,2) circle (1.1);`;
const WINDOWS = raw`\foreach \x in {.3,1.3,2.3} \fill[blue!40] (\x,1) rectangle (\x+.4,1.5);`;
const HOUSE = raw`\draw[fill=red] (0,0) rectangle (3,2); \draw[fill=brown] (-.2,2) -- (1.5,3.2) -- (3.2,2) -- cycle; ${WINDOWS}`;

interface Parts {
  readonly sun?: string;
  readonly tree?: string;
  readonly house?: string;
}
const scene = ({ sun = SUN, tree = TREE, house = HOUSE }: Parts = {}) =>
  part('sun', sun) + part('tree', tree) + part('house', house);
const BEFORE = scene();
const HOUSE_IS = { of: ['house'], beside: ['sun', 'tree'] };
const asked = (check: string, parameters: Asked['parameters'] = {}): Asked => ({
  check,
  ...HOUSE_IS,
  parameters,
});

/** Verdicts on the house, after `scene` or another drawing. */
async function verdicts(after: string, before = BEFORE) {
  return {
    unchanged: await realVerdict(after, asked('unchanged'), before),
    same: await realVerdict(after, asked('same'), before),
    changed: (await realVerdict(after, asked('changed'), before)) === true,
    moved: (await realVerdict(after, asked('moved'), before)) === true,
  };
}
const KEPT = { unchanged: true, same: true, changed: false, moved: false };

const SIDED = raw`\fill[brown] (0,0) rectangle (1.5,3); \fill[yellow] (1.5,0) rectangle (3,3);`;
const RING = raw`\draw[thick] (1.5,1.5) circle (1.5); \draw[thick] (1,2) -- (2,2);`;

describe('a house that is drawn again in another way has stayed', () => {
  test.each<[string, string, string?]>([
    ['the same code', scene()],
    [
      'a loop unrolled',
      scene({
        house: HOUSE.replace(
          WINDOWS,
          raw`\fill[blue!40] (2.3,1) rectangle (2.7,1.5); \fill[blue!40] (.3,1) rectangle (.7,1.5); \fill[blue!40] (1.3,1) rectangle (1.7,1.5);`,
        ),
      }),
    ],
    ['parts in another order', part('house', HOUSE) + part('sun', SUN) + part('tree', TREE)],
    [
      'fill and stroke apart',
      scene({
        house: raw`\fill[red] (0,0) rectangle (3,2); \fill[brown] (-.2,2) -- (1.5,3.2) -- (3.2,2) -- cycle; ${WINDOWS} \draw (0,0) -- (3,0) -- (3,2) -- (0,2) -- cycle; \draw (-.2,2) -- (1.5,3.2) -- (3.2,2) -- (-.2,2);`,
      }),
    ],
    [
      'nodes for rectangles',
      scene({
        house: HOUSE.replace(
          raw`\draw[fill=red] (0,0) rectangle (3,2);`,
          raw`\node[draw, fill=red, minimum width=3cm, minimum height=2cm] at (1.5,1) {};`,
        ),
      }),
    ],
    [
      'colours mixed by hand',
      scene({
        house: HOUSE.replace('fill=red', 'fill={rgb,255:red,255;green,0;blue,0}').replace(
          'blue!40',
          'white!60!blue',
        ),
      }),
    ],
    [
      'colours mixed by opacity',
      scene({ house: SIDED.replace('yellow', 'yellow, opacity=.5') }),
      scene({ house: SIDED.replace('yellow', 'yellow!50') }),
    ],
    [
      'a lighter look by white paint over it',
      scene({
        house: raw`\fill[blue] (0,0) rectangle (3,3); \fill[white, opacity=.6] (0,0) rectangle (3,3);`,
      }),
      scene({ house: raw`\fill[blue!40] (0,0) rectangle (3,3);` }),
    ],
    [
      'one coat painted over another',
      scene({ house: raw`\fill[brown] (0,0) rectangle (3,3); \fill[yellow] (1.5,0) rectangle (3,3);` }),
      scene({ house: SIDED }),
    ],
    [
      'an old coat left beneath',
      scene({ house: raw`\fill[blue] (0,0) rectangle (3,3); ${SIDED}` }),
      scene({ house: SIDED }),
    ],
    [
      'cut out of sheets by a clip',
      scene({
        house: raw`\begin{scope}\clip (0,0) rectangle (3,3); \fill[brown] (-5,-1) rectangle (1.5,9); \fill[yellow] (5,-1) -- (1.5,-1) -- (1.5,4) -- (9,4) -- cycle;\end{scope}`,
      }),
      scene({ house: SIDED }),
    ],
    [
      'an eye of rings against an eye of discs',
      scene({
        house: raw`\fill[blue, even odd rule] (1.5,1.5) circle (1.5) (1.5,1.5) circle (1); \fill[orange] (1.5,1.5) circle (1);`,
      }),
      scene({ house: raw`\fill[blue] (1.5,1.5) circle (1.5); \fill[orange] (1.5,1.5) circle (1);` }),
    ],
    ['twice over', scene({ house: HOUSE + HOUSE })],
    ['outlines of another width', scene({ house: HOUSE.replaceAll('[fill', '[thick, fill') })],
    [
      'filled white for the paper’s white',
      scene({ house: RING.replace('thick', 'thick, fill=white') }),
      scene({ house: RING }),
    ],
    [
      'lines in other pieces',
      scene({
        house: raw`\draw[thick] (3,1.5) arc (0:180:1.5); \draw[thick] (3,1.5) arc (0:-180:1.5); \draw[thick] (1,2) -- (1.5,2) -- (2,2);`,
      }),
      scene({ house: RING }),
    ],
    [
      'a circle of four curves',
      scene({
        house: raw`\fill[red] (2,1) .. controls (2,1.5523) and (1.5523,2) .. (1,2) .. controls (.4477,2) and (0,1.5523) .. (0,1) .. controls (0,.4477) and (.4477,0) .. (1,0) .. controls (1.5523,0) and (2,.4477) .. cycle;`,
      }),
      scene({ house: raw`\node[circle, fill=red, minimum size=2cm] at (1,1) {};` }),
    ],
    [
      'a pattern, twice',
      scene({ house: raw`\draw[pattern=north east lines] (0,0) -- (3,0) -- (3,3) -- (0,3) -- cycle;` }),
      scene({ house: raw`\draw[pattern=north east lines] (0,0) rectangle (3,3);` }),
    ],
    [
      'a shading in a turned scope',
      scene({ house: raw`\shade[left color=red, right color=orange] (0,0) rectangle (3,3);` }),
      scene({
        house: raw`\begin{scope}[shift={(3,0)}]\shade[left color=red, right color=orange] (-3,0) rectangle ++(3,3);\end{scope}`,
      }),
    ],
    ['a group of transparency', raw`\begin{scope}[transparency group]${scene()}\end{scope}`],
    [
      'upside down in a scope that turns it back',
      raw`\begin{scope}[rotate=180]${part('sun', raw`\fill[yellow] (0,-5) circle (.7);`)}\end{scope}${part('tree', TREE)}${part('house', HOUSE)}`,
    ],
    ['the whole moved', raw`\begin{scope}[shift={(7,-3)}]${scene()}\end{scope}`],
    ['the whole twice as large', raw`\begin{scope}[scale=2]${scene()}\end{scope}`],
    ['the whole a tenth as large', raw`\begin{scope}[scale=.1, line width=.05pt]${scene()}\end{scope}`],
    ['the whole ten times as large', raw`\begin{scope}[scale=10, line width=4pt]${scene()}\end{scope}`],
    ['a sky behind it all', raw`\fill[cyan!20] (-5,-1) rectangle (5,6);${scene()}`],
    ['a bush before it', raw`${scene()}\fill[green] (2.6,.2) circle (.5);`],
    ['a caption', raw`${scene()}\node at (0,-1) {The house};`],
  ])('%s', async (_, after, before = BEFORE) => {
    expect(await verdicts(after, before)).toEqual(KEPT);
  });
});

describe('what is done to the house is told', () => {
  const recoloured = (from: string, to: string) =>
    [scene({ house: HOUSE.replace(from, to) }), BEFORE] as const;
  test.each<[string, string, string, string]>([
    ['place', 'shifted', scene({ house: raw`\begin{scope}[shift={(1,0)}]${HOUSE}\end{scope}` }), BEFORE],
    [
      'place',
      'shifted, the whole at half the size',
      raw`\begin{scope}[scale=.5]${scene({ house: raw`\begin{scope}[shift={(1,0)}]${HOUSE}\end{scope}` })}\end{scope}`,
      BEFORE,
    ],
    ['larger', 'scaled', scene({ house: raw`\begin{scope}[scale=1.3]${HOUSE}\end{scope}` }), BEFORE],
    ['smaller', 'scaled down', scene({ house: raw`\begin{scope}[scale=.7]${HOUSE}\end{scope}` }), BEFORE],
    ['colour', 'painted', ...recoloured('fill=red', 'fill=green')],
    ['colour', 'painted over', scene({ house: raw`${HOUSE} \fill[green] (0,0) rectangle (3,2);` }), BEFORE],
    [
      'colour',
      'glazed',
      scene({ house: raw`${HOUSE} \fill[blue, opacity=.6] (0,0) rectangle (3,2);` }),
      BEFORE,
    ],
    [
      'colour',
      'a ring of another colour',
      scene({ house: RING.replaceAll('thick', 'thick, red') }),
      scene({ house: RING }),
    ],
    [
      'colour',
      'a ring that is filled',
      scene({ house: RING.replace('thick', 'thick, fill=red') }),
      scene({ house: RING }),
    ],
    [
      'colour',
      'a shading of other colours',
      scene({ house: raw`\shade[left color=blue, right color=cyan] (0,0) rectangle (3,3);` }),
      scene({ house: raw`\shade[left color=red, right color=orange] (0,0) rectangle (3,3);` }),
    ],
    [
      'shape',
      'a round roof for a pointed one, larger',
      scene({
        house: raw`\draw[fill=red] (0,0) rectangle (3,2); \draw[fill=brown] (0,2) arc (180:0:1.5) -- cycle; \fill (3,0) rectangle (4,1);`,
      }),
      BEFORE,
    ],
    [
      'turn',
      'turned',
      scene({ house: raw`\begin{scope}[rotate around={30:(1.5,1.5)}]${HOUSE}\end{scope}` }),
      BEFORE,
    ],
  ])('%s: %s', async (aspect, _, after, before) => {
    expect({
      changed: await realVerdict(after, asked('changed', { aspect }), before),
      unchanged: (await realVerdict(after, asked('unchanged'), before)) === true,
    }).toEqual({ changed: true, unchanged: false });
  });

  test.each([
    ['right', '(1,0)'],
    ['left', '(-1,0)'],
    ['up', '(0,1)'],
    ['down', '(0,-1)'],
  ])('moved %s', async (direction, by) => {
    const after = raw`\begin{scope}[scale=2]${part('house', raw`\begin{scope}[shift={${by}}]${HOUSE}\end{scope}`)}${part('sun', SUN)}${part('tree', TREE)}\end{scope}`;
    expect(await realVerdict(after, asked('moved', { direction }), BEFORE)).toBe(true);
  });

  test.each([
    ['somewhere else', raw`\begin{scope}[shift={(1,-2)}]${HOUSE}\end{scope}`],
    ['turned', raw`\begin{scope}[rotate around={70:(1.5,1.5)}]${HOUSE}\end{scope}`],
    ['mirrored', raw`\begin{scope}[xscale=-1, shift={(-3,0)}]${HOUSE}\end{scope}`],
    ['a tenth larger', raw`\begin{scope}[scale=1.1]${HOUSE}\end{scope}`],
  ])('%s it is the same', async (_, house) => {
    expect(await realVerdict(scene({ house }), asked('same'), BEFORE)).toBe(true);
  });
});

describe('what nobody sees changes nothing', () => {
  const hidden = (house: string) => scene({ house: HOUSE + house });
  test.each<[string, string, Asked]>([
    [
      'a white wing makes it no larger',
      hidden(raw`\fill[white] (3,0) rectangle (6,4);`),
      asked('changed', { aspect: 'larger' }),
    ],
    [
      'a white tower makes it no larger',
      hidden(raw`\fill[white] (.9,3.3) rectangle (3,5.5);`),
      asked('changed', { aspect: 'larger' }),
    ],
    [
      'a white tower moves it nowhere',
      hidden(raw`\fill[white] (.9,3.3) rectangle (3,5.5);`),
      asked('moved', { direction: 'up' }),
    ],
    [
      'a tower that stands behind a sheet of paper',
      hidden(raw`\fill[red] (.9,3.3) rectangle (3,5.5); \fill[white] (.9,3.3) rectangle (3,5.5);`),
      asked('changed', { aspect: 'shape' }),
    ],
    [
      'a transparent wing makes it no larger',
      hidden(raw`\fill[red, opacity=0] (3,0) rectangle (6,4);`),
      asked('changed', { aspect: 'larger' }),
    ],
    [
      'a wing that is clipped away makes it no larger',
      hidden(raw`\begin{scope}\clip (0,0) rectangle (3,3); \fill[red] (3,0) rectangle (6,4);\end{scope}`),
      asked('changed', { aspect: 'larger' }),
    ],
    [
      'a white wing moves it nowhere',
      hidden(raw`\fill[white] (3,0) rectangle (6,4);`),
      asked('moved', { direction: 'right' }),
    ],
    [
      'white wings are no other shape',
      hidden(raw`\fill[white] (3,0) rectangle (6,1);`),
      asked('changed', { aspect: 'shape' }),
    ],
    [
      'transparent paint is no other colour',
      hidden(raw`\fill[green, opacity=0] (0,0) rectangle (3,2);`),
      asked('changed', { aspect: 'colour' }),
    ],
    [
      'paint that is clipped away is no other colour',
      hidden(raw`\begin{scope}\clip (5,5) rectangle (6,6); \fill[green] (0,0) rectangle (3,2);\end{scope}`),
      asked('changed', { aspect: 'colour' }),
    ],
    [
      'paint beneath is no other colour',
      scene({ house: raw`\fill[green] (0,0) rectangle (3,2); ${HOUSE}` }),
      asked('changed', { aspect: 'colour' }),
    ],
    ['a word is no colour', hidden(raw`\node at (1.5,.5) {green};`), asked('changed', { aspect: 'colour' })],
    [
      'a label elsewhere moves nothing',
      raw`${scene()}\node at (8,1) {house};`,
      asked('moved', { direction: 'right' }),
    ],
    [
      'the whole drawn elsewhere is not moved',
      raw`\begin{scope}[shift={(5,0)}]${scene()}\end{scope}`,
      asked('moved'),
    ],
    [
      'all larger is not larger',
      raw`\begin{scope}[scale=2]${scene()}\end{scope}`,
      asked('changed', { aspect: 'larger' }),
    ],
  ])('%s', async (_, after, check) => {
    expect(await realVerdict(after, check, BEFORE)).not.toBe(true);
  });

  test.each<[string, string]>([
    ['it is gone', scene({ house: '' })],
    ['it lies behind a sheet', raw`${scene()}\fill[green] (-1,-1) rectangle (4,4);`],
    [
      'it is white',
      scene({ house: HOUSE.replaceAll(/red|brown|blue!40/gu, 'white').replaceAll('draw[', 'draw[white, ') }),
    ],
    ['it is a word', scene({ house: raw`\node at (1.5,1.5) {house};` })],
    ['it is another one', scene({ house: raw`\fill[purple] (1.5,1.5) circle (1.5);` })],
  ])('%s: neither unchanged nor the same', async (_, after) => {
    expect([
      (await realVerdict(after, asked('unchanged'), BEFORE)) === true,
      (await realVerdict(after, asked('same'), BEFORE)) === true,
    ]).toEqual([false, false]);
  });
});
