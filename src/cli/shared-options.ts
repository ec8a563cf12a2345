import type { Argv } from 'yargs';
import type { Environment } from './environment.ts';
import { readNumber } from './number-option.ts';

// A worker holds about 150 MB.
const MOST_WORKERS = 64;

export interface JsonOption {
  readonly json: boolean;
}
export interface WorkshopFlags {
  readonly unsafeNoSandbox: boolean;
  /** As it was typed. */
  readonly concurrency: string | undefined;
}

/** `--json`: data for machines on standard output. */
export function withJson<T>(yargs: Argv<T>, what: string): Argv<T & JsonOption> {
  return yargs.option('json', { type: 'boolean', default: false, describe: what });
}

/** The flag of all commands that draw. */
export function withSandbox<T>(yargs: Argv<T>): Argv<T & { readonly unsafeNoSandbox: boolean }> {
  return yargs.option('unsafe-no-sandbox', {
    type: 'boolean',
    default: false,
    describe: 'Compile without a sandbox. Drawings can then read your files. Shown in the report',
  }) as unknown as Argv<T & { readonly unsafeNoSandbox: boolean }>;
}

/** The flags of commands that draw and ask nobody. */
export function withWorkshop<T>(yargs: Argv<T>): Argv<T & WorkshopFlags> {
  return withSandbox(
    yargs.option('concurrency', {
      requiresArg: true,
      describe: 'Drawings worked on at the same time (default: the number of cores)',
    }),
  ) as unknown as Argv<T & WorkshopFlags>;
}

/** How many drawings to work on at the same time: what the flag says, else the number of cores. */
export function readWorkers(flag: string, typed: string | undefined, environment: Environment): number {
  const workers = readNumber(flag, typed, { from: 1, to: MOST_WORKERS, isWhole: true });
  return workers ?? Math.min(MOST_WORKERS, environment.cpus);
}

/** The same for the flags of `withWorkshop`. */
export function workersOf({ concurrency }: WorkshopFlags, environment: Environment): number {
  return readWorkers('concurrency', concurrency, environment);
}
