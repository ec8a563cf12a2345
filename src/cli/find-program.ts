import { accessSync, constants, statSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { Environment } from './environment.ts';

/** The folders of the user's `PATH`; undefined where there is none. Relative ones are left out: they change with the place. */
export function searchPath({ variables }: Pick<Environment, 'variables'>): readonly string[] | undefined {
  const folders = (variables.PATH ?? '').split(':').filter(isAbsolute);
  return folders.length === 0 ? undefined : folders;
}

/** The path of a program in these folders, or null. */
export function findProgram(name: string, folders: readonly string[]): string | null {
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
