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

/** The flags of all commands that draw. */
export function withWorkshop<T>(yargs: Argv<T>): Argv<T & WorkshopFlags> {
  return yargs
    .option('concurrency', {
      requiresArg: true,
      describe: 'Drawings worked on at the same time (default: the number of cores)',
    })
    .option('unsafe-no-sandbox', {
      type: 'boolean',
      default: false,
      describe: 'Compile without a sandbox. Drawings can then read your files. Shown in the report',
    }) as unknown as Argv<T & WorkshopFlags>;
}

/** How many drawings to work on at the same time: the flag, else what a sweep file says, else the number of cores. */
export function workersOf(flags: WorkshopFlags, environment: Environment, fromFile?: number): number {
  const typed = readNumber('concurrency', flags.concurrency, { from: 1, to: MOST_WORKERS, isWhole: true });
  return typed ?? Math.min(MOST_WORKERS, fromFile ?? environment.cpus);
}
