import { directionCheck } from './direction.ts';

/** A higher on the page than B. */
export const above = directionCheck({ name: 'above', words: 'above', axis: 'y', sign: 1 });
