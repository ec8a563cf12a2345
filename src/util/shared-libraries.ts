import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Where a library really lies, and the name that the dynamic linker asks for. */
export interface LibraryBind {
  readonly source: string;
  readonly target: string;
}

const run = promisify(execFile);
const known = new Map<string, Promise<readonly LibraryBind[]>>();

async function readLibraries(program: string): Promise<readonly LibraryBind[]> {
  const { stdout } = await run('ldd', [program], { env: { LC_ALL: 'C', PATH: '/usr/bin:/bin' } });
  const paths = [...stdout.matchAll(/(?:=>\s+|^\s+)(\/\S+)\s+\(0x/gm)].map((match) => match[1] as string);
  return Promise.all(paths.map(async (target) => ({ source: await realpath(target), target })));
}

/**
 * The shared libraries of a trusted program, loader included, as binds for a sandbox: the real path, at the name asked
 * for. Asked once a process. Rejects when `ldd` fails (no such program, or statically linked).
 */
export function libraryBinds(program: string): Promise<readonly LibraryBind[]> {
  const cached = known.get(program);
  if (cached !== undefined) return cached;
  const reading = readLibraries(program);
  known.set(program, reading);
  return reading;
}
