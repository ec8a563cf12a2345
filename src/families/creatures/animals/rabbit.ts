import { body, FACE, snout } from '../body.ts';
import type { Animal } from '../part.ts';

const FUR = 'black!22';

export const rabbit: Animal = {
  name: 'rabbit',
  fur: FUR,
  lines: [
    '\\fill[black!7, draw=black!25, line width=.4pt] (-.95,.4) circle[radius=.3];',
    ...body({ fur: FUR, dark: 'black!34', belly: 'black!6' }),
    `\\fill[${FUR}, rotate around={10:(-.28,2.8)}] (-.28,3.3) ellipse[x radius=.2, y radius=.66];`,
    `\\fill[${FUR}, rotate around={-10:(.28,2.8)}] (.28,3.3) ellipse[x radius=.2, y radius=.66];`,
    '\\fill[pink, rotate around={10:(-.28,2.8)}] (-.28,3.32) ellipse[x radius=.1, y radius=.5];',
    '\\fill[pink, rotate around={-10:(.28,2.8)}] (.28,3.32) ellipse[x radius=.1, y radius=.5];',
    `\\fill[${FUR}] (0,2.36) ellipse[x radius=.72, y radius=.66];`,
    '\\fill[black!6] (-.16,2.1) circle[radius=.22] (.16,2.1) circle[radius=.22];',
    '\\fill[white, draw=black!30, line width=.3pt] (-.09,2.05) rectangle (.09,1.84);',
    ...FACE,
    ...snout('pink!60!red'),
  ],
};
