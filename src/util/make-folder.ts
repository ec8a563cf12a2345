import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those around it; one that is there is left as it is. Throws the system's error with its true
 * code: asked to make several folders at once, Node says ENOENT where a disk is read-only.
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(outermostMissing(path));
    mkdirSync(path, { recursive: true });
  }
}

function outermostMissing(path: string): string {
  const parent = dirname(path);
  return parent === path || existsSync(parent) ? path : outermostMissing(parent);
}
