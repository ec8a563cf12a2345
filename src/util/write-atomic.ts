import { rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from './make-folder.ts';

/** Writes a file so that readers see all of it or nothing: beside it first, then renamed. Makes its folder. */
export async function writeAtomic(path: string, content: string | Uint8Array): Promise<void> {
  makeFolder(dirname(path));
  const beside = `${path}.${process.pid}.partial`;
  try {
    await writeFile(beside, content);
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}
