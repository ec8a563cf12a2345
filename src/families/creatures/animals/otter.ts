import { body, FACE, snout, WHISKERS } from '../body.ts';
import type { Animal } from '../part.ts';

const FUR = 'brown!70!black';

export const otter: Animal = {
  name: 'otter',
  fur: FUR,
  lines: [
    '\\fill[brown!55!black] (-.4,.1) .. controls (-1,-.1) and (-1.6,.1) .. (-1.95,.7) .. controls (-1.5,.55) and (-1,.75) .. (-.5,.75) -- cycle;',
    ...body({ fur: FUR, dark: 'brown!50!black', belly: 'brown!25' }),
    `\\fill[${FUR}] (-.62,2.78) circle[radius=.17] (.62,2.78) circle[radius=.17];`,
    '\\fill[brown!35] (-.62,2.79) circle[radius=.08] (.62,2.79) circle[radius=.08];',
    `\\fill[${FUR}] (0,2.38) ellipse[x radius=.8, y radius=.66];`,
    '\\fill[brown!22] (0,2.1) ellipse[x radius=.5, y radius=.31];',
    ...FACE,
    ...snout(),
    WHISKERS,
  ],
};
