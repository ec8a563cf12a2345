import { FACE } from './body.ts';
import type { Part } from './part.ts';

/** What hangs in the sky, about 1.6 cm wide around (0,0). */
export const SKY: readonly Part[] = [
  {
    name: 'sun',
    lines: [
      '\\draw[orange!80!yellow, line width=3pt, line cap=round] foreach \\a in {0,40,...,320} { (\\a:.85) -- (\\a:1.1) };',
      '\\fill[yellow!85!orange] (0,0) circle[radius=.7];',
    ],
  },
  {
    name: 'moon',
    lines: [
      '\\fill[yellow!55!orange!70] (0,0) circle[radius=.85];',
      '\\fill[yellow!60!orange!85] (-.25,.2) circle[radius=.18] (.3,-.2) circle[radius=.24] (.25,.45) circle[radius=.1];',
    ],
  },
  {
    name: 'cloud',
    lines: [
      '\\fill[black!16] (-.7,-.05) circle[radius=.4];',
      '\\fill[black!16] (.7,0) circle[radius=.45];',
      '\\fill[black!16, rounded corners=6pt] (-1,-.45) rectangle (1,.1);',
      '\\fill[black!12] (0,.2) circle[radius=.58];',
    ],
  },
  {
    name: 'balloon',
    lines: [
      '\\draw[black!60, line width=.7pt] (0,-.9) .. controls (.2,-1.3) and (-.2,-1.6) .. (.05,-2);',
      '\\fill[red!75!pink] (0,.1) ellipse[x radius=.75, y radius=.9] (-.12,-.95) -- (.12,-.95) -- (0,-.75) -- cycle;',
      '\\fill[white, opacity=.5, rotate around={-25:(-.3,.45)}] (-.3,.45) ellipse[x radius=.1, y radius=.22];',
    ],
  },
];

/** What stands on the ground at y = 0 and is taller than every animal. */
export const LANDMARKS: readonly Part[] = [
  {
    name: 'tree',
    lines: [
      '\\fill[brown!65!black] (-.25,0) .. controls (-.15,1) and (-.2,2) .. (-.15,2.6) -- (.15,2.6) .. controls (.2,2) and (.15,1) .. (.25,0) -- cycle;',
      '\\fill[green!50!black] (-.65,3) circle[radius=.85] (.65,3.1) circle[radius=.85] (0,4.1) circle[radius=1.15] (0,2.9) circle[radius=.8];',
      '\\fill[green!65!black] (-.3,4.3) circle[radius=.5] (.6,3.4) circle[radius=.35] (-.7,3.2) circle[radius=.3];',
    ],
  },
  {
    name: 'lighthouse',
    lines: [
      '\\fill[black!6] (-.85,0) -- (-.5,4.2) -- (.5,4.2) -- (.85,0) -- cycle;',
      '\\fill[red!80!black] (-.81,.6) -- (-.73,1.5) -- (.73,1.5) -- (.81,.6) -- cycle (-.66,2.4) -- (-.58,3.3) -- (.58,3.3) -- (.66,2.4) -- cycle;',
      '\\fill[yellow!70] (-.4,4.2) rectangle (.4,4.9);',
      '\\draw[black!70, line width=1.4pt] (-.7,4.2) -- (.7,4.2) (-.4,4.2) rectangle (.4,4.9) (0,4.2) -- (0,4.9);',
      '\\fill[red!60!black] (-.6,4.9) -- (0,5.6) -- (.6,4.9) -- cycle;',
    ],
  },
];

/** A guest on the animal's head; it sits on (0,0). */
export const chick: Part = {
  name: 'chick',
  lines: [
    '\\fill[yellow!90!orange] (0,.28) ellipse[x radius=.36, y radius=.3] (.08,.66) circle[radius=.25];',
    '\\fill[orange] (.3,.7) -- (.5,.62) -- (.3,.56) -- cycle;',
    '\\fill[black!85] (.16,.72) circle[radius=.05];',
    '\\fill[yellow!65!orange] (-.12,.3) ellipse[x radius=.16, y radius=.11];',
  ],
};

/** One who watches from the ground. */
export const mouse: Part = {
  name: 'mouse',
  lines: [
    '\\draw[pink!70!black, line width=1.4pt, line cap=round] (.25,.1) .. controls (.8,0) and (.7,.5) .. (1,.45);',
    '\\fill[black!35] (0,.35) ellipse[x radius=.36, y radius=.4] (-.28,1.05) circle[radius=.2] (.28,1.05) circle[radius=.2] (0,.82) circle[radius=.33];',
    '\\fill[pink] (-.28,1.05) circle[radius=.11] (.28,1.05) circle[radius=.11];',
    ...FACE.map((line) => `\\begin{scope}[shift={(0,-.25)}, scale=.45] ${line} \\end{scope}`),
    '\\fill[pink!60!red] (0,.72) circle[radius=.05];',
  ],
};
