import { globSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { SandboxBind, SandboxedCommand } from '../../domain/ports.ts';
import { libraryBinds } from '../../util/shared-libraries.ts';
import { neededPackages } from './needed-packages.ts';

/** `src` in a checkout, `dist` in the package; the worker is run in the same form as this file. */
const CODE = dirname(dirname(import.meta.dirname));
const MAIN = join(CODE, 'scene', 'worker', `main${extname(import.meta.filename)}`);
const MANIFEST = join(dirname(CODE), 'package.json');

/** JavaScript's own heap; above what the pool allows the whole process, so that the pool's limit comes first. */
const HEAP_MEGABYTES = 1024;
const SCRATCH = '/job';
const MEGABYTE = 1024 * 1024;

/** The worker's command: Node, its libraries, our code and the packages it needs; no network, no environment, no files. */
export async function workerCommand(nodePath: string): Promise<SandboxedCommand> {
  const packages = neededPackages(import.meta.filename);
  const native = packages.flatMap(({ source }) =>
    globSync('*.node', { cwd: source }).map((name) => join(source, name)),
  );
  const libraries = await Promise.all([nodePath, ...native].map((program) => libraryBinds(program)));
  return {
    program: nodePath,
    args: ['--disallow-code-generation-from-strings', `--max-old-space-size=${HEAP_MEGABYTES}`, MAIN],
    // The canvas asks for the home folder while it loads; with neither HOME nor /etc/passwd that is an error.
    environment: { HOME: SCRATCH },
    readOnly: withoutRepeats([same(nodePath), ...libraries.flat(), same(MANIFEST), same(CODE), ...packages]),
    writable: [],
    workingDirectory: SCRATCH,
    scratchBytes: MEGABYTE,
    limits: {
      // Over the whole life of a worker; each reading has a limit of its own by the clock.
      cpuSeconds: 3600,
      addressSpaceBytes: null,
      fileSizeBytes: MEGABYTE,
      openFiles: 256,
    },
  };
}

function same(path: string): SandboxBind {
  return { source: path, target: path };
}

function withoutRepeats(binds: readonly SandboxBind[]): readonly SandboxBind[] {
  return [...new Map(binds.map((bind) => [bind.target, bind])).values()];
}
