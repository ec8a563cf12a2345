import { join } from 'node:path';
import { cacheDirectory, type Surroundings } from './workshop.ts';

/** Where replies are kept that any run may use again. */
export function replyCachePath(surroundings: Surroundings): string {
  return join(cacheDirectory(surroundings), 'replies.sqlite');
}
