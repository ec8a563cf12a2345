import { constants } from 'node:fs';
import { access, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from '../domain/usage-error.ts';
import { runProcess } from '../util/run-process.ts';

/** The TeX of this machine that the private tree is made from. */
export interface InstalledTex {
  readonly pdftex: string;
  /** Changes when the binary does. */
  readonly pdftexStamp: string;
  /** texmf roots, first one wins. */
  readonly roots: readonly string[];
  /** Where files that are found by name lie. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where a `pdftex` may be, besides what the caller names. */
const SEARCH_PATH = ['/usr/bin', '/usr/local/bin', '/Library/TeX/texbin', '/opt/homebrew/bin'];

export const TEX_PACKAGES =
  'apt-get install -y texlive-latex-base texlive-latex-recommended texlive-latex-extra texlive-pictures texlive-fonts-recommended lmodern';

function missing(what: string): UsageError {
  return new UsageError(`TeX is not complete: expected ${what}, found none.`, {
    remedy: `Debian or Ubuntu: ${TEX_PACKAGES}`,
  });
}

async function findProgram(name: string, searchPath: readonly string[]): Promise<string> {
  for (const folder of searchPath) {
    const path = join(folder, name);
    const isThere = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw missing(`the program \`${name}\` in ${searchPath.join(', ')}`);
}

async function kpsewhich(program: string, args: readonly string[]): Promise<readonly string[]> {
  const environment = { PATH: dirname(program), HOME: '/' };
  const result = await runProcess(
    { file: program, args },
    { wallMs: 20_000, maxOutputBytes: 1_000_000, environment },
  );
  return new TextDecoder().decode(result.stdout).split('\n').filter(Boolean);
}

async function existing(folders: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(
    folders.map((folder) =>
      stat(folder).then(
        (entry) => entry.isDirectory(),
        () => false,
      ),
    ),
  );
  return folders.filter((_, index) => found[index]);
}

/**
 * Looks up pdfTeX, its trees and the named files. Throws a UsageError with the command that installs what is missing.
 */
export async function findInstalledTex(
  fileNames: readonly string[],
  searchPath: readonly string[] = SEARCH_PATH,
): Promise<InstalledTex> {
  const pdftex = await findProgram('pdftex', searchPath);
  const finder = await findProgram('kpsewhich', searchPath);
  const [dist, debian, paths] = await Promise.all([
    kpsewhich(finder, ['-var-value=TEXMFDIST']),
    kpsewhich(finder, ['-var-value=TEXMFDEBIAN']),
    kpsewhich(finder, ['-progname=pdflatex', ...fileNames]),
  ]);
  const files = Object.fromEntries(paths.map((path) => [path.slice(path.lastIndexOf('/') + 1), path]));
  for (const name of fileNames) if (files[name] === undefined) throw missing(`the file \`${name}\``);
  const { size, mtimeMs } = await stat(await realpath(pdftex));
  return { pdftex, pdftexStamp: `${size} ${mtimeMs}`, roots: await existing([...dist, ...debian]), files };
}
