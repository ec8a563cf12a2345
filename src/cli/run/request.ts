import type { ModelSpec } from '../../domain/model.ts';
import type { Track } from '../../domain/task.ts';
import type { Rounds } from '../../sweep/plan.ts';
import type { SweepLimits } from '../../sweep/run-sweep.ts';
import { type JudgingRequest, USUAL_JUDGING } from '../judging-options.ts';

/** A sweep as it is to be carried out: the file and the flags put together. Paths are absolute. */
export interface RunRequest {
  readonly title: string | null;
  readonly models: readonly ModelSpec[];
  readonly tasks: readonly string[];
  readonly tracks: readonly Track[];
  readonly rounds: Rounds;
  readonly samples: number;
  /** Empty: nobody judges. */
  readonly judges: readonly ModelSpec[];
  readonly judging: JudgingRequest;
  readonly recorded: readonly string[];
  /** The user's own prompts; null: those that ship. */
  readonly prompts: string | null;
  /** The user's own table of models and servers; null: models.yaml where there is one. */
  readonly knownModels: string | null;
  readonly directory: string;
  readonly limits: SweepLimits;
  /** The most requests at a time to one provider. */
  readonly concurrency: number;
  /** The most drawings at a time. */
  readonly workers: number;
  /** Null: chance is left to chance. */
  readonly seed: number | null;
  readonly usesCache: boolean;
  readonly usesBatches: boolean;
  readonly unsafeNoSandbox: boolean;
  readonly isDryRun: boolean;
  /** The user agrees to what it costs beforehand. */
  readonly isAgreed: boolean;
  readonly json: boolean;
  /** The run ends with 1 when a model's spatial score is below. */
  readonly minScore: number | null;
}

// Enough for the errors of one drawing to be mended; more rarely helps and always costs.
const USUAL_ROUNDS = 3;
// Slow start and rate limits find the right number below it by themselves.
const USUAL_CONCURRENCY = 16;

/** What holds where nothing else is said. */
export const USUAL = {
  title: null,
  tasks: [],
  tracks: ['blind'],
  rounds: { repair: USUAL_ROUNDS, sighted: USUAL_ROUNDS },
  samples: 1,
  judges: [],
  judging: USUAL_JUDGING,
  recorded: [],
  prompts: null,
  knownModels: null,
  limits: { maxCostUsd: null, maxRequests: null, maxMinutes: null },
  concurrency: USUAL_CONCURRENCY,
  seed: null,
  usesCache: true,
  usesBatches: false,
  unsafeNoSandbox: false,
  isDryRun: false,
  isAgreed: false,
  json: false,
  minScore: null,
} satisfies Omit<RunRequest, 'models' | 'directory' | 'workers'>;
