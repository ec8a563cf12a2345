import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a drawing may load, from `latex/allowed-packages.json`. Folders are relative to a texmf root. */
export interface AllowedPackages {
  /** What the dumped format is made of; `files` are found by name. */
  readonly format: { readonly folders: readonly string[]; readonly files: readonly string[] };
  readonly packages: readonly {
    readonly name: string;
    readonly reason: string;
    readonly folders: readonly string[];
  }[];
  /** Packages of finished pictures: asking for one is not drawing. */
  readonly readyMadeArt: readonly string[];
}

/** Reads the list that ships with the harness. */
export async function readAllowedPackages(latexDirectory: string): Promise<AllowedPackages> {
  return JSON.parse(await readFile(join(latexDirectory, 'allowed-packages.json'), 'utf8'));
}
