import { at, decimal, hyphened } from '../parts/text.ts';
import type { Part } from './part.ts';

/** A part at its place in a picture, in paint order. */
export interface Placed {
  readonly part: Part;
  readonly x: number;
  readonly y: number;
  readonly scale?: number;
  /** Half a turn about this point of the part. */
  readonly turnedAbout?: { readonly x: number; readonly y: number };
}

/** How a scene is drawn: with a meadow and a soft sky behind it, or bare and smaller. */
export type Setting = 'meadow' | 'bare';

const BARE_SCALE = 0.75;

/** A `tikzpicture` of placed parts, each in a scope with its label. */
export function drawScene(scene: readonly Placed[], setting: Setting): string {
  const head = setting === 'bare' ? `[scale=${BARE_SCALE}]` : '';
  const ground = setting === 'bare' ? [] : MEADOW;
  return [`\\begin{tikzpicture}${head}`, ...ground, ...scene.flatMap(scopeOf), '\\end{tikzpicture}'].join(
    '\n',
  );
}

const MEADOW: readonly string[] = [
  '  \\fill[cyan!9] (0,3) ellipse[x radius=8, y radius=5.6];',
  '  \\fill[green!28] (-7.6,-.25) .. controls (-4,.5) and (4,.5) .. (7.6,-.25) .. controls (5,-1.1) and (-5,-1.1) .. cycle;',
  '  \\foreach \\x in {-5.2,-3.4,-.9,2.1,4.4,5.9} \\draw[green!55!black, line width=1pt, line cap=round] (\\x,-.35) -- +(-.12,.25) (\\x,-.35) -- +(.02,.32) (\\x,-.35) -- +(.16,.22);',
];

function scopeOf({ part, x, y, scale, turnedAbout }: Placed): string[] {
  const turn = turnedAbout === undefined ? '' : `, rotate around={180:${at(turnedAbout.x, turnedAbout.y)}}`;
  const size = scale === undefined ? '' : `, scale=${decimal(scale)}`;
  return [
    `  \\begin{scope}[part=${hyphened(part.name)}, shift={${at(x, y)}}${size}${turn}]`,
    ...part.lines.map((line) => `    ${line}`),
    '  \\end{scope}',
  ];
}
