import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { ModelSettings, ModelSpec } from '../domain/model.ts';
import type { Track } from '../domain/task.ts';
import { checkShape } from './describe-issues.ts';
import { settingsOf, specOf } from './load-sweep-models.ts';
import { sweepMistakes } from './load-sweep-rules.ts';
import { type SweepShape, sweepFileSchema, sweepSchema, writeOut } from './load-sweep-schema.ts';
import { usageErrorFor } from './mistakes.ts';
import { readYaml } from './yaml-source.ts';

/** A sweep as its file plans it. What the file does not say is left out. */
export interface SweepFile {
  readonly title?: string;
  /** With the defaults put in. */
  readonly models?: readonly ModelSpec[];
  /** Settings for models that the file does not name. */
  readonly defaults?: ModelSettings;
  /** Patterns for `selectTasks`. */
  readonly tasks?: readonly string[];
  readonly tracks?: readonly Track[];
  /** The most requests of a sample, the first one included, on the tracks that say so. */
  readonly rounds?: Readonly<Partial<Record<Track, number>>>;
  readonly samples?: number;
  /** Each with its own settings: the defaults are for those that draw. */
  readonly judges?: readonly ModelSpec[];
  readonly judging?: SweepJudging;
  readonly budget?: SweepBudget;
  /** The most requests at the same time to one provider. */
  readonly concurrency?: number;
  readonly seed?: number;
  /** The run's folder, as written: relative to the working directory, as with `--out`. */
  readonly out?: string;
  /** JSONL files of recorded replies, made absolute: in the file they are relative to it. */
  readonly recorded?: readonly string[];
  /** Folder of prompts, made absolute. */
  readonly prompts?: string;
  /** File of the user's own models and servers, made absolute. */
  readonly knownModels?: string;
  /** Whether replies may come from the response cache. */
  readonly cache?: boolean;
}

/** How judges are asked; what is left out is as usual. */
export interface SweepJudging {
  readonly votes?: number;
  readonly blindNaming?: boolean;
  readonly skipOwnFamily?: boolean;
  readonly pairs?: boolean;
}

/** Hard limits of a sweep; what is left out is no limit. */
export interface SweepBudget {
  readonly maxCost?: number;
  readonly maxRequests?: number;
  readonly maxMinutes?: number;
}

/** Reads and validates a sweep file. Throws one UsageError that lists every mistake as `path:line:column: …`. */
export function loadSweep(path: string): SweepFile {
  const source = readYaml(path);
  if (source.outcome === 'invalid') throw usageErrorFor(source.mistakes);
  const { data, place } = source.value;
  const plain = writeOut(data);
  const { value, mistakes } = checkShape(sweepSchema, plain);
  const all = [...mistakes, ...sweepMistakes(plain)];
  if (value === null || all.length > 0) throw usageErrorFor(all.map(place));
  return toSweep(value, (file) => resolve(dirname(path), file));
}

function toSweep(shape: SweepShape, absolute: (file: string) => string): SweepFile {
  const { models, defaults, tracks, judges, judging, recorded, prompts, knownModels, budget, ...rest } =
    shape;
  const settings = defaults && settingsOf(defaults);
  return withoutGaps({
    ...rest,
    models: models?.map((entry) => specOf(entry, settings ?? {})),
    defaults: settings,
    // A judge is no drawer: what suits a drawing, such as much reasoning, need not suit an answer of a sentence.
    judges: judges?.map((entry) => specOf(entry, {})),
    judging: judging && withoutGaps(judging),
    tracks: tracks?.map(({ track }) => track),
    rounds: tracks && roundsOf(tracks),
    budget: budget && withoutGaps(budget),
    recorded: recorded?.map(absolute),
    prompts: prompts === undefined ? undefined : absolute(prompts),
    knownModels: knownModels === undefined ? undefined : absolute(knownModels),
  });
}

function roundsOf(tracks: NonNullable<SweepShape['tracks']>): SweepFile['rounds'] | undefined {
  const said = tracks.flatMap(({ track, rounds }) => (rounds === undefined ? [] : [[track, rounds]]));
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

type WithoutGaps<T> = { [Key in keyof T]: Exclude<T[Key], undefined> };

function withoutGaps<T extends object>(value: T): WithoutGaps<T> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as WithoutGaps<T>;
}

/** JSON Schema (draft 7, which editors know) of a sweep file. */
export function sweepJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(sweepFileSchema, { target: 'draft-7', io: 'input' });
}
