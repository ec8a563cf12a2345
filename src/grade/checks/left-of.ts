import { directionCheck } from './direction.ts';

/** A left of B, as the reader of the page sees it. */
export const leftOf = directionCheck({ name: 'left-of', words: 'left of', axis: 'x', sign: -1 });
