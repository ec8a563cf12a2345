import { body, FACE, snout } from '../body.ts';
import type { Animal } from '../part.ts';

const DARK = 'black!78';
const PALE = 'black!6';

export const panda: Animal = {
  name: 'panda',
  fur: DARK,
  lines: [
    `\\begin{scope}[draw=black!40, line width=.5pt]`,
    ...body({ fur: `draw, ${PALE}`, dark: DARK, belly: 'white' }),
    '\\end{scope}',
    `\\fill[${DARK}] (-.47,1.75) .. controls (-.65,1.6) and (-.72,1.3) .. (-.76,1.1) .. controls (-.3,1.3) and (.3,1.3) .. (.76,1.1) .. controls (.72,1.3) and (.65,1.6) .. (.47,1.75) -- cycle;`,
    `\\fill[${DARK}] (-.6,2.86) circle[radius=.25] (.6,2.86) circle[radius=.25];`,
    `\\filldraw[fill=${PALE}, draw=black!40, line width=.5pt] (0,2.36) ellipse[x radius=.8, y radius=.68];`,
    `\\fill[${DARK}, rotate around={30:(-.29,2.43)}] (-.29,2.43) ellipse[x radius=.18, y radius=.24];`,
    `\\fill[${DARK}, rotate around={-30:(.29,2.43)}] (.29,2.43) ellipse[x radius=.18, y radius=.24];`,
    '\\fill[white] (-.27,2.45) circle[radius=.1] (.27,2.45) circle[radius=.1];',
    ...FACE,
    ...snout(),
  ],
};
