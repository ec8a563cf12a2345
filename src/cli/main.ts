import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../domain/usage-error.ts';
import { askOnTerminal } from './ask-on-terminal.ts';
import { type Environment, speakTo } from './environment.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { readKeys } from './keys.ts';
import { explainWriting } from './output-folder.ts';
import { runProgram } from './program.ts';
import { redactorFor } from './redact.ts';

const packageDirectory = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function openEnvironment(signal: AbortSignal): Environment {
  const { stdin, stdout, stderr } = process;
  let hideSecrets = redactorFor({ variables: knownVariables() });
  const redact = (text: string): string => hideSecrets(text);
  return {
    workingDirectory: process.cwd(),
    variables: process.env,
    packageDirectory,
    isInteractive: stderr.isTTY === true,
    canAsk: stdin.isTTY === true && stderr.isTTY === true,
    // Some terminals say 0.
    get columns() {
      return stderr.columns || 100;
    },
    get rows() {
      return stderr.rows || 24;
    },
    cpus: availableParallelism(),
    signal,
    now: () => new Date(),
    random: Math.random,
    redact,
    hide: (sources) => {
      hideSecrets = redactorFor(sources);
    },
    ask: (question) => askOnTerminal(redact(question), { input: stdin, output: stderr, signal }),
    ...speakTo({ stdout, stderr }, redact),
  };
}

/** A key file with mistakes is told of by the commands that need it. */
function knownVariables(): Environment['variables'] {
  try {
    return readKeys({ variables: process.env, workingDirectory: process.cwd() }).variables;
  } catch (error) {
    if (error instanceof UsageError) return process.env;
    throw error;
  }
}

/** The first signal asks for a clean stop; the second one stops at once. */
function listenForInterrupt(controller: AbortController): void {
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
}

/** What is paid for: a reader that goes away stops it, cleanly, but does not make it done. */
const PAID_COMMANDS: readonly (string | undefined)[] = ['run'];

/** A reader that goes away (`otterbench … | head`) is no bug: data ends the process, messages go nowhere. */
function outliveReaders(controller: AbortController): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    if (!PAID_COMMANDS.includes(process.argv[2])) process.exit(EXIT.done);
    controller.abort();
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

function reportError(thrown: unknown, environment: Environment): ExitCode {
  if (environment.signal.aborted && (thrown as Error | null)?.name === 'AbortError') {
    environment.say('otterbench: interrupted.');
    return EXIT.interrupted;
  }
  const error = explainFullDisk(thrown);
  if (error instanceof UsageError) {
    environment.say(`otterbench: ${error.message}`);
    if (error.remedy !== null) environment.say(error.remedy);
    return EXIT.usage;
  }
  environment.say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  environment.say('otterbench: this is a bug of otterbench. Please report it with the lines above.');
  return EXIT.bug;
}

/** Wherever it is that a disk has no room, that is no bug. */
function explainFullDisk(error: unknown): unknown {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT' && code !== 'EROFS') return error;
  return explainWriting(error, path ?? 'A file');
}

const controller = new AbortController();
listenForInterrupt(controller);
const environment = openEnvironment(controller.signal);
outliveReaders(controller);
process.on('uncaughtException', (error) => process.exit(reportError(error, environment)));
try {
  const manifest = readFileSync(join(packageDirectory, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const code = await runProgram(process.argv.slice(2), environment, version);
  process.exitCode = environment.signal.aborted ? EXIT.interrupted : code;
} catch (error) {
  process.exitCode = reportError(error, environment);
}
