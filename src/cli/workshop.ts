import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox, SceneReader, TexCompiler } from '../domain/ports.ts';
import { UsageError } from '../domain/usage-error.ts';
import { createSceneReader } from '../scene/pool.ts';
import { sceneVersions } from '../scene/version.ts';
import { createTexCompiler } from '../tex/compile.ts';
import { prepareTex, type TexInstallation } from '../tex/prepare.ts';
import { bubblewrapSandbox } from '../tex/sandbox/bubblewrap.ts';
import { SANDBOX_PACKAGES, type SandboxTrial, trySandbox } from '../tex/sandbox/try-sandbox.ts';
import { unconfinedSandbox } from '../tex/sandbox/unconfined.ts';
import { whyNotWritten } from '../util/why-not-written.ts';
import type { Environment } from './environment.ts';
import { findProgram, searchPath } from './find-program.ts';

/** All that it takes to make pictures: opened once a command, closed by `await using`. */
export interface Workshop extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly compiler: TexCompiler;
  readonly reader: SceneReader;
  /** Versions of what a picture depends on, by name. */
  readonly versions: Readonly<Record<string, string>>;
}

export interface WorkshopOptions {
  readonly unsafeNoSandbox: boolean;
  /** How many drawings are worked on at the same time. */
  readonly workers: number;
}

/** What of the environment says where things are. */
export type Surroundings = Pick<Environment, 'variables' | 'packageDirectory'>;

/** Where formats and the TeX tree are kept: `OTTERBENCH_CACHE`, else the user's cache folder. */
export function cacheDirectory({ variables }: Surroundings): string {
  const { OTTERBENCH_CACHE, XDG_CACHE_HOME } = variables;
  return OTTERBENCH_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'otterbench');
}

/** The sandbox, looked for on the user's PATH and tried with its real flags. */
export async function findSandbox(
  surroundings: Surroundings,
): Promise<{ readonly sandbox: Sandbox; readonly trial: SandboxTrial }> {
  const folders = searchPath(surroundings);
  if (folders === undefined) return tried(bubblewrapSandbox());
  const bwrap = findProgram('bwrap', folders);
  const prlimit = findProgram('prlimit', folders);
  if (bwrap !== null && prlimit !== null) return tried(bubblewrapSandbox({ bwrap, prlimit }));
  const missing = [...(bwrap === null ? ['bwrap'] : []), ...(prlimit === null ? ['prlimit'] : [])];
  const reason = `expected the programs bwrap and prlimit on the PATH, found no ${missing.join(' and no ')}`;
  return { sandbox: bubblewrapSandbox(), trial: { works: false, reason, remedy: SANDBOX_PACKAGES } };
}

async function tried(sandbox: Sandbox) {
  return { sandbox, trial: await trySandbox(sandbox) };
}

/** Refuses to go on without a sandbox that works. */
async function openSandbox(unsafeNoSandbox: boolean, surroundings: Surroundings): Promise<Sandbox> {
  if (unsafeNoSandbox) return unconfinedSandbox();
  const { sandbox, trial } = await findSandbox(surroundings);
  if (trial.works) return sandbox;
  throw new UsageError(`the sandbox does not work: ${trial.reason}`, { remedy: trial.remedy });
}

/** The TeX of the user's PATH with its private tree in the cache. Throws UsageError when TeX is missing or the cache can't be written. */
export async function openTex(surroundings: Surroundings): Promise<TexInstallation> {
  const folders = searchPath(surroundings);
  const cache = cacheDirectory(surroundings);
  try {
    return await prepareTex({
      cacheDirectory: cache,
      latexDirectory: join(surroundings.packageDirectory, 'latex'),
      ...(folders && { searchPath: folders }),
    });
  } catch (error) {
    // A file that is missing is none that could not be written.
    const reason = (error as NodeJS.ErrnoException).code === 'ENOENT' ? null : whyNotWritten(error);
    if (reason === null) throw error;
    throw new UsageError(`${cache}: expected a folder that the TeX tree can be kept in, but ${reason}.`, {
      remedy: 'Name another one by OTTERBENCH_CACHE, or make room (about 100 MB).',
      cause: error,
    });
  }
}

export async function openWorkshop(environment: Environment, options: WorkshopOptions): Promise<Workshop> {
  const sandbox = await openSandbox(options.unsafeNoSandbox, environment);
  const installation = await openTex(environment);
  const reader = createSceneReader({ sandbox, workers: options.workers });
  return {
    sandbox,
    compiler: createTexCompiler({ installation, sandbox }),
    reader,
    versions: { ...installation.versions, preamble: installation.hash, ...sceneVersions() },
    [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose](),
  };
}
