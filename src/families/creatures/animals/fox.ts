import { body, FACE, snout } from '../body.ts';
import type { Animal } from '../part.ts';

const FUR = 'orange!80!red';
const DARK = 'brown!45!black';

export const fox: Animal = {
  name: 'fox',
  fur: FUR,
  lines: [
    `\\fill[${FUR}] (-.5,.35) .. controls (-1.2,.1) and (-2,.5) .. (-1.9,1.5) .. controls (-1.5,1.2) and (-1,1.1) .. (-.45,.95) -- cycle;`,
    '\\fill[white] (-1.9,1.5) .. controls (-1.95,1.2) and (-1.85,.95) .. (-1.72,.85) .. controls (-1.55,1) and (-1.45,1.05) .. (-1.32,1.14) .. controls (-1.55,1.2) and (-1.75,1.35) .. cycle;',
    ...body({ fur: FUR, dark: DARK, belly: 'orange!12' }),
    `\\fill[${FUR}] (-.68,2.45) -- (-.72,3.3) -- (-.12,2.9) -- cycle (.68,2.45) -- (.72,3.3) -- (.12,2.9) -- cycle;`,
    `\\fill[${DARK}] (-.66,2.85) -- (-.7,3.22) -- (-.4,3) -- cycle (.66,2.85) -- (.7,3.22) -- (.4,3) -- cycle;`,
    `\\fill[${FUR}] (0,3) .. controls (.55,3) and (.75,2.7) .. (.72,2.4) .. controls (.95,2.2) and (.75,2.05) .. (.5,1.98) .. controls (.25,1.75) and (-.25,1.75) .. (-.5,1.98) .. controls (-.75,2.05) and (-.95,2.2) .. (-.72,2.4) .. controls (-.75,2.7) and (-.55,3) .. cycle;`,
    '\\fill[orange!8] (-.84,2.2) .. controls (-.5,2.3) and (-.2,2.45) .. (0,2.42) .. controls (.2,2.45) and (.5,2.3) .. (.84,2.2) .. controls (.8,2.08) and (.6,2.02) .. (.5,1.98) .. controls (.25,1.75) and (-.25,1.75) .. (-.5,1.98) .. controls (-.6,2.02) and (-.8,2.08) .. cycle;',
    ...FACE,
    ...snout(),
  ],
};
