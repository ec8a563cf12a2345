import type { Argv } from 'yargs';
import { TRACKS } from '../../domain/task.ts';
import { type JudgingFlags, withJudging } from '../judging-options.ts';
import { type LimitFlags, withLimits } from '../limit-options.ts';
import { type JsonOption, withJson, withSandbox } from '../shared-options.ts';

/** The flags of `run` as they were typed; lists may hold commas. */
export interface RunOptions extends JsonOption, JudgingFlags, LimitFlags {
  readonly sweep: string | undefined;
  readonly models: readonly string[] | undefined;
  readonly tasks: readonly string[] | undefined;
  readonly tracks: readonly string[] | undefined;
  readonly rounds: string | undefined;
  readonly samples: string | undefined;
  readonly judges: readonly string[] | undefined;
  readonly recorded: readonly string[] | undefined;
  readonly out: string | undefined;
  readonly title: string | undefined;
  readonly concurrency: string | undefined;
  readonly workers: string | undefined;
  readonly seed: string | undefined;
  readonly prompts: string | undefined;
  readonly knownModels: string | undefined;
  /** False with `--no-cache`. */
  readonly cache: boolean | undefined;
  readonly batch: boolean;
  readonly minScore: string | undefined;
  readonly dryRun: boolean;
  readonly yes: boolean;
  readonly unsafeNoSandbox: boolean;
}

/** The file that is read where none is named. */
export const DEFAULT_FILE = 'sweep.yaml';

const LIST = { type: 'string', array: true, requiresArg: true } as const;
const TEXT = { type: 'string', requiresArg: true } as const;
const FLAG = { type: 'boolean', default: false } as const;

/** Declares the flags of `run`. Numbers are read later, so that a message can say what was typed. */
export function withRunOptions(yargs: Argv): Argv<RunOptions> {
  const what = yargs
    .positional('sweep', {
      type: 'string',
      describe: `A sweep file (default: ${DEFAULT_FILE}, where there is one)`,
    })
    .option('models', { ...LIST, describe: 'Models, with commas: provider/name,provider/name' })
    .option('tasks', {
      ...LIST,
      describe: "Ids, globs ('otters/*'), tags ('tag:animal') or skills ('skill:order')",
    })
    .option('tracks', { ...LIST, describe: `Tracks, with commas: ${TRACKS.join(', ')}` })
    .option('rounds', {
      ...TEXT,
      describe: 'The most requests of a sample on repair and sighted (default: 3)',
    })
    .option('samples', { ...TEXT, describe: 'Independent samples of each task (default: 1)' })
    .option('judges', { ...LIST, describe: 'Vision models that judge likeness, with commas' })
    .option('recorded', { ...LIST, describe: 'JSONL files of replies gathered elsewhere' })
    .option('out', { ...TEXT, describe: "The run's folder (default: reports/NAME)" })
    .option('title', { ...TEXT, describe: 'A short name that the report shows' })
    .option('prompts', { ...TEXT, describe: 'Folder of prompts of your own' })
    .option('known-models', {
      ...TEXT,
      describe: 'Your table of models and servers (default: models.yaml, where there is one)',
    });
  return withHow(withLimits(withJudging(what))) as never;
}

function withHow<T>(yargs: Argv<T>) {
  const flags = withSandbox(yargs)
    .option('concurrency', {
      ...TEXT,
      describe: 'The most requests at a time to one provider (default: 16)',
    })
    .option('workers', {
      ...TEXT,
      describe: 'Drawings worked on at the same time (default: the number of cores)',
    })
    .option('seed', { ...TEXT, describe: 'Of what is left to chance, such as waits between tries' })
    .option('cache', {
      type: 'boolean',
      describe: 'Take answers from the response cache; --no-cache asks anew and keeps nothing',
    })
    .option('batch', { ...FLAG, describe: 'Ask in batches where a provider takes them, at half the price' })
    .option('min-score', { ...TEXT, describe: 'End with 1 when a model has a lower spatial score' })
    .option('dry-run', { ...FLAG, describe: 'Say what would be done and what it may cost, and stop' })
    .option('yes', { ...FLAG, describe: 'Agree to the cost beforehand; ask no question' });
  return withJson(flags, 'One JSON line an event, see docs/sweeps.md');
}
