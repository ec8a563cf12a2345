import { z } from 'zod';
import { TRACKS } from '../domain/task.ts';
import { line, readableText } from './schema-parts.ts';

/** `provider/name` or `provider/name@label`. */
const modelId = line(200).regex(/^(recorded\/\S+|[^/\s@]+\/[^\s@]+(@[A-Za-z0-9][A-Za-z0-9._-]*)?)$/, {
  error: 'is no model; expected provider/name or provider/name@label, such as bundled/good',
});

const SETTINGS = {
  temperature: z.number().min(0).max(2).optional().describe('Sampling temperature.'),
  topP: z.number().min(0).max(1).optional().describe('Nucleus sampling: the share of probability kept.'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional()
    .describe("The provider's own sampling seed, where it takes one."),
  maxOutputTokens: z
    .int()
    .min(1)
    .max(10_000_000)
    .optional()
    .describe('The most tokens of one answer, reasoning included.'),
  effort: line(40).optional().describe("Reasoning effort in the provider's words: low, medium, high…"),
  thinkingTokens: z
    .int()
    .min(0)
    .max(10_000_000)
    .optional()
    .describe('How many tokens it may think for; excludes effort.'),
  contextTokens: z
    .int()
    .min(256)
    .max(100_000_000)
    .optional()
    .describe("The size of the context: Ollama's num_ctx."),
  systemPrompt: readableText(20_000).optional().describe("Comes after the harness's own system prompt."),
  headers: z
    .record(line(100), line(1000))
    .optional()
    .describe('HTTP headers that are sent along. Keys never stand here.'),
};

const settings = z.strictObject(SETTINGS);

const modelEntry = z.strictObject({
  model: modelId,
  label: z
    .string()
    .max(60)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, { error: 'is no label; expected a word such as low-effort' })
    .optional()
    .describe('Tells several settings of one model apart: provider/name@label.'),
  ...SETTINGS,
});

const trackName = z.enum(TRACKS);

const trackEntry = z.strictObject({
  track: trackName,
  rounds: z
    .int()
    .min(1)
    .max(10)
    .optional()
    .describe('The most requests of a sample, the first included; 3 when not given.'),
});

const budget = z
  .strictObject({
    maxCost: z.number().min(0).max(1_000_000).optional().describe('US dollars.'),
    maxRequests: z.int().min(0).max(100_000_000).optional().describe('Requests, those that fail included.'),
    maxMinutes: z.number().positive().max(100_000).optional().describe('Minutes of one execution.'),
  })
  .describe('Hard limits for the whole sweep.');

const judging = z
  .strictObject({
    votes: z
      .int()
      .min(1)
      .max(25)
      .optional()
      .describe('How often each judge is asked each question; 1 when not given.'),
    blindNaming: z
      .boolean()
      .optional()
      .describe('Whether a judge is first asked what is drawn, without a hint; true.'),
    skipOwnFamily: z
      .boolean()
      .optional()
      .describe("Whether a judge leaves out drawings of its own maker's models; false: they are flagged."),
    pairs: z
      .boolean()
      .optional()
      .describe('Whether judges also say which of two drawings is better, in both orders; false.'),
  })
  .describe('How the judges are asked.');

const HOW = {
  concurrency: z
    .int()
    .min(1)
    .max(1000)
    .optional()
    .describe('The most requests at the same time to one provider.'),
  seed: z
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .optional()
    .describe('Of what the harness itself leaves to chance, such as waits between tries.'),
  out: line(1000).optional().describe('Folder of the run, relative to the working directory.'),
  recorded: z.array(line(1000)).optional().describe('JSONL files of replies, relative to this file.'),
  prompts: line(1000).optional().describe('Folder of prompts of your own, relative to this file.'),
  knownModels: line(1000).optional().describe('Your own table of models and servers, relative to this file.'),
  cache: z.boolean().optional().describe('Whether replies may come from the response cache; true.'),
};

function sweepOf<Model extends z.ZodType, TrackPlan extends z.ZodType>(entries: {
  readonly model: Model;
  readonly track: TrackPlan;
}) {
  return z.strictObject({
    title: line(200).optional().describe('A short name that the report shows.'),
    models: z
      .array(entries.model)
      .min(1)
      .optional()
      .describe('provider/name of each model, or with its settings.'),
    defaults: settings.optional().describe("Settings of all models; a model's own come before them."),
    tasks: z
      .array(line(200))
      .min(1)
      .optional()
      .describe('Ids, globs (otters/*), tags (tag:animal) or skills (skill:order); all when not given.'),
    tracks: z
      .array(entries.track)
      .min(1)
      .optional()
      .describe('Rules of the conversation; blind when not given.'),
    samples: z
      .int()
      .min(1)
      .max(10_000)
      .optional()
      .describe('Independent samples of each task; 1 when not given.'),
    judges: z
      .array(entries.model)
      .optional()
      .describe(
        'Vision models that judge likeness, as provider/name or with settings; nobody when not given.',
      ),
    judging: judging.optional(),
    budget: budget.optional(),
    ...HOW,
  });
}

/** The schema of a sweep whose models and tracks are all written out as keys with values. */
export const sweepSchema = sweepOf({ model: modelEntry, track: trackEntry });

/** What the schema makes of a file. */
export type SweepShape = z.infer<typeof sweepSchema>;

/** The same as people may write it: a model or a track is one text, or keys with values. */
export const sweepFileSchema = sweepOf({
  model: z.union([modelId, modelEntry]),
  track: z.union([trackName, trackEntry]),
});

/** Writes out what stands as one text: `blind` → `{track: blind}`. Anything else comes back as it is. */
export function writeOut(data: unknown): unknown {
  if (!isRecord(data)) return data;
  return {
    ...data,
    ...(Array.isArray(data.models) && { models: data.models.map((entry) => asEntry('model', entry)) }),
    ...(Array.isArray(data.judges) && { judges: data.judges.map((entry) => asEntry('model', entry)) }),
    ...(Array.isArray(data.tracks) && { tracks: data.tracks.map((entry) => asEntry('track', entry)) }),
  };
}

function asEntry(key: string, entry: unknown): unknown {
  return typeof entry === 'string' ? { [key]: entry } : entry;
}

/** Whether it is keys with values. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
