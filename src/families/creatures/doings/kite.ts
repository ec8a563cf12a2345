import type { Doing } from '../part.ts';

export const kite: Doing = {
  name: 'kite',
  words: 'flying a kite high over its head',
  paw: { x: 1.05, y: 1.7 },
  isOverhead: true,
  lines: [
    '\\draw[black!65, line width=.9pt] (1.05,1.55) .. controls (1.6,2.6) and (1.9,3.6) .. (2.3,4.6);',
    '\\filldraw[fill=red!75!orange, draw=red!40!black, line width=.8pt, line join=round] (1.7,5.9) -- (3.3,6.3) -- (3.4,4.9) -- (2.1,4.4) -- cycle;',
    '\\fill[yellow] (3.3,6.3) -- (2.55,5.4) -- (3.4,4.9) -- cycle (1.7,5.9) -- (2.55,5.4) -- (2.1,4.4) -- cycle;',
    '\\draw[blue!60, line width=1.4pt, line cap=round] (2.1,4.4) .. controls (1.9,4) and (2.6,3.8) .. (2.3,3.4) .. controls (2.1,3.1) and (2.7,2.9) .. (2.5,2.6);',
  ],
};
