import yargs, { type Argv } from 'yargs';
import { type AnyCommand, COMMANDS, GROUPS } from './commands.ts';
import type { Environment } from './environment.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { type DeclaredFlags, requireCommand, requireSingles, UNKNOWN, wrongUse } from './wrong-use.ts';

/** What yargs is told once for a line. */
interface Line {
  readonly args: readonly string[];
  readonly version: string;
  readonly columns: number;
  readonly run: (command: AnyCommand, options: unknown) => Promise<void>;
  /** The flags of the command that the line names, from when yargs has got to it. */
  declared: DeclaredFlags | null;
}

/** Runs one command line. Throws UsageError for wrong use; anything else that it throws is a bug. */
export async function runProgram(
  args: readonly string[],
  environment: Environment,
  version: string,
): Promise<ExitCode> {
  requireCommand(args);
  let exitCode: ExitCode = EXIT.done;
  const run = async (command: AnyCommand, options: unknown): Promise<void> => {
    exitCode = await command.run(options, environment);
  };
  await parserOf({ args, version, columns: environment.columns, run, declared: null }).parseAsync();
  return exitCode;
}

/** What `otterbench WORDS… --help` prints. */
export async function helpText(words: readonly string[]): Promise<string> {
  const args = [...words, '--help'];
  const parser = parserOf({ args, version: '', columns: 100, run: async () => {}, declared: null });
  return new Promise((resolve, reject) => {
    parser.parse(args, (error: unknown, _argv: unknown, output: string) =>
      error ? reject(error) : resolve(output),
    );
  });
}

function parserOf(line: Line): Argv {
  const add = (parser: Argv, command: AnyCommand): Argv => addCommand(parser, command, line);
  const parser = COMMANDS.reduce(add, base(line));
  return GROUPS.reduce(
    (all, { name, summary, commands }) =>
      all.command(name, summary, (inner) => commands.reduce(add, inner).demandCommand(1)),
    parser,
  );
}

function addCommand(parser: Argv, command: AnyCommand, line: Line): Argv {
  return parser.command(
    command.usage,
    command.summary,
    (inner) => {
      const flags = withExamples(command.options(inner), command);
      line.declared = flags as unknown as DeclaredFlags;
      return flags;
    },
    async (options) => {
      if (line.declared) requireSingles(options, line.declared);
      await line.run(command, options);
    },
  );
}

const WORDS = {
  'Unknown argument: %s': { one: `${UNKNOWN}%s`, other: `${UNKNOWN}%s` },
  'Not enough non-option arguments: got %s, need at least %s': {
    one: 'got %s arguments, expected at least %s',
    other: 'got %s arguments, expected at least %s',
  },
};

function base(line: Line): Argv {
  const { args, version, columns } = line;
  return yargs([...args])
    .scriptName('otterbench')
    .usage('$0 <command>\n\nFinds out how well language models reason about space: they draw in TikZ, blind.')
    .version(version)
    .help()
    .alias('help', 'h')
    .strict()
    .updateStrings(WORDS as never)
    .parserConfiguration({
      'duplicate-arguments-array': true,
      // `--tasks a sweep.yaml`: the second word is the file.
      'greedy-arrays': false,
      // Numbers are read by their commands, which can then say what was typed.
      'parse-numbers': false,
    })
    .demandCommand(1)
    .wrap(Math.min(100, columns))
    .exitProcess(false)
    .fail((message, error) => {
      if (error && error.name !== 'YError') throw error;
      throw wrongUse(message ?? error.message, args, line.declared);
    });
}

function withExamples(parser: Argv, command: AnyCommand): Argv {
  return command.examples.reduce((inner, [line, meaning]) => inner.example(line, meaning), parser);
}
