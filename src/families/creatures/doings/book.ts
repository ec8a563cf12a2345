import type { Doing } from '../part.ts';

export const book: Doing = {
  name: 'book',
  words: 'reading a book',
  paw: { x: 1, y: 1.05 },
  isOverhead: false,
  lines: [
    '\\fill[blue!60!black, line join=round] (.75,1.02) -- (.62,1.95) -- (1.35,1.78) -- (2.1,1.98) -- (1.98,1.05) -- (1.35,.85) -- cycle;',
    '\\filldraw[fill=white, draw=black!35, line width=.4pt] (.83,1.08) .. controls (1,1.15) and (1.2,1.08) .. (1.35,.95) -- (1.35,1.8) .. controls (1.15,1.98) and (.9,2) .. (.71,1.97) -- cycle (1.35,.95) .. controls (1.5,1.08) and (1.7,1.15) .. (1.9,1.1) -- (2.02,2) .. controls (1.8,2.02) and (1.5,1.98) .. (1.35,1.8) -- cycle;',
    '\\draw[black!40, line width=.6pt, line cap=round] (.9,1.75) -- (1.25,1.66) (.9,1.57) -- (1.25,1.48) (.92,1.39) -- (1.25,1.3) (1.47,1.66) -- (1.85,1.76) (1.47,1.48) -- (1.83,1.58) (1.47,1.3) -- (1.8,1.4);',
  ],
};
