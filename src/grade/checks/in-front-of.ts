import { depthCheck } from './depth.ts';

/** A covers B where they meet. */
export const inFrontOf = depthCheck('in-front-of');
