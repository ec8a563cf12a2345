import { body, FACE, snout, WHISKERS } from '../body.ts';
import type { Animal } from '../part.ts';

const FUR = 'yellow!45!orange!80!brown';
const STRIPE = 'orange!55!brown';

export const cat: Animal = {
  name: 'cat',
  fur: FUR,
  lines: [
    `\\fill[${FUR}] (-.5,.15) .. controls (-1.7,-.2) and (-2,1) .. (-1.45,1.65) .. controls (-1.3,1.8) and (-1.1,1.6) .. (-1.22,1.42) .. controls (-1.55,.9) and (-1.2,.5) .. (-.5,.6) -- cycle;`,
    ...body({ fur: FUR, dark: STRIPE, belly: 'yellow!12' }),
    `\\fill[${FUR}] (-.7,2.4) -- (-.66,3.2) -- (-.1,2.9) -- cycle (.7,2.4) -- (.66,3.2) -- (.1,2.9) -- cycle;`,
    '\\fill[pink] (-.58,2.75) -- (-.58,3.04) -- (-.3,2.88) -- cycle (.58,2.75) -- (.58,3.04) -- (.3,2.88) -- cycle;',
    `\\fill[${FUR}] (0,2.36) ellipse[x radius=.76, y radius=.64];`,
    `\\fill[${STRIPE}] (-.2,2.98) -- (-.1,2.98) -- (-.13,2.68) -- cycle (-.05,3) -- (.05,3) -- (0,2.62) -- cycle (.2,2.98) -- (.1,2.98) -- (.13,2.68) -- cycle;`,
    '\\fill[yellow!10] (-.16,2.12) circle[radius=.2] (.16,2.12) circle[radius=.2];',
    ...FACE,
    ...snout('pink!50!red'),
    WHISKERS,
  ],
};
