import type { Vehicle } from '../part.ts';

const WHEELS = ['-1.75', '1.75'] as const;

export const bicycle: Vehicle = {
  name: 'bicycle',
  seat: { x: -0.5, y: 2.25 },
  widthCm: 5.6,
  hidesRider: false,
  lines: [
    ...WHEELS.flatMap((x) => [
      `\\draw[black!30, line width=.5pt] foreach \\a in {0,30,...,150} { (${x},1.1) +(\\a:1) -- +(\\a+180:1) };`,
      `\\draw[black!75, line width=3.4pt] (${x},1.1) circle[radius=1.04];`,
      `\\fill[black!60] (${x},1.1) circle[radius=.12];`,
    ]),
    '\\draw[red!80!black, line width=3.6pt, line join=round, line cap=round] (-1.75,1.1) -- (-.75,1.95) -- (1.15,2) -- (0,.95) -- (-1.75,1.1) (-.75,1.95) -- (0,.95) (1.05,2.35) -- (1.75,1.1);',
    '\\draw[black!75, line width=3pt, line cap=round] (-.75,1.95) -- (-.82,2.15) (1.05,2.35) -- (1.3,2.5) -- (1.65,2.4);',
    '\\fill[black!80] (-1.35,2.12) .. controls (-1.3,2.36) and (-.5,2.28) .. (-.1,2.22) .. controls (-.4,2.08) and (-1,2.05) .. cycle;',
    '\\filldraw[fill=black!15, draw=black!70, line width=1.4pt] (0,.95) circle[radius=.24];',
    '\\draw[black!75, line width=2pt, line cap=round] (0,.95) -- (.28,.55) (.1,.52) -- (.46,.56);',
  ],
};
