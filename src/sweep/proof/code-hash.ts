import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../util/sha256.ts';

/** What a proof is made by, next to the folder of sweeps. */
const LAYERS = ['domain', 'draw', 'grade', 'scene', 'sweep', 'tex', 'util'];
/** Parts of them that no proof goes through. */
const ASIDE = /^(grade\/(judge|pixels)|sweep\/(asking|batching|judging))\//;

/**
 * SHA-256 over the code that draws, reads, breaks and grades, as it runs: a proof says something about this very code,
 * whether or not somebody thought of raising a version.
 */
export function proofCodeHash(): string {
  const root = join(import.meta.dirname, '..', '..');
  const files = LAYERS.flatMap((layer) =>
    readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.[jt]s$/u.test(path) && !path.endsWith('.d.ts'))
      .map((path) => join(layer, path))
      .filter((path) => !ASIDE.test(path)),
  );
  return sha256(
    files
      .sort()
      .map((path) => `${path} ${sha256(readFileSync(join(root, path), 'utf8'))}`)
      .join('\n'),
  );
}
