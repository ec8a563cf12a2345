import type { Vehicle } from '../part.ts';

export const boat: Vehicle = {
  name: 'boat',
  seat: { x: 0, y: 0.85 },
  widthCm: 6.6,
  hidesRider: true,
  lines: [
    '\\fill[brown!60!orange] (-3.3,1.75) .. controls (-1.8,1.2) and (1.8,1.2) .. (3.3,1.75) .. controls (2.9,.6) and (2.4,.1) .. (1.7,0) -- (-1.7,0) .. controls (-2.4,.1) and (-2.9,.6) .. cycle;',
    '\\draw[brown!55!black, line width=.8pt] (-2.95,1.05) .. controls (-1.6,.7) and (1.6,.7) .. (2.95,1.05) (-2.5,.5) .. controls (-1.5,.3) and (1.5,.3) .. (2.5,.5);',
    '\\draw[brown!40!black, line width=3pt, line cap=round] (-3.3,1.75) .. controls (-1.8,1.2) and (1.8,1.2) .. (3.3,1.75);',
    '\\fill[white] (-2.35,1.14) circle[radius=.12] (2.35,1.14) circle[radius=.12];',
  ],
};
