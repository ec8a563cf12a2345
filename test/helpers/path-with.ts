import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from './temporary-folder.ts';

/** A folder for `PATH` that holds only these programs of /usr/bin, and what our shell scripts themselves need. */
export function pathWith(...names: string[]): string {
  const folder = join(temporaryFolder(), 'bin');
  mkdirSync(folder);
  for (const name of ['sh', 'readlink', 'dirname', ...names])
    symlinkSync(`/usr/bin/${name}`, join(folder, name));
  return folder;
}
