import { directionCheck } from './direction.ts';

/** A lower on the page than B. */
export const below = directionCheck({ name: 'below', words: 'below', axis: 'y', sign: -1 });
