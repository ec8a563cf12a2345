import type { Outcome, Stage } from '../domain/outcome.ts';
import type { RoundSummary, RunInfo, RunModel, SampleSummary } from '../domain/run.ts';
import type { Track } from '../domain/task.ts';
import { sha256 } from '../util/sha256.ts';

/** What a row says of the cell that it belongs to. */
export interface CellColumns {
  readonly run: string;
  readonly sample: string;
  readonly task: string;
  readonly suite: string;
  readonly model: string;
  readonly track: Track;
  readonly number: number;
}

/** What became of a drawing. Null is "does not apply" or "not known", never 0. */
interface DrawingColumns {
  readonly outcome: Outcome;
  readonly clean: boolean | null;
  readonly stage: Stage;
  readonly spatial: number | null;
  readonly full: boolean | null;
  /** Which of the task's readings it is; null where it is none, or the task has none. */
  readonly reading: string | null;
  /** See PixelMeasures; null where there is nothing to compare with. */
  readonly changedOutside: number | null;
  /** See PixelMeasures; null where there is nothing to compare with. */
  readonly likeReference: number | null;
  /** By its only judge; null where nobody judged it, several did, or a verdict is open. */
  readonly likeness: number | null;
  /** Id of the only judge; null where there is none, or several: see the rows of judgements. */
  readonly judge: string | null;
  /** Id of the earlier sample of its cell that shows the same; null where there is none, or nobody looked. */
  readonly repeats: string | null;
  readonly taskHash: string;
  readonly pdfHash: string | null;
  readonly pngHash: string | null;
  /** SHA-256 over the model's settings, so that rows of equal settings can be found. */
  readonly settingsHash: string;
  readonly durationMs: number;
}

/** One sample with the result of its last round. */
export interface SampleExport extends CellColumns, DrawingColumns {
  readonly tokensIn: number | null;
  readonly tokensOut: number | null;
  readonly tokensReasoning: number | null;
  readonly tokensCached: number | null;
  /** US dollars. */
  readonly costUsd: number | null;
  readonly latencyMs: number | null;
  /** Requests that were sent, those that failed included. */
  readonly attempts: number;
  readonly rounds: number;
  /** All of its answers came from the response cache. */
  readonly cached: boolean;
}

/** One round of a sample. What was spent is only known of the whole sample. */
export interface RoundExport extends CellColumns, DrawingColumns {
  readonly round: number;
  readonly isLast: boolean;
}

/** Rows of a run, one a sample, in the order of the samples. Samples of a task that the run lacks are a bug and throw. */
export function* sampleRows(run: RunInfo, samples: Iterable<SampleSummary>): Generator<SampleExport> {
  const lookUp = contextOf(run);
  for (const sample of samples) {
    const { suite, ...hashes } = lookUp(sample);
    const ofLast = lastColumns(sample);
    const { usage, costUsd, latencyMs, requests, isCached } = sample.spend;
    yield {
      ...cellColumns(sample, { run: run.id, suite }),
      ...drawingColumns({ ...sample, ...ofLast }, hashes),
      tokensIn: usage.inputTokens,
      tokensOut: usage.outputTokens,
      tokensReasoning: usage.reasoningTokens,
      tokensCached: usage.cachedInputTokens,
      costUsd,
      latencyMs,
      attempts: requests,
      rounds: sample.rounds.length,
      cached: isCached,
    };
  }
}

/** The same with one row a round. */
export function* roundRows(run: RunInfo, samples: Iterable<SampleSummary>): Generator<RoundExport> {
  const lookUp = contextOf(run);
  for (const sample of samples) {
    const { suite, ...hashes } = lookUp(sample);
    const last = sample.rounds.at(-1)?.round;
    for (const round of sample.rounds) {
      const isLast = round.round === last;
      // The last drawing alone is shown to judges, and compared with others.
      const ofLast = isLast ? lastColumns(sample) : NOT_LAST;
      yield {
        ...cellColumns(sample, { run: run.id, suite }),
        ...drawingColumns({ ...round, ...ofLast }, hashes),
        round: round.round,
        isLast,
      };
    }
  }
}

interface Hashes {
  readonly taskHash: string;
  readonly settingsHash: string;
}

/** What is known of a sample's last drawing alone. */
type LastColumns = Pick<DrawingColumns, 'likeness' | 'judge' | 'repeats'>;

const NOT_LAST: LastColumns = { likeness: null, judge: null, repeats: null };

/** Likeness of several judges is never one number. */
function lastColumns({ judgements = [], repeats = null }: SampleSummary): LastColumns {
  const [only, ...others] = judgements;
  if (only === undefined || others.length > 0) return { ...NOT_LAST, repeats };
  return { likeness: only.likeness, judge: only.judgeId, repeats };
}

/** What belongs to a sample's task and model. Throws where the run has neither: that is a bug. */
export function contextOf(run: RunInfo): (sample: SampleSummary) => Hashes & { readonly suite: string } {
  const tasks = new Map(run.tasks.map((task) => [task.id, task]));
  const settings = new Map(run.models.map((model) => [model.id, settingsHash(model)]));
  return ({ id, taskId, modelId }) => {
    const task = tasks.get(taskId);
    const hash = settings.get(modelId);
    if (task === undefined || hash === undefined)
      throw new Error(`sample ${id} has a task or a model that the run does not have`);
    return { suite: task.suite, taskHash: task.hash, settingsHash: hash };
  };
}

/** The columns of a sample's cell. */
export function cellColumns(
  { id, taskId, modelId, track, number }: SampleSummary,
  { run, suite }: { readonly run: string; readonly suite: string },
): CellColumns {
  return { run, sample: id, task: taskId, suite, model: modelId, track, number };
}

function drawingColumns(drawing: Omit<RoundSummary, 'round'> & LastColumns, hashes: Hashes): DrawingColumns {
  const { outcome, clean, stage, grade, likeness, judge, repeats, pdfHash, pngHash, durationMs } = drawing;
  const { spatial, full, reading = null, pixels = {} } = grade;
  const { taskHash, settingsHash: settings } = hashes;
  return {
    outcome,
    clean,
    stage,
    spatial,
    full,
    reading,
    changedOutside: pixels.changedOutside ?? null,
    likeReference: pixels.likeReference ?? null,
    likeness,
    judge,
    repeats,
    taskHash,
    pdfHash,
    pngHash,
    settingsHash: settings,
    durationMs,
  };
}

function settingsHash({ settings }: RunModel): string {
  return sha256(JSON.stringify(settings ?? {}, sortKeys));
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
