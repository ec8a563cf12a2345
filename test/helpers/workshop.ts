import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox, SceneReader, TexCompiler } from '../../src/domain/ports.ts';
import { createSceneReader } from '../../src/scene/pool.ts';
import { createTexCompiler } from '../../src/tex/compile.ts';
import { prepareTex } from '../../src/tex/prepare.ts';
import { bubblewrapSandbox } from '../../src/tex/sandbox/bubblewrap.ts';

/** The real thing: real TeX in the real sandbox, one reader. */
export interface TestWorkshop extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly compiler: TexCompiler;
  readonly reader: SceneReader;
}

export const ROOT = join(import.meta.dirname, '..', '..');

/** `texSandbox`: for tests that want other limits for TeX. */
export async function openTestWorkshop(
  workers = 1,
  texSandbox: Sandbox = bubblewrapSandbox(),
): Promise<TestWorkshop> {
  const sandbox = bubblewrapSandbox();
  const installation = await prepareTex({ cacheDirectory: testCache(), latexDirectory: join(ROOT, 'latex') });
  const reader = createSceneReader({ sandbox, workers });
  return {
    sandbox,
    compiler: createTexCompiler({ installation, sandbox: texSandbox }),
    reader,
    [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose](),
  };
}

/** The cache that set-up fills too, so that the format is built once a machine. */
export function testCache(): string {
  return (
    process.env.OTTERBENCH_CACHE ||
    join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'otterbench')
  );
}
