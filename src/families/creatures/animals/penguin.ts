import { body, FACE } from '../body.ts';
import type { Animal } from '../part.ts';

const COAT = 'blue!45!black!85';

export const penguin: Animal = {
  name: 'penguin',
  fur: COAT,
  lines: [
    ...body({ fur: COAT, dark: 'orange', belly: 'white' }),
    `\\fill[${COAT}, rotate around={-28:(-.5,1.6)}] (-.62,1.1) ellipse[x radius=.17, y radius=.6];`,
    '\\fill[white] (.02,.85) ellipse[x radius=.58, y radius=.8];',
    `\\fill[${COAT}] (0,2.36) ellipse[x radius=.7, y radius=.68];`,
    '\\fill[white] (-.26,2.36) circle[radius=.33] (.26,2.36) circle[radius=.33] (0,2.15) ellipse[x radius=.42, y radius=.28];',
    ...FACE,
    '\\filldraw[fill=orange, draw=orange!70!black, line width=.4pt, line join=round] (-.2,2.27) .. controls (-.05,2.38) and (.05,2.38) .. (.2,2.27) -- (0,2.08) -- cycle;',
  ],
};
