import { join } from 'node:path';
import { cacheDirectory, type Surroundings } from './workshop.ts';

/** Where the proofs of tasks are kept. */
export function proofCachePath(surroundings: Surroundings): string {
  return join(cacheDirectory(surroundings), 'proofs');
}
