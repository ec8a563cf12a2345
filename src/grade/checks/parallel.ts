import { angleCheck } from './line-angle.ts';

/** Met when A and B run the same way, in either sense. Constants and margin: see angleCheck. */
export const parallel = angleCheck({ name: 'parallel', angleDeg: 0 });
