import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../domain/usage-error.ts';
import { type Environment, speakTo } from './environment.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { explainWriting } from './output-folder.ts';
import { runProgram } from './program.ts';

const packageDirectory = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

function openEnvironment(signal: AbortSignal): Environment {
  return {
    workingDirectory: process.cwd(),
    variables: process.env,
    packageDirectory,
    isInteractive: process.stderr.isTTY === true,
    // Some terminals say 0.
    columns: process.stderr.columns || 100,
    cpus: availableParallelism(),
    signal,
    now: () => new Date(),
    ...speakTo({ stdout: process.stdout, stderr: process.stderr }),
  };
}

/** The first signal asks for a clean stop; the second one stops at once. */
function listenForInterrupt(): AbortSignal {
  const controller = new AbortController();
  const interrupt = () => {
    if (controller.signal.aborted) process.exit(EXIT.interrupted);
    controller.abort();
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return controller.signal;
}

/** A reader that goes away (`otterbench … | head`) is no bug: data ends the process, messages go nowhere. */
function outliveReaders(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    throw error;
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

const environment = openEnvironment(listenForInterrupt());
outliveReaders();
process.on('uncaughtException', (error) => process.exit(reportError(error, environment)));
try {
  const manifest = readFileSync(join(packageDirectory, 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const code = await runProgram(process.argv.slice(2), environment, version);
  process.exitCode = environment.signal.aborted ? EXIT.interrupted : code;
} catch (error) {
  process.exitCode = reportError(error, environment);
}
