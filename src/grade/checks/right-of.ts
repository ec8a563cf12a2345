import { directionCheck } from './direction.ts';

/** A right of B, as the reader of the page sees it. */
export const rightOf = directionCheck({ name: 'right-of', words: 'right of', axis: 'x', sign: 1 });
