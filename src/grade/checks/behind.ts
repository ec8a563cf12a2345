import { depthCheck } from './depth.ts';

/** A is covered by B where they meet. */
export const behind = depthCheck('behind');
