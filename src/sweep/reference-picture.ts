import { readFileSync } from 'node:fs';
import type { Task } from '../domain/task.ts';

const pictures = new Map<string, Uint8Array | null>();

/** The picture that a task refers to, read once; null where its file is gone, as with a run that was made elsewhere. */
export function referencePicture({ path, hash }: NonNullable<Task['reference']>): Uint8Array | null {
  const key = `${hash} ${path}`;
  const known = pictures.get(key);
  if (known !== undefined) return known;
  const picture = read(path);
  pictures.set(key, picture);
  return picture;
}

function read(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
