import type { Argv } from 'yargs';
import type { Environment } from './environment.ts';
import type { ExitCode } from './exit-code.ts';

/** One command of the command line. `options` declares its flags; `run` does it and says how the process ends. */
export interface Command<Options> {
  /** `render <files..>` as yargs reads it. */
  readonly usage: string;
  readonly summary: string;
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  options(yargs: Argv): Argv<Options>;
  run(options: Options, environment: Environment): Promise<ExitCode>;
}

/** `a,b c` given once or several times → `[a, b, c]`. */
export function splitList(values: readonly string[] | undefined): string[] {
  return (values ?? [])
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter(Boolean);
}
