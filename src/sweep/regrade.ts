import PQueue from 'p-queue';
import type { Model } from '../domain/model.ts';
import type { SampleSummary } from '../domain/run.ts';
import type { Task } from '../domain/task.ts';
import { type Drawn, ensureDrawn } from './ensure-drawn.ts';
import { findRepeats } from './find-repeats.ts';
import { forEachConcurrently } from './for-each-concurrently.ts';
import { gradeRendered } from './grade-drawing.ts';
import type { DrawingContext } from './sample.ts';
import type { SweepEvent } from './sweep-event.ts';
import { beginTurns, turnEnded } from './turn-state.ts';

/** What it takes to grade a stored run again. `tasks`: as they are now; a sample whose task is not among them stays as it is. */
export interface RegradeOptions
  extends Omit<DrawingContext, 'grade' | 'onEvent' | 'takeTurn' | 'givenPictures'> {
  readonly tasks: readonly Task[];
  readonly workers: number;
  readonly grade?: DrawingContext['grade'];
  readonly onEvent?: (event: SweepEvent) => void;
}

/** What had to be done again. `why` counts the reasons, in plain words. */
export interface RegradeResult {
  readonly samples: number;
  readonly renderedAgain: number;
  readonly gradedAgain: number;
  /** Samples of tasks that are not there any more. */
  readonly skipped: number;
  readonly why: Readonly<Record<string, number>>;
}

/**
 * Grades a stored run again by the tasks and graders of today. No model is asked; a drawing is rendered again only where
 * what renders it has changed. The rounds of a conversation stay those that were held.
 */
export async function regradeRun(options: RegradeOptions): Promise<RegradeResult> {
  const { store, tasks, signal, workers } = options;
  const taskById = new Map(tasks.map((task) => [task.id, task]));
  const samples = [...store.listSummaries()].filter(({ outcome }) => outcome !== 'provider-trouble');
  const known = samples.filter(({ taskId }) => taskById.has(taskId));
  const watch = watchEvents(options.onEvent);
  const turns = new PQueue({ concurrency: workers });
  const context: DrawingContext = {
    ...options,
    grade: options.grade ?? gradeRendered,
    onEvent: watch.onEvent,
    takeTurn: (work) => turns.add(work),
    givenPictures: new Map(),
  };
  await forEachConcurrently(known, { concurrency: workers + 1, signal }, (sample) =>
    regradeSample(sample, taskById.get(sample.taskId) as Task, context),
  );
  if (!signal?.aborted) await findRepeats(store, signal);
  return { samples: known.length, skipped: samples.length - known.length, ...watch.counts() };
}

async function regradeSample(summary: SampleSummary, task: Task, context: DrawingContext): Promise<void> {
  const { id, taskId, modelId, track, number } = summary;
  const cell = { taskId, modelId, track, number };
  let state = await beginTurns({ task }, context);
  let last: Drawn | null = null;
  for (const { round, turn = 1 } of summary.rounds) {
    const reply = context.store.usedReply({ sampleId: id, round });
    if (!reply) continue;
    if (turn > state.turn && last !== null) state = turnEnded(state, last);
    last = await ensureDrawn(
      { id, cell, task, model: NOBODY },
      { ...reply, round, turn: state.reached() },
      context,
    );
  }
}

/** No model is asked. */
const NOBODY: Model = {
  id: 'none',
  disclosure: null,
  samplesFor: () => 0,
  reply: () => Promise.reject(new Error('regrading asks no model')),
};

function watchEvents(forward: (event: SweepEvent) => void = () => {}) {
  const why = new Map<string, number>();
  let renderedAgain = 0;
  let gradedAgain = 0;
  return {
    onEvent(event: SweepEvent): void {
      if (event.kind === 'rendered') renderedAgain += 1;
      if (event.kind === 'graded') gradedAgain += 1;
      if (event.kind === 'rendered' || event.kind === 'graded') {
        const reason = `${event.kind}: ${event.why}`;
        why.set(reason, (why.get(reason) ?? 0) + 1);
      }
      forward(event);
    },
    counts: () => ({ renderedAgain, gradedAgain, why: Object.fromEntries(why) }),
  };
}
