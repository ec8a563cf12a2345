import type { Doing } from '../part.ts';

export const iceCream: Doing = {
  name: 'ice cream',
  words: 'eating an ice cream',
  paw: { x: 1, y: 1.35 },
  isOverhead: false,
  lines: [
    '\\filldraw[fill=orange!45!brown!60, draw=brown!70!black, line width=.6pt, line join=round] (.72,1.75) -- (1.1,.85) -- (1.48,1.75) -- cycle;',
    '\\draw[brown!70!black, line width=.5pt] (.85,1.45) -- (1.2,1.75) (.98,1.15) -- (1.4,1.55) (1.35,1.45) -- (1,1.75) (1.22,1.15) -- (.8,1.55);',
    '\\fill[pink!90!red] (1.1,1.95) circle[radius=.42];',
    '\\fill[brown!55!black] (1.02,2.4) circle[radius=.3];',
    '\\fill[red!85!black] (1.05,2.75) circle[radius=.13];',
    '\\fill[white, opacity=.6] (.95,2.08) circle[radius=.09];',
  ],
};
