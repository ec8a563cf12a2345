import type { Vehicle } from '../part.ts';

export const rocket: Vehicle = {
  name: 'rocket',
  seat: { x: -0.2, y: 1.85 },
  widthCm: 7.3,
  hidesRider: false,
  lines: [
    '\\fill[orange] (-2.5,1.35) .. controls (-3.2,1.5) and (-3.6,1.2) .. (-4,1) .. controls (-3.6,.8) and (-3.2,.5) .. (-2.5,.65) -- cycle;',
    '\\fill[yellow] (-2.5,1.2) .. controls (-2.9,1.25) and (-3.1,1.1) .. (-3.4,1) .. controls (-3.1,.9) and (-2.9,.75) .. (-2.5,.8) -- cycle;',
    '\\fill[red!80!black] (-2.5,1.5) -- (-3.1,2.2) -- (-1.9,2.1) -- (-1.2,1.6) -- cycle (-2.5,.5) -- (-3.1,-.2) -- (-1.9,-.1) -- (-1.2,.4) -- cycle;',
    '\\filldraw[fill=black!8, draw=black!45, line width=.8pt] (-2.6,.5) .. controls (-1.6,.05) and (1.2,0) .. (2.1,.35) -- (2.1,1.65) .. controls (1.2,2) and (-1.6,1.95) .. (-2.6,1.5) -- cycle;',
    '\\fill[red!80!black] (2.1,.35) .. controls (2.7,.5) and (3.1,.8) .. (3.3,1) .. controls (3.1,1.2) and (2.7,1.5) .. (2.1,1.65) -- cycle;',
    '\\foreach \\x in {-1.3,-.1,1.1} \\filldraw[fill=cyan!35, draw=black!50, line width=1.4pt] (\\x,1) circle[radius=.33];',
    '\\foreach \\x in {-1.3,-.1,1.1} \\draw[white, line width=1.2pt, line cap=round] (\\x-.16,1.05) arc[start angle=170, end angle=100, radius=.2];',
  ],
};
