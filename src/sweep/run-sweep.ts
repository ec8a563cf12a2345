import type { Model } from '../domain/model.ts';
import { type Cell, sampleId } from '../domain/run.ts';
import { findRepeats } from './find-repeats.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { asJudge } from './judging/judge.ts';
import { judgeRun } from './judging/judge-run.ts';
import type { JudgingResult } from './judging/judging-result.ts';
import { requireCells, type SweepPlan } from './plan.ts';
import type { CellContext, Sample } from './sample.ts';
import { sweepCell } from './sweep-cell.ts';
import type { SweepOptions } from './sweep-options.ts';
import { type SweepResult, startTally, type Tally } from './tally.ts';
import { type WiredSweep, wireSweep } from './wire-sweep.ts';

export type { SweepLimits, SweepOptions } from './sweep-options.ts';
export type { SweepResult } from './tally.ts';

/**
 * Runs what is not finished yet. Nothing is asked, rendered or graded twice with the same inputs; trouble is retried,
 * a model's failure is not. An abort begins nothing new, and what was under way is left for the next time.
 * Throws UsageError before anything is asked when the plan can't be run, and whenever the run file can't be written.
 */
export async function runSweep(options: SweepOptions): Promise<SweepResult> {
  const { store, clock } = options;
  const cells = requireCells(options);
  const tally = startTally(options.onEvent);
  describe(options);
  store.addCells(cells);
  const byModel = Map.groupBy(cells, ({ modelId }) => modelId);
  const counts = Object.fromEntries([...byModel].map(([id, ofModel]) => [id, ofModel.length]));
  tally.onEvent({ kind: 'planned', cells: cells.length, byModel: counts });
  const stopper = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stopper.signal]) : stopper.signal;
  const wired = wireSweep({ ...options, signal }, tally);
  await runLanes({ ...options, byModel, stopper, wired, tally, toSample: sampleMaker(options) });
  if (!signal.aborted) await findRepeats(store, signal).catch(unlessAborted(signal));
  const stop = (): void => stopper.abort();
  const planned = new Set(cells.map(sampleId));
  const judging = await judgeDrawn({ ...options, signal, stop, planned }, wired, tally);
  const result = tally.result(cells.length, judging);
  if (result.finished === result.planned && !result.isCancelled)
    store.finish(new Date(clock.now()).toISOString());
  return result;
}

/** What is stopped on the way is looked for by the next run. */
function unlessAborted(signal: AbortSignal): (error: unknown) => void {
  return (error) => {
    if (!isAbort(error, signal)) throw error;
  };
}

/** The judges' pass: after the drawing, so that a server which has to load models loads each of them once. */
async function judgeDrawn(
  options: SweepOptions & {
    readonly signal: AbortSignal;
    readonly stop: () => void;
    readonly planned: ReadonlySet<string>;
  },
  wired: WiredSweep,
  { onEvent }: Tally,
): Promise<JudgingResult | null> {
  const { judging, models: drawers, tasks, concurrency } = options;
  if (judging === undefined || judging.judges.length === 0) return null;
  const { store, cache, clock, signal, stop } = options;
  const { comparesPairs = false } = judging;
  return await judgeRun({
    ...{ store, cache, clock, signal, stop, onEvent, drawers, tasks, concurrency, comparesPairs },
    // A run may hold more than this sweep plans.
    isWanted: ({ id }) => options.planned.has(id),
    judges: judging.judges,
    prompts: judging.judgePrompts,
    asker: wired.judgeAsker,
    finished: ({ model }) => wired.finished(asJudge(model)),
  });
}

interface Course extends SweepOptions {
  readonly byModel: ReadonlyMap<string, readonly Cell[]>;
  readonly stopper: AbortController;
  readonly wired: WiredSweep;
  readonly tally: Tally;
  readonly toSample: (cell: Cell) => Sample;
}

/** Each model goes at its own pace; where a server loads models, one after the other. An error stops them all. */
async function runLanes(course: Course): Promise<void> {
  const { models, stopper } = course;
  const errors: unknown[] = [];
  const run = async (model: Model): Promise<void> => {
    try {
      await runModel(model, course);
    } catch (error) {
      errors.push(error);
      stopper.abort();
    }
  };
  const lanes = Map.groupBy(models, ({ id, lane }) =>
    lane?.oneModelAtATime ? `one at a time: ${lane.id}` : id,
  );
  await Promise.all(
    [...lanes.values()].map(async (ofLane) => {
      for (const model of ofLane) await run(model);
    }),
  );
  if (errors.length > 0) throw errors[0];
}

/** Some cells more than may be asked at a time are under way, so that asking does not wait for drawing. */
function runModel(model: Model, course: Course): Promise<void> {
  const { byModel, wired, concurrency, workers, toSample } = course;
  const asker = wired.askerFor(model);
  const context = { ...wired.context, asker };
  const usual = model.lane ? concurrency + workers : workers;
  const atATime = { concurrency: usual + asker.moreAtATime, signal: context.signal };
  const work = forEachConcurrently(byModel.get(model.id) ?? [], atATime, async (cell) => {
    asker.began();
    try {
      await finish(toSample(cell), context, course.tally);
    } finally {
      asker.ended();
    }
  });
  return work.finally(() => wired.finished(model));
}

async function finish(sample: Sample, context: CellContext, tally: Tally): Promise<void> {
  const { id } = sample;
  try {
    const end = await sweepCell(sample, context);
    if (end.kind === 'left-out') tally.onEvent({ kind: 'left-out', id, limit: end.limit });
    else tally.onEvent({ ...end, id, isNew: tally.isTouched(id) });
  } catch (error) {
    if (!isAbort(error, context.signal)) throw error;
  }
}

function isAbort(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && (error === signal.reason || (error as Error).name === 'AbortError');
}

function describe(options: SweepOptions): void {
  const { store, description, tasks, models, tracks, samples: samplesPerCell, clock } = options;
  const named = models.map(({ id, disclosure, settings, facts }) => ({
    id,
    disclosure,
    ...(settings && { settings }),
    ...(facts && { facts }),
  }));
  const startedAt = new Date(clock.now()).toISOString();
  store.describe({ ...description, startedAt, tasks, models: named, tracks, samplesPerCell });
}

function sampleMaker({ tasks, models }: SweepPlan): (cell: Cell) => Sample {
  const taskById = new Map(tasks.map((task) => [task.id, task]));
  const modelById = new Map(models.map((model) => [model.id, model]));
  return (cell) => {
    const task = taskById.get(cell.taskId);
    const model = modelById.get(cell.modelId);
    if (!task || !model) throw new Error(`${sampleId(cell)}: neither task nor model may be missing`);
    return { id: sampleId(cell), cell, task, model };
  };
}
