import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '..', 'src');

/** Which layers each layer may import, itself aside. The one place where the picture of `docs/architecture.md` is enforced. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  util: [],
  domain: ['util'],
  catalog: ['util', 'domain'],
  families: ['util', 'domain'],
  models: ['util', 'domain'],
  draw: ['util', 'domain'],
  tex: ['util', 'domain'],
  scene: ['util', 'domain'],
  grade: ['util', 'domain'],
  store: ['util', 'domain'],
  stats: ['util', 'domain'],
  report: ['util', 'domain'],
};
const SIBLINGS = Object.keys(ALLOWED);
const LAYERS: Readonly<Record<string, readonly string[]>> = {
  ...ALLOWED,
  sweep: SIBLINGS,
  cli: [...SIBLINGS, 'sweep'],
  'index.ts': [...SIBLINGS, 'sweep'],
};
/** zod is the language of schemas at both borders: what people write (catalog) and what is recorded (models). */
const SEVERAL_FOLDERS: Readonly<Record<string, readonly string[]>> = { zod: ['catalog', 'models'] };
const ONLY_CLI =
  /\bprocess\.(env|argv|exit|cwd|on)\b|\bprocess\.std(out|err)\.write|\bconsole\.|\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(/;
/** A process of its own, whose standard streams are its wire. */
const OWN_PROCESSES = /^scene\/worker/;

interface SourceFile {
  readonly path: string;
  readonly layer: string;
  readonly text: string;
  readonly imports: readonly string[];
}

function readSources(): SourceFile[] {
  return readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith(join('report', 'page')))
    .map((path) => {
      const text = readFileSync(join(SOURCE, path), 'utf8');
      const imports = [
        ...text.matchAll(/(?:^|\n)(?:import|export)[^'"]*?from '([^']+)'|import\('([^']+)'\)/g),
      ];
      return {
        path,
        layer: path.split('/')[0]!,
        text,
        imports: imports.map((match) => match[1] ?? match[2]!),
      };
    });
}

const sources = readSources();

describe('architecture', () => {
  it('every folder of src is a known layer', () => {
    expect([...new Set(sources.map((source) => source.layer))].filter((layer) => !(layer in LAYERS))).toEqual(
      [],
    );
  });

  it('layers import only what lies below them', () => {
    const offences = sources.flatMap(({ path, layer, imports }) =>
      imports
        .filter((target) => target.startsWith('.'))
        .map((target) => relative(SOURCE, normalize(join(SOURCE, dirname(path), target))).split('/')[0]!)
        .filter((target) => target !== layer && !LAYERS[layer]?.includes(target))
        .map((target) => `${path} imports ${target}`),
    );
    expect(offences).toEqual([]);
  });

  it('each npm package is imported in one folder', () => {
    const folders = new Map<string, Set<string>>();
    for (const { layer, imports } of sources) {
      for (const target of imports) {
        if (target.startsWith('.') || target.startsWith('node:')) continue;
        const name = target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/');
        folders.set(name, (folders.get(name) ?? new Set()).add(layer));
      }
    }
    const offences = [...folders].filter(([name, found]) => {
      const allowed = SEVERAL_FOLDERS[name];
      return allowed ? [...found].some((folder) => !allowed.includes(folder)) : found.size > 1;
    });
    expect(offences.map(([name, found]) => `${name}: ${[...found].join(', ')}`)).toEqual([]);
  });

  it('the process, the console, the clock and chance are used only by the command line', () => {
    const offences = sources
      .filter(({ path, layer }) => layer !== 'cli' && !OWN_PROCESSES.test(path))
      .flatMap(({ path, text }) =>
        text.split('\n').flatMap((line, index) => (ONLY_CLI.test(line) ? [`${path}:${index + 1}`] : [])),
      );
    expect(offences).toEqual([]);
  });

  it('no source file has over 300 lines, no import goes in a circle', () => {
    const long = sources.filter(({ text }) => text.split('\n').length > 301).map(({ path }) => path);
    expect({ long, circles: findCircles() }).toEqual({ long: [], circles: [] });
  });
});

function findCircles(): string[] {
  const graph = new Map(
    sources.map(({ path, imports }) => [
      path,
      imports
        .filter((target) => target.startsWith('.'))
        .map((target) => normalize(join(dirname(path), target))),
    ]),
  );
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) circles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    else if (!done.has(path)) {
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
      done.add(path);
    }
  };
  for (const path of graph.keys()) visit(path, []);
  return circles;
}
