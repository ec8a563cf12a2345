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
  '  \\begin{scope}',
  '    \\clip[rounded corners=1cm] (-8,-1.4) rectangle (8,9);',
  '    \\fill[cyan!10] (-8,-1.4) rectangle (8,9);',
  '    \\fill[green!22] (-8,-1.4) -- (-8,.7) .. controls (-5,1.5) and (-2,.9) .. (0,.6) .. controls (3,.1) and (6,1.2) .. (8,.9) -- (8,-1.4) -- cycle;',
  '    \\fill[green!36] (-8,-1.4) -- (-8,.1) .. controls (-4,.5) and (4,.3) .. (8,.1) -- (8,-1.4) -- cycle;',
  '    \\foreach \\x in {-7,-5.2,-3.4,-.9,2.1,4.4,5.9,7.1} \\draw[green!55!black, line width=1pt, line cap=round] (\\x,-.6) -- +(-.12,.25) (\\x,-.6) -- +(.02,.32) (\\x,-.6) -- +(.16,.22);',
  '  \\end{scope}',
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
