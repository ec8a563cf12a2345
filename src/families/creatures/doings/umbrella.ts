import type { Doing } from '../part.ts';

export const umbrella: Doing = {
  name: 'umbrella',
  words: 'holding an umbrella over its head',
  paw: { x: 1, y: 1.35 },
  isOverhead: true,
  lines: [
    '\\draw[brown!60!black, line width=2.4pt, line cap=round] (1,4.9) -- (1,1) .. controls (1,.7) and (1.35,.7) .. (1.35,1);',
    '\\fill[purple!75!red] (-1.3,4.05) .. controls (-1.1,6.1) and (3.1,6.1) .. (3.3,4.05) .. controls (3,4.35) and (2.5,4.35) .. (2.15,4.05) .. controls (1.8,4.35) and (1.4,4.35) .. (1,4.05) .. controls (.6,4.35) and (.2,4.35) .. (-.15,4.05) .. controls (-.5,4.35) and (-1,4.35) .. cycle;',
    '\\fill[white, opacity=.35] (-.15,4.05) .. controls (0,5) and (.5,5.5) .. (1,5.6) .. controls (.85,5) and (.9,4.5) .. (1,4.05) .. controls (.6,4.35) and (.2,4.35) .. cycle;',
    '\\draw[purple!50!black, line width=2pt, line cap=round] (1,5.58) -- (1,5.85);',
  ],
};
