import type { Vehicle } from '../part.ts';

export const tractor: Vehicle = {
  name: 'tractor',
  seat: { x: -1.1, y: 2.05 },
  widthCm: 5,
  hidesRider: false,
  lines: [
    '\\draw[black!70, line width=5pt, line cap=round] (1.35,1.9) -- (1.35,2.9);',
    '\\fill[black!18] (1.4,3.15) circle[radius=.16] (1.65,3.35) circle[radius=.2];',
    '\\fill[green!55!black] (-2.3,1.95) .. controls (-2.2,2.2) and (-.4,2.2) .. (-.1,1.95) -- (2,1.95) .. controls (2.4,1.95) and (2.5,1.8) .. (2.5,1.5) -- (2.5,.75) -- (-2.2,.75) -- cycle;',
    '\\fill[yellow] (2.3,1.5) circle[radius=.17];',
    '\\draw[green!30!black, line width=1.4pt, line cap=round] (.5,1.65) -- (1.7,1.65) (.5,1.45) -- (1.7,1.45) (.5,1.25) -- (1.7,1.25);',
    '\\draw[black!75, line width=2.6pt, line cap=round] (.2,1.95) -- (-.05,2.5) (-.3,2.42) -- (.2,2.62);',
    '\\fill[black!78] (-1.5,1.05) circle[radius=1.05];',
    '\\fill[yellow!85!orange] (-1.5,1.05) circle[radius=.55];',
    '\\fill[black!70] (-1.5,1.05) circle[radius=.15];',
    '\\fill[black!78] (1.75,.62) circle[radius=.62];',
    '\\fill[yellow!85!orange] (1.75,.62) circle[radius=.3];',
  ],
};
