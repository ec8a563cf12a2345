import { isTrouble, type Outcome } from '../domain/outcome.ts';
import { type Cell, sampleId } from '../domain/run.ts';
import { UsageError } from '../domain/usage-error.ts';
import type { RunDescription } from '../store/run-description.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { gradeRendered } from './grade-drawing.ts';
import { planCells, type SweepPlan } from './plan.ts';
import { type CellContext, type Sample, sweepCell } from './sweep-cell.ts';
import type { SweepEvent } from './sweep-event.ts';

/** A sweep with all that it takes to run it. The store is the caller's to close. */
export interface SweepOptions extends SweepPlan, Omit<CellContext, 'grade' | 'onEvent'> {
  readonly description: Pick<RunDescription, 'id' | 'title' | 'sandbox' | 'versions' | 'settings'>;
  readonly concurrency: number;
  readonly onEvent?: (event: SweepEvent) => void;
  readonly grade?: CellContext['grade'];
}

/** How a sweep ended. `outcomes` counts the finished cells of this sweep, those of earlier runs included. */
export interface SweepResult {
  readonly planned: number;
  readonly finished: number;
  /** Cells that needed any work this time. */
  readonly renewed: number;
  /** Finished cells in trouble of ours: run it again to retry them. */
  readonly troubles: number;
  readonly isCancelled: boolean;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
}

/**
 * Runs what is not finished yet. Nothing is asked, rendered or graded twice with the same inputs; trouble is retried,
 * a model's failure is not. An abort begins nothing new, and what was under way is left for the next time.
 * Throws UsageError before anything is asked when the plan can't be run, and whenever the run file can't be written.
 */
export async function runSweep(options: SweepOptions): Promise<SweepResult> {
  const cells = requireCells(options);
  const tally = startTally(options.onEvent);
  const context: CellContext = { ...options, grade: options.grade ?? gradeRendered, onEvent: tally.onEvent };
  describe(options);
  options.store.addCells(cells);
  context.onEvent({ kind: 'planned', cells: cells.length });
  const toSample = sampleMaker(options);
  await forEachConcurrently(cells, options, (cell) => finish(toSample(cell), { context, tally }));
  const result = tally.result(cells.length);
  if (result.finished === result.planned) options.store.finish(isoTime(options));
  return result;
}

/** The cells of a plan that can be run. Throws UsageError for one that can't. */
export function requireCells(plan: SweepPlan): Cell[] {
  const unknown = plan.tracks.filter((track) => track !== 'blind');
  if (unknown.length > 0) {
    const remedy = 'Leave it out of tracks.';
    throw new UsageError(`tracks: expected blind, got ${unknown.join(', ')}, which can't be run yet.`, {
      remedy,
    });
  }
  const cells = planCells(plan);
  if (cells.length > 0) return cells;
  throw new UsageError(
    'The sweep has no cell: no model has a sample of any of its tasks on any of its tracks.',
    {
      remedy: 'Check its tasks, models and tracks, and that samples is 1 or more.',
    },
  );
}

function describe(options: SweepOptions): void {
  const { store, description, tasks, models, tracks, samples: samplesPerCell } = options;
  const named = models.map(({ id, disclosure }) => ({ id, disclosure }));
  store.describe({
    ...description,
    startedAt: isoTime(options),
    tasks,
    models: named,
    tracks,
    samplesPerCell,
  });
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

async function finish(
  sample: Sample,
  { context, tally }: { context: CellContext; tally: Tally },
): Promise<void> {
  try {
    const outcome = await sweepCell(sample, context);
    tally.onEvent({ kind: 'finished', id: sample.id, outcome, isNew: tally.isTouched(sample.id) });
  } catch (error) {
    if (!isAbort(error, context.signal)) throw error;
  }
}

function isAbort(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true && (error === signal.reason || (error as Error).name === 'AbortError');
}

interface Tally {
  readonly onEvent: (event: SweepEvent) => void;
  readonly isTouched: (id: string) => boolean;
  readonly result: (planned: number) => SweepResult;
}

function startTally(forward: (event: SweepEvent) => void = () => {}): Tally {
  const touched = new Set<string>();
  const outcomes = new Map<Outcome, number>();
  const count = (wanted: (outcome: Outcome) => boolean): number =>
    [...outcomes].reduce((sum, [outcome, times]) => (wanted(outcome) ? sum + times : sum), 0);
  return {
    onEvent: (event) => {
      if (event.kind === 'finished') outcomes.set(event.outcome, (outcomes.get(event.outcome) ?? 0) + 1);
      else if (event.kind !== 'planned') touched.add(event.id);
      forward(event);
    },
    isTouched: (id) => touched.has(id),
    result: (planned) => {
      const finished = count(() => true);
      return {
        planned,
        finished,
        renewed: touched.size,
        troubles: count(isTrouble),
        isCancelled: finished < planned,
        outcomes: Object.fromEntries(outcomes),
      };
    },
  };
}

function isoTime({ now }: { readonly now: () => number }): string {
  return new Date(now()).toISOString();
}
