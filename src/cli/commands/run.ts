import { existsSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { loadSweep, type SweepFile } from '../../catalog/load-sweep.ts';
import { TRACKS, type Track } from '../../domain/task.ts';
import { UsageError } from '../../domain/usage-error.ts';
import { carryOut, type RunRequest } from '../carry-out.ts';
import { type Command, splitList } from '../command.ts';
import type { Environment } from '../environment.ts';
import { type NumberRange, readNumber } from '../number-option.ts';
import { type WorkshopFlags, withWorkshop, workersOf } from '../shared-options.ts';

interface RunOptions extends WorkshopFlags {
  readonly sweep: string | undefined;
  readonly models: readonly string[] | undefined;
  readonly tasks: readonly string[] | undefined;
  readonly tracks: readonly string[] | undefined;
  readonly recorded: readonly string[] | undefined;
  /** As it was typed. */
  readonly samples: string | undefined;
  readonly out: string | undefined;
  readonly title: string | undefined;
  /** As it was typed. */
  readonly minScore: string | undefined;
  readonly dryRun: boolean;
}

const DEFAULT_FILE = 'sweep.yaml';
const SAMPLES: NumberRange = { from: 1, to: 10_000, isWhole: true };
const SHARE: NumberRange = { from: 0, to: 1, isWhole: false };

export const runCommand: Command<RunOptions> = {
  usage: 'run [sweep]',
  summary: 'Run a sweep: ask, draw, grade, report. On a folder that has a run, go on with it',
  examples: [
    [
      "$0 run --models bundled/good --tasks 'otters/*' --out reports/mine",
      'the drawings that ship with the tasks',
    ],
    ['$0 run sweep.yaml --samples 5', 'a sweep from a file, with five samples of each task'],
  ],
  options: (yargs) =>
    withWorkshop(yargs)
      .positional('sweep', {
        type: 'string',
        describe: `A sweep file (default: ${DEFAULT_FILE}, where there is one)`,
      })
      .option('models', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: 'Models, with commas: provider/name,provider/name',
      })
      .option('tasks', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: "Ids, globs ('otters/*') or tags ('tag:animal')",
      })
      .option('tracks', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: `Tracks, with commas: ${TRACKS.join(', ')}`,
      })
      .option('samples', { requiresArg: true, describe: 'Independent samples of each task (default: 1)' })
      .option('recorded', {
        type: 'string',
        array: true,
        requiresArg: true,
        describe: 'JSONL files of replies gathered elsewhere',
      })
      .option('out', {
        type: 'string',
        requiresArg: true,
        describe: "The run's folder (default: reports/NAME)",
      })
      .option('title', { type: 'string', requiresArg: true, describe: 'A short name that the report shows' })
      .option('min-score', {
        requiresArg: true,
        describe: 'End with 1 when a model has a lower spatial score',
      })
      .option('dry-run', { type: 'boolean', default: false, describe: 'Say what would be done, and stop' })
      .option('yes', { type: 'boolean', default: false, describe: 'Ask no question' }) as never,
  run: async (options, environment) => carryOut(makeRequest(options, environment), environment),
};

/** Flags win over the file; lists given by flags replace those of the file. */
function makeRequest(options: RunOptions, environment: Environment): RunRequest {
  const { file, path } = readSweep(options, environment);
  const recorded = splitList(options.recorded).map((name) => resolve(environment.workingDirectory, name));
  return {
    title: options.title ?? file.title ?? null,
    models: chosen(splitList(options.models), file.models) ?? missingModels(),
    tasks: chosen(splitList(options.tasks), file.tasks) ?? [],
    tracks: chosen(splitList(options.tracks).map(requireTrack), file.tracks) ?? ['blind'],
    samples: readNumber('samples', options.samples, SAMPLES) ?? file.samples ?? 1,
    recorded: chosen(recorded, file.recorded) ?? [],
    directory: resolve(
      environment.workingDirectory,
      options.out ?? file.out ?? defaultFolder(path, environment),
    ),
    workers: workersOf(options, environment, file.concurrency),
    unsafeNoSandbox: options.unsafeNoSandbox,
    isDryRun: options.dryRun,
    minScore: readNumber('min-score', options.minScore, SHARE) ?? null,
  };
}

function readSweep(options: RunOptions, environment: Environment): { file: SweepFile; path: string | null } {
  const path = resolve(environment.workingDirectory, options.sweep ?? DEFAULT_FILE);
  if (options.sweep === undefined && (options.models !== undefined || !existsSync(path)))
    return { file: {}, path: null };
  return { file: loadSweep(path), path };
}

function chosen<T>(flags: readonly T[], file: readonly T[] | undefined): readonly T[] | undefined {
  return flags.length > 0 ? flags : file;
}

function missingModels(): never {
  throw new UsageError('which models? Expected --models or a sweep file, got neither', {
    remedy: 'For instance: otterbench run --models bundled/good,bundled/flawed',
  });
}

function requireTrack(name: string): Track {
  const track = TRACKS.find((known) => known === name);
  if (track !== undefined) return track;
  throw new UsageError(`--tracks: expected ${TRACKS.join(', ')}, got ${JSON.stringify(name)}.`, {
    remedy: 'Name tracks with commas, for instance: --tracks blind',
  });
}

function defaultFolder(path: string | null, environment: Environment): string {
  if (path !== null) return join('reports', basename(path, extname(path)));
  return join('reports', `run-${environment.now().toISOString().slice(0, 19).replace(/[:T]/g, '-')}`);
}
