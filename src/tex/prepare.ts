import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { UsageError } from '../domain/usage-error.ts';
import { makeFolder } from '../util/make-folder.ts';
import { type AllowedPackages, readAllowedPackages } from './allowed-packages.ts';
import { buildFormats } from './format.ts';
import { findInstalledTex, type InstalledTex, TEX_PACKAGES } from './installed-tex.ts';
import { buildTexmf } from './texmf.ts';

/** A private tree with its formats, ready to be bound into a sandbox. */
export interface TexInstallation {
  /** Holds `core/`, `more/`, `formats/`, `texmf.cnf`. */
  readonly directory: string;
  readonly pdftex: string;
  /** Names all that a picture depends on: engine, kernel, PGF, preamble, styles, settings. */
  readonly hash: string;
  readonly versions: { readonly tex: string; readonly latex: string; readonly pgf: string };
  readonly readyMadeArt: readonly string[];
}

export interface PrepareOptions {
  /** Where the tree is kept; made when it is not there. */
  readonly cacheDirectory: string;
  /** The harness's own `latex/` folder. */
  readonly latexDirectory: string;
  /** Folders to look for `pdftex` in, instead of the usual ones. */
  readonly searchPath?: readonly string[];
}

/** To be raised when the way the tree is built changes. */
const BUILD = 2;

async function stampOf(path: string): Promise<string> {
  const entry = await stat(path).catch(() => null);
  return entry === null ? 'absent' : `${entry.size} ${entry.mtimeMs}`;
}

async function hashOf(tex: InstalledTex, latexDirectory: string): Promise<string> {
  const hash = createHash('sha256').update(`build ${BUILD} ${tex.pdftexStamp}\n`);
  for (const name of (await readdir(latexDirectory)).sort())
    hash.update(`${name}\n`).update(await readFile(join(latexDirectory, name)));
  for (const root of tex.roots)
    for (const file of ['tex/latex/base/latex.ltx', 'tex/generic/pgf/pgf.revision.tex', 'ls-R'])
      hash.update(`${root}/${file} ${await stampOf(join(root, file))}\n`);
  return hash.digest('hex').slice(0, 16);
}

async function readVersions(tree: string): Promise<TexInstallation['versions']> {
  const log = await readFile(join(tree, 'work', 'latex.log'), 'latin1');
  const revision = await readFile(join(tree, 'core/tex/generic/pgf/pgf.revision.tex'), 'latin1');
  return {
    tex: /This is (pdfTeX, Version \S+ \([^)]*\))/.exec(log)?.[1] ?? 'unknown',
    latex: /LaTeX2e <([^>]+)>/.exec(log)?.[1] ?? 'unknown',
    pgf: /\\def\\pgfversion\{([^}]+)\}/.exec(revision)?.[1] ?? 'unknown',
  };
}

interface Build {
  readonly tex: InstalledTex;
  readonly allowed: AllowedPackages;
  readonly latexDirectory: string;
}

async function buildInto(target: string, { tex, allowed, latexDirectory }: Build): Promise<void> {
  const absent = await buildTexmf({ tex, allowed, latexDirectory, target });
  const needed = absent.filter((folder) => allowed.format.folders.includes(folder));
  if (needed.length > 0)
    throw new UsageError(`TeX is not complete: expected the folders ${needed.join(', ')}, found none.`, {
      remedy: `Debian or Ubuntu: ${TEX_PACKAGES}`,
    });
  await buildFormats(tex.pdftex, target, latexDirectory);
  await writeFile(join(target, 'versions.json'), JSON.stringify(await readVersions(target)));
  await rm(join(target, 'work'), { recursive: true });
}

/** Built beside and renamed, so that a tree is there whole or not at all; when two build, the second one throws its own away. */
async function buildOnce(directory: string, build: Build): Promise<void> {
  const parent = join(directory, '..');
  makeFolder(parent);
  const target = await mkdtemp(join(parent, 'building-'));
  try {
    await buildInto(target, build);
    await rename(target, directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
    });
  } finally {
    await rm(target, { recursive: true, force: true });
  }
}

/**
 * Finds TeX, and makes the private tree and the formats where they are not in the cache yet (some seconds; later
 * calls take milliseconds). Throws a UsageError with the command that installs what is missing.
 */
export async function prepareTex(options: PrepareOptions): Promise<TexInstallation> {
  const allowed = await readAllowedPackages(options.latexDirectory);
  const tex = await findInstalledTex(allowed.format.files, options.searchPath);
  const hash = await hashOf(tex, options.latexDirectory);
  const directory = join(options.cacheDirectory, `tex-${hash}`);
  if ((await stampOf(join(directory, 'versions.json'))) === 'absent')
    await buildOnce(directory, { tex, allowed, latexDirectory: options.latexDirectory });
  const versions = JSON.parse(await readFile(join(directory, 'versions.json'), 'utf8'));
  return { directory, pdftex: tex.pdftex, hash, versions, readyMadeArt: allowed.readyMadeArt };
}
