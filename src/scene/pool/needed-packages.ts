import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { SandboxBind } from '../../domain/ports.ts';

/** What the worker imports, beside its own code. */
const DIRECT = ['pdfjs-dist', 'culori'];
const CANVAS = '@napi-rs/canvas';

/**
 * The npm packages of the worker as binds. Each lies really where the package manager put it (which may be a link),
 * and is bound where the worker looks for it: beside pdf.js, in one folder.
 */
export function neededPackages(from: string): readonly SandboxBind[] {
  const direct = DIRECT.map((name) => ({ name, ...locate(name, from) }));
  const pdfjs = direct[0];
  if (pdfjs === undefined) return [];
  const canvas = locate(CANVAS, join(pdfjs.source, 'package.json'));
  const all = [...direct, { name: CANVAS, ...canvas }, ...platformPackages(canvas.source)];
  return all.map(({ name, source }) => ({ source, target: join(pdfjs.folder, name) }));
}

/** The canvas keeps its machine code in a package for each platform; only ours is installed. */
function platformPackages(canvas: string) {
  const { optionalDependencies = {} } = JSON.parse(readFileSync(join(canvas, 'package.json'), 'utf8')) as {
    optionalDependencies?: Record<string, string>;
  };
  const from = join(canvas, 'package.json');
  return Object.keys(optionalDependencies).flatMap((name) => {
    const found = find(name, from);
    return found === null ? [] : [{ name, ...found }];
  });
}

function locate(name: string, from: string) {
  const found = find(name, from);
  if (found === null) throw new Error(`The package "${name}" is not installed; run "npm install".`);
  return found;
}

function find(name: string, from: string): { readonly source: string; readonly folder: string } | null {
  const folders = createRequire(from).resolve.paths(name) ?? [];
  const folder = folders.find((candidate) => existsSync(join(candidate, name, 'package.json')));
  return folder === undefined ? null : { folder, source: realpathSync(join(folder, name)) };
}
