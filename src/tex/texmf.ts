import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { AllowedPackages } from './allowed-packages.ts';
import type { InstalledTex } from './installed-tex.ts';
import { slimKernel } from './slim-kernel.ts';

/** Where files that are found by name go in the tree. */
function folderOfFile(name: string): string {
  return name.endsWith('.map') ? 'fonts/map/pdftex' : 'tex/generic/config';
}

/** Copies a folder from every root that has it; false when none does. */
async function copyFolder(folder: string, roots: readonly string[], target: string): Promise<boolean> {
  let isCopied = false;
  for (const root of [...roots].reverse()) {
    const source = join(root, folder);
    const isThere = await stat(source).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    if (!isThere) continue;
    await cp(source, join(target, folder), { recursive: true, dereference: true });
    isCopied = true;
  }
  return isCopied;
}

interface Listing {
  readonly folder: string;
  readonly names: readonly string[];
}

async function list(root: string): Promise<readonly Listing[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const byFolder = new Map<string, string[]>();
  for (const entry of entries) {
    const folder = relative(root, entry.parentPath);
    const names = byFolder.get(folder) ?? [];
    names.push(entry.name);
    byFolder.set(folder, names);
  }
  return [...byFolder].map(([folder, names]) => ({ folder, names: names.sort() }));
}

/** The file list that kpathsea reads instead of the disk. */
function lsR(listings: readonly Listing[]): string {
  const head = '% ls-R -- filename database for kpathsea; do not change this line.\n';
  const blocks = [...listings]
    .sort((a, b) => (a.folder < b.folder ? -1 : 1))
    .map(({ folder, names }) => `\n./${folder}:\n${names.join('\n')}\n`);
  return head + blocks.join('');
}

/** The lines of a font map whose fonts are all in the tree: pdfTeX reads the map whole for every drawing. */
export function trimFontMap(map: string, isInTree: (file: string) => boolean): string {
  const lines = map.split('\n').filter((line) => {
    const files = [...line.matchAll(/<\[?([^\s<]+)/g)].map((match) => match[1] as string);
    return !line.startsWith('%') && files.length > 0 && files.every(isInTree);
  });
  return `${lines.join('\n')}\n`;
}

async function trimMapOf(core: string, more: string): Promise<void> {
  const names = new Set([...(await list(core)), ...(await list(more))].flatMap((listing) => listing.names));
  const file = join(core, folderOfFile('pdftex.map'), 'pdftex.map');
  const map = await readFile(file, 'latin1');
  await writeFile(
    file,
    trimFontMap(map, (name) => names.has(name)),
    'latin1',
  );
}

/** Where the harness keeps its own style files, and the tree that is made of the installed TeX. */
export interface TreeRequest {
  readonly tex: InstalledTex;
  readonly allowed: AllowedPackages;
  readonly latexDirectory: string;
  /** An empty folder; filled with `core/`, `more/` and `texmf.cnf`. */
  readonly target: string;
}

async function copyOwnStyles(latexDirectory: string, core: string): Promise<void> {
  const names = (await readdir(latexDirectory)).filter((name) => name.endsWith('.sty'));
  for (const name of names) await cp(join(latexDirectory, name), join(core, 'tex/latex/otterbench', name));
}

/**
 * Makes a texmf tree that holds the allowed packages only, copied, with its own file list and a trimmed font map.
 * Returns the folders that the installed TeX does not have; those of the format must not be missing, the caller decides.
 */
export async function buildTexmf(request: TreeRequest): Promise<readonly string[]> {
  const { tex, allowed, latexDirectory, target } = request;
  const [core, more] = [join(target, 'core'), join(target, 'more')];
  const absent: string[] = [];
  const moreFolders = new Set(allowed.packages.flatMap((item) => item.folders));
  await mkdir(more, { recursive: true });
  for (const folder of allowed.format.folders)
    if (!(await copyFolder(folder, tex.roots, core))) absent.push(folder);
  for (const folder of moreFolders) if (!(await copyFolder(folder, tex.roots, more))) absent.push(folder);
  for (const [name, source] of Object.entries(tex.files)) {
    const copy = join(core, folderOfFile(name), name);
    await mkdir(dirname(copy), { recursive: true });
    await cp(source, copy, { dereference: true });
  }
  await copyOwnStyles(latexDirectory, core);
  await slimKernel(core);
  await cp(join(latexDirectory, 'texmf.cnf'), join(target, 'texmf.cnf'));
  await trimMapOf(core, more);
  for (const tree of [core, more]) await writeFile(join(tree, 'ls-R'), lsR(await list(tree)));
  return absent;
}
