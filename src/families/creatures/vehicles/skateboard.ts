import type { Vehicle } from '../part.ts';

export const skateboard: Vehicle = {
  name: 'skateboard',
  seat: { x: 0, y: 0.72 },
  widthCm: 5.2,
  hidesRider: false,
  lines: [
    '\\fill[black!55] (-1.55,.62) -- (-1.2,.62) -- (-1.3,.3) -- (-1.45,.3) -- cycle (1.55,.62) -- (1.2,.62) -- (1.3,.3) -- (1.45,.3) -- cycle;',
    '\\fill[yellow!80!orange] (-1.65,.27) circle[radius=.27] (-1.1,.27) circle[radius=.27] (1.1,.27) circle[radius=.27] (1.65,.27) circle[radius=.27];',
    '\\fill[black!70] (-1.65,.27) circle[radius=.1] (-1.1,.27) circle[radius=.1] (1.1,.27) circle[radius=.1] (1.65,.27) circle[radius=.1];',
    '\\draw[green!55!blue!80!black, line width=6pt, line cap=round, line join=round] (-2.5,.95) .. controls (-2.2,.7) and (-2.1,.65) .. (-1.8,.65) -- (1.8,.65) .. controls (2.1,.65) and (2.2,.7) .. (2.5,.95);',
    '\\draw[yellow!70, line width=1.2pt, line cap=round] (-1.5,.62) -- (1.5,.62);',
  ],
};
