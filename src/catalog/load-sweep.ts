import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import { TRACKS, type Track } from '../domain/task.ts';
import { checkShape } from './describe-issues.ts';
import { usageErrorFor } from './mistakes.ts';
import { line } from './schema-parts.ts';
import { readYaml } from './yaml-source.ts';

/** A sweep as its file plans it. What the file does not say is left out. */
export interface SweepFile {
  readonly title?: string;
  /** `provider/name` */
  readonly models?: readonly string[];
  /** Patterns for `selectTasks`. */
  readonly tasks?: readonly string[];
  readonly tracks?: readonly Track[];
  readonly samples?: number;
  readonly concurrency?: number;
  /** The run's folder, as written: relative to the working directory, as with `--out`. */
  readonly out?: string;
  /** JSONL files of recorded replies, made absolute: in the file they are relative to it. */
  readonly recorded?: readonly string[];
}

const modelId = line(200).regex(/^[^/\s]+\/\S+$/, {
  error: 'is no model; expected provider/name, such as bundled/good',
});

const sweepSchema = z.strictObject({
  title: line(200).optional().describe('A short name that the report shows.'),
  models: z.array(modelId).min(1).optional().describe('provider/name of each model.'),
  tasks: z
    .array(line(200))
    .min(1)
    .optional()
    .describe('Ids, globs (otters/*) or tags (tag:animal); all when not given.'),
  tracks: z
    .array(z.enum(TRACKS))
    .min(1)
    .optional()
    .describe('Rules of the conversation; blind when not given.'),
  samples: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe('Independent samples of each task; 1 when not given.'),
  concurrency: z.int().min(1).max(1000).optional().describe('How many samples are in work at a time.'),
  out: line(1000).optional().describe('Folder of the run, relative to the working directory.'),
  recorded: z.array(line(1000)).optional().describe('JSONL files of replies, relative to this file.'),
});

/** Reads and validates a sweep file. Throws one UsageError that lists every mistake as `path:line:column: …`. */
export function loadSweep(path: string): SweepFile {
  const source = readYaml(path);
  if (source.outcome === 'invalid') throw usageErrorFor(source.mistakes);
  const { value, mistakes } = checkShape(sweepSchema, source.value.data);
  if (value === null) throw usageErrorFor(mistakes.map(source.value.place));
  const { recorded, ...rest } = value;
  const files = recorded?.map((file) => resolve(dirname(path), file));
  return withoutGaps({ ...rest, recorded: files });
}

function withoutGaps(sweep: { readonly [Key in keyof SweepFile]: SweepFile[Key] | undefined }): SweepFile {
  return Object.fromEntries(Object.entries(sweep).filter(([, value]) => value !== undefined)) as SweepFile;
}

/** JSON Schema (draft 7, which editors know) of a sweep file. */
export function sweepJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(sweepSchema, { target: 'draft-7', io: 'input' });
}
