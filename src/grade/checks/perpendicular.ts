import { angleCheck } from './line-angle.ts';

/** Met when A and B lie at a right angle. Constants and margin: see angleCheck. */
export const perpendicular = angleCheck({ name: 'perpendicular', angleDeg: 90 });
