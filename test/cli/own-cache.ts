import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { testCache } from '../helpers/workshop.ts';

/** A cache of its own that shares nothing but the TeX trees, which take long to build. */
export function ownCache(): string {
  const folder = temporaryFolder();
  const trees = existsSync(testCache()) ? readdirSync(testCache()) : [];
  for (const name of trees.filter((one) => one.startsWith('tex-')))
    symlinkSync(join(testCache(), name), join(folder, name));
  return folder;
}
