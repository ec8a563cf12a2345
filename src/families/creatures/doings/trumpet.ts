import type { Doing } from '../part.ts';

export const trumpet: Doing = {
  name: 'trumpet',
  words: 'playing the trumpet',
  paw: { x: 0.95, y: 1.95 },
  isOverhead: false,
  lines: [
    '\\filldraw[fill=yellow!80!orange, draw=orange!60!black, line width=.6pt, line join=round] (.3,2.06) -- (.3,2.2) -- (1.7,2.24) .. controls (2.1,2.28) and (2.3,2.5) .. (2.45,2.8) -- (2.45,1.5) .. controls (2.3,1.8) and (2.1,2.02) .. (1.7,2.06) -- cycle;',
    '\\draw[orange!80!black, line width=2pt] (.85,2.08) .. controls (.7,1.6) and (1.75,1.6) .. (1.6,2.1);',
    '\\draw[orange!70!black, line width=1.6pt, line cap=round] (1.05,2.2) -- (1.05,2.42) (1.25,2.2) -- (1.25,2.42) (1.45,2.2) -- (1.45,2.42);',
    '\\fill[yellow!55] (2.45,2.15) ellipse[x radius=.13, y radius=.65];',
  ],
};
