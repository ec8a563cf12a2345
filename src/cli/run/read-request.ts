import { existsSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { loadSweep, type SweepFile } from '../../catalog/load-sweep.ts';
import { withDefaults } from '../../catalog/load-sweep-models.ts';
import type { ModelSpec } from '../../domain/model.ts';
import { TRACKS, type Track } from '../../domain/task.ts';
import { UsageError } from '../../domain/usage-error.ts';
import type { Rounds } from '../../sweep/plan.ts';
import { splitList } from '../command.ts';
import type { Environment } from '../environment.ts';
import { readJudging } from '../judging-options.ts';
import { readLimits } from '../limit-options.ts';
import { type NumberRange, readNumber } from '../number-option.ts';
import { readWorkers } from '../shared-options.ts';
import { DEFAULT_FILE, type RunOptions } from './options.ts';
import { type RunRequest, USUAL } from './request.ts';

const SAMPLES: NumberRange = { from: 1, to: 10_000, isWhole: true };
const ROUNDS: NumberRange = { from: 1, to: 10, isWhole: true };
const AT_A_TIME: NumberRange = { from: 1, to: 1000, isWhole: true };
const SEED: NumberRange = { from: 0, to: 2 ** 31 - 1, isWhole: true };
const SHARE: NumberRange = { from: 0, to: 1, isWhole: false };

/** Flags win over the file; lists given by flags replace those of the file. Throws UsageError for what can't be. */
export function readRequest(options: RunOptions, environment: Environment): RunRequest {
  const { file, path } = readSweep(options, environment);
  const absolute = (name: string): string => resolve(environment.workingDirectory, name);
  const ownPath = (flag: string | undefined): string | undefined =>
    flag === undefined ? undefined : absolute(flag);
  return {
    title: options.title ?? file.title ?? USUAL.title,
    models: chosenModels(options, file),
    tasks: chosen(splitList(options.tasks), file.tasks) ?? USUAL.tasks,
    tracks: chosen(splitList(options.tracks).map(requireTrack), file.tracks) ?? [...USUAL.tracks],
    rounds: roundsOf(options, file),
    samples: readNumber('samples', options.samples, SAMPLES) ?? file.samples ?? USUAL.samples,
    judges: chosenJudges(options, file),
    judging: readJudging(options, file.judging),
    recorded: chosen(splitList(options.recorded).map(absolute), file.recorded) ?? USUAL.recorded,
    prompts: ownPath(options.prompts) ?? file.prompts ?? USUAL.prompts,
    knownModels: ownPath(options.knownModels) ?? file.knownModels ?? USUAL.knownModels,
    directory: absolute(options.out ?? file.out ?? defaultFolder(path, environment)),
    limits: readLimits(options, file.budget),
    concurrency:
      readNumber('concurrency', options.concurrency, AT_A_TIME) ?? file.concurrency ?? USUAL.concurrency,
    workers: readWorkers('workers', options.workers, environment),
    seed: readNumber('seed', options.seed, SEED) ?? file.seed ?? USUAL.seed,
    usesCache: options.cache ?? file.cache ?? USUAL.usesCache,
    usesBatches: options.batch,
    unsafeNoSandbox: options.unsafeNoSandbox,
    isDryRun: options.dryRun,
    isAgreed: options.yes,
    json: options.json,
    minScore: readNumber('min-score', options.minScore, SHARE) ?? USUAL.minScore,
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

/** A model that is named by a flag has the settings that the file gives it, else the file's defaults. */
function chosenModels(options: RunOptions, file: SweepFile): readonly ModelSpec[] {
  const named = splitList(options.models);
  if (named.length === 0) return file.models ?? missingModels();
  const known = new Map(file.models?.map((spec) => [spec.id, spec]));
  const defaults = file.defaults ?? {};
  return [...new Set(named)].map(
    (id) => known.get(id) ?? { id, settings: withDefaults(id, { own: {}, defaults }) },
  );
}

/** As with models: a judge that is named by a flag has the settings that the file gives it. */
function chosenJudges(options: RunOptions, { judges = [] }: SweepFile): readonly ModelSpec[] {
  const named = splitList(options.judges);
  const known = new Map(judges.map((spec) => [spec.id, spec]));
  return named.length === 0 ? judges : [...new Set(named)].map((id) => known.get(id) ?? { id, settings: {} });
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

function roundsOf({ rounds }: RunOptions, file: SweepFile): Rounds {
  const all = readNumber('rounds', rounds, ROUNDS);
  return {
    repair: all ?? file.rounds?.repair ?? USUAL.rounds.repair,
    sighted: all ?? file.rounds?.sighted ?? USUAL.rounds.sighted,
  };
}

function defaultFolder(path: string | null, environment: Environment): string {
  if (path !== null) return join('reports', basename(path, extname(path)));
  return join('reports', `run-${environment.now().toISOString().slice(0, 19).replace(/[:T]/g, '-')}`);
}
