import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { neededPackages } from './pool/needed-packages.ts';

/** Raised whenever a scene, a mask or a grounding of the same PDF comes out differently. */
const SCENE_VERSION = '6';

/** Versions that a scene depends on, by name; part of the key that a scene is stored by. */
export function sceneVersions(): Readonly<Record<string, string>> {
  const { version } = createRequire(import.meta.url)('pdfjs-dist/package.json') as { version: string };
  return { scene: SCENE_VERSION, pdfjs: version, canvas: canvasVersion() };
}

function canvasVersion(): string {
  const canvas = neededPackages(import.meta.filename).find(({ target }) =>
    target.endsWith('@napi-rs/canvas'),
  );
  const manifest = readFileSync(join(canvas?.source ?? '', 'package.json'), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
