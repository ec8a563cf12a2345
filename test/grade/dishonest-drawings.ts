import type { TriedDrawing } from '../helpers/judge.ts';

function wrong(task: string, name: string, body: string, unmet: readonly string[]): TriedDrawing {
  return { task, name, source: `\\begin{tikzpicture}${body}\\end{tikzpicture}`, unmet };
}

const { raw } = String;
const CIRCLE = 'basics/circle-left-of-square';
const CIRCLE_GONE = ['circle-there', 'circle-round', 'circle-left', 'clear-gap'];
const SQUARE_GONE = ['square-there', 'square-square', 'circle-left', 'clear-gap'];
const PLANE = 'otters/otter-on-a-plane';

/** Wrong drawings that try to pass, with what they must fail. */
export const DISHONEST: readonly TriedDrawing[] = [
  wrong(
    CIRCLE,
    'a white circle on white',
    raw`\fill[white] (0,0) circle (1); \fill[blue] (3,-1) rectangle ++(2,2);`,
    CIRCLE_GONE,
  ),
  wrong(
    CIRCLE,
    'a transparent circle',
    raw`\fill[red, opacity=0] (0,0) circle (1); \fill[blue] (3,-1) rectangle ++(2,2);`,
    CIRCLE_GONE,
  ),
  wrong(
    CIRCLE,
    'a circle of 1 % ink',
    raw`\fill[red, opacity=.01] (0,0) circle (1); \fill[blue] (3,-1) rectangle ++(2,2);`,
    CIRCLE_GONE,
  ),
  wrong(
    CIRCLE,
    'a covered circle',
    raw`\fill[red] (0,0) circle (1); \fill[green] (-1.2,-1.2) rectangle (1.2,1.2); \fill[blue] (3,-1) rectangle ++(2,2);`,
    CIRCLE_GONE,
  ),
  wrong(
    CIRCLE,
    'a circle that is clipped away',
    raw`\begin{scope}\clip (10,10) rectangle (11,11); \fill[red] (0,0) circle (1);\end{scope} \fill[blue] (3,-1) rectangle ++(2,2);`,
    CIRCLE_GONE,
  ),
  wrong(CIRCLE, 'the words', raw`\node at (0,0) {red circle}; \node at (4,0) {blue square};`, [
    ...CIRCLE_GONE,
    'square-there',
    'square-square',
  ]),
  wrong(CIRCLE, 'coloured words', raw`\node[red] at (0,0) {circle}; \node[blue] at (4,0) {square};`, [
    ...CIRCLE_GONE,
    'square-there',
    'square-square',
  ]),
  wrong(
    CIRCLE,
    'a speck of a circle',
    raw`\fill[red] (0,0) circle (.01); \fill[blue] (3,-1) rectangle ++(2,2);`,
    CIRCLE_GONE,
  ),
  wrong(
    CIRCLE,
    'a black circle',
    raw`\fill (0,0) circle (1); \fill[blue] (3,-1) rectangle ++(2,2);`,
    CIRCLE_GONE,
  ),
  wrong(
    CIRCLE,
    'a green circle with a red rim',
    raw`\draw[red, thick, fill=green] (0,0) circle (1); \fill[blue] (3,-1) rectangle ++(2,2);`,
    CIRCLE_GONE,
  ),
  wrong(
    CIRCLE,
    'a purple square',
    raw`\fill[red] (0,0) circle (1); \fill[violet] (3,-1) rectangle ++(2,2);`,
    SQUARE_GONE,
  ),
  wrong(CIRCLE, 'one in the other', raw`\fill[blue] (-2,-2) rectangle (2,2); \fill[red] (0,0) circle (1);`, [
    'circle-left',
    'clear-gap',
  ]),
  wrong(
    CIRCLE,
    'a bigger square at the left too',
    raw`\fill[red] (0,0) circle (1); \fill[blue] (3,-1) rectangle ++(2,2); \fill[blue] (-6,-2) rectangle ++(4,4);`,
    ['circle-left'],
  ),
  wrong('basics/dots-in-a-row', 'ten dots', raw`\foreach \x in {1,...,10} \fill (\x,0) circle (.2);`, [
    'five-dots',
  ]),
  wrong('basics/dots-in-a-row', 'the word dots', raw`\node {. . . . .};`, [
    'dots-there',
    'highest-there',
    'lowest-there',
    'row-there',
    'largest-there',
    'smallest-there',
    'five-dots',
    'straight-row',
    'one-size',
    'room-for-gaps',
  ]),
  wrong(
    'basics/dots-in-a-row',
    'one dot drawn five times',
    raw`\foreach \x in {1,...,5} \fill (0,0) circle (.2);`,
    ['five-dots', 'room-for-gaps'],
  ),
  wrong('basics/dots-in-a-row', 'a slope', raw`\foreach \x in {1,...,5} \fill (\x,.3*\x) circle (.2);`, [
    'straight-row',
  ]),
  wrong(
    'basics/dots-in-a-row',
    'four black dots and a red one',
    raw`\foreach \x in {1,...,4} \fill (\x,0) circle (.2); \fill[red] (5,0) circle (.2);`,
    ['five-dots'],
  ),
  wrong(
    'basics/overlapping-circles',
    'one circle over all of the other',
    raw`\fill[red] (0,0) circle (2); \fill[blue] (0,0) circle (2);`,
    ['red-there', 'circles-overlap', 'red-left', 'same-height', 'same-size'],
  ),
  wrong(
    'basics/overlapping-circles',
    'circles apart with a lens between',
    raw`\fill[red] (0,0) circle (1); \fill[blue] (5,0) circle (1); \fill[violet] (2.5,0) circle (.3);`,
    ['circles-overlap'],
  ),
  wrong(
    'basics/triangle-in-front',
    'the triangle behind, of the same grey rim',
    raw`\fill[green!60!black] (1,-1) -- (4,-1) -- (2.5,2) -- cycle; \draw[fill=gray] (0,0) rectangle (5,3);`,
    ['triangle-in-front'],
  ),
  wrong(
    'basics/triangle-in-front',
    'a triangle that only touches',
    raw`\fill[gray] (0,0) rectangle (5,3); \fill[green] (1,-2) -- (4,-2) -- (2.5,0) -- cycle;`,
    ['triangle-in-front'],
  ),
  wrong(
    'basics/triangle-in-front',
    'a triangle that a third shape covers',
    raw`\fill[gray] (0,0) rectangle (5,3); \fill[green] (1,-1) -- (4,-1) -- (2.5,2) -- cycle; \fill[red] (0,-2) rectangle (5,2.5);`,
    ['triangle-there', 'triangle-shape', 'triangle-in-front'],
  ),
  wrong(
    'basics/moon-behind-cloud',
    'a crescent that only looks covered',
    raw`\fill[blue!30!black] (-5,-3) rectangle (5,5); \fill[gray!40] (0,0) ellipse (2 and 1); \fill[yellow] (0,3) circle (1);`,
    ['moon-behind'],
  ),
  wrong('basics/wifi-in-a-circle', 'white letters', raw`\draw (0,0) circle (1); \node[white] {WiFi};`, [
    'word-there',
    'word-in-circle',
  ]),
  wrong('basics/wifi-in-a-circle', 'a circle beside', raw`\draw (0,0) circle (1); \node at (4,0) {WiFi};`, [
    'word-in-circle',
  ]),
  wrong(
    'basics/traffic-light',
    'all lights in one place',
    raw`\fill (0,0) rectangle (2,6); \fill[red] (1,3) circle (.9); \fill[yellow] (1,3) circle (.6); \fill[green] (1,3) circle (.3);`,
    ['red-above-yellow', 'yellow-above-green'],
  ),
  wrong(
    'basics/tower-of-blocks',
    'a striped block',
    raw`\fill[blue] (0,0) rectangle (4,2); \fill[yellow] (0,0) rectangle (4,1.4); \fill[red] (0,0) rectangle (4,.7);`,
    ['middle-on-bottom', 'top-on-middle'],
  ),
  wrong(
    'basics/nested-squares',
    'one square thrice in three colours',
    raw`\fill[red] (0,0) rectangle (3,3); \fill[yellow] (0,0) rectangle (3,3); \fill[blue] (0,0) rectangle (3,3);`,
    ['middle-there', 'large-there', 'middle-square', 'large-square', 'small-in-middle', 'middle-in-large'],
  ),
  wrong(
    'basics/house',
    'a roof that is a line',
    raw`\fill[yellow] (0,0) rectangle (4,4); \draw[red, thick] (0,4) -- (2,6) -- (4,4); \fill[brown] (1,0) rectangle (2,2);`,
    ['roof-triangle'],
  ),
  wrong(
    PLANE,
    'labels on nothing',
    raw`\begin{scope}[part=otter]\end{scope}\begin{scope}[part=plane]\end{scope}\begin{scope}[part=laptop]\end{scope}\begin{scope}[part=wifi]\end{scope}\fill (0,0) circle (1);`,
    [
      'otter-there',
      'plane-there',
      'laptop-there',
      'wifi-there',
      'otter-on-plane',
      'laptop-by-otter',
      'plane-wider-than-otter',
    ],
  ),
  wrong(
    PLANE,
    'words in place of drawings',
    raw`\node[name=otter] {otter}; \node[name=plane] at (0,-1) {airplane plane}; \node[name=laptop] at (1,0) {laptop}; \node[name=wifi] at (0,1) {wifi};`,
    [
      'otter-there',
      'plane-there',
      'laptop-there',
      'wifi-there',
      'otter-on-plane',
      'laptop-by-otter',
      'plane-wider-than-otter',
    ],
  ),
  wrong(
    PLANE,
    'one shape that all labels are on',
    raw`\begin{scope}[part=otter]\begin{scope}[part=plane]\begin{scope}[part=laptop]\begin{scope}[part=wifi] \fill (0,0) circle (2);\end{scope}\end{scope}\end{scope}\end{scope}`,
    ['plane-wider-than-otter'],
  ),
  wrong(
    'otters/otter-in-a-canoe',
    'one giant shape labelled as everything',
    raw`\begin{scope}[part=otter]\begin{scope}[part=canoe]\begin{scope}[part=paddle] \fill (0,0) circle (2);\end{scope}\end{scope}\end{scope}`,
    ['canoe-hides-otter', 'otter-above-rim', 'canoe-wider-than-otter'],
  ),
  wrong(
    'otters/otter-in-a-canoe',
    'an otter before a canoe of its colour',
    raw`\begin{scope}[part=canoe]\fill[brown] (-4,0) rectangle (4,1.5);\end{scope}\begin{scope}[part=otter]\fill[brown] (0,1.8) ellipse (1 and 1.8);\end{scope}\begin{scope}[part=paddle]\draw[thick] (0,2) -- (3,3);\end{scope}`,
    ['canoe-hides-otter'],
  ),
  wrong(
    'otters/otter-with-umbrella',
    'a white umbrella with red words',
    raw`\begin{scope}[part=otter]\fill[brown] (0,1) circle (1);\end{scope}\begin{scope}[part=umbrella]\draw[thick, fill=white] (-2,2) arc (180:0:2) -- cycle; \node[red] at (0,3) {red};\end{scope}\begin{scope}[part=cloud]\fill[gray] (0,6) ellipse (1 and .4);\end{scope}`,
    ['umbrella-red'],
  ),
  wrong(
    'otters/otter-with-umbrella',
    'a blue umbrella with a red rim',
    raw`\begin{scope}[part=otter]\fill[brown] (0,1) circle (1);\end{scope}\begin{scope}[part=umbrella]\draw[red, thick, fill=blue] (-2,2) arc (180:0:2) -- cycle;\end{scope}\begin{scope}[part=cloud]\fill[gray] (0,6) ellipse (1 and .4);\end{scope}`,
    ['umbrella-red'],
  ),
  wrong(
    'otters/otter-family',
    'pups of the mother’s ink',
    raw`\foreach \who in {mother,left-pup,right-pup} { \begin{scope}[part=\who]\fill[brown] (0,1) ellipse (1 and 1);\end{scope} }`,
    [
      'mother-larger-than-left-pup',
      'mother-larger-than-right-pup',
      'left-pup-left-of-mother',
      'right-pup-right-of-mother',
    ],
  ),
];
