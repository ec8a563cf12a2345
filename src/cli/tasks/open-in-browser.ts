import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import type { Environment } from '../environment.ts';
import { findProgram, searchPath } from '../find-program.ts';

// What opens a page in the user's browser: freedesktop.org's program, Debian's, that of macOS.
const OPENERS = ['xdg-open', 'sensible-browser', 'open'];

/** Opens a page in the user's browser and does not wait for it. False where there is no program that can. */
export function openInBrowser(path: string, environment: Environment): boolean {
  const folders = searchPath(environment) ?? [];
  const program = OPENERS.map((name) => findProgram(name, folders)).find((found) => found !== null);
  if (program === undefined) return false;
  const child = spawn(program, [pathToFileURL(path).href], { detached: true, stdio: 'ignore' });
  // The page is written and its path printed: a browser that does not start is no reason to fail.
  child.on('error', () => {});
  child.unref();
  return true;
}
