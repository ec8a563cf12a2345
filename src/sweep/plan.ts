import type { Model } from '../domain/model.ts';
import { type Cell, sampleId } from '../domain/run.ts';
import type { Task, Track } from '../domain/task.ts';

/** What is to be drawn, by whom, under which rules, how often. */
export interface SweepPlan {
  readonly tasks: readonly Task[];
  readonly models: readonly Model[];
  readonly tracks: readonly Track[];
  /** Samples of each task, model and track; fewer where a model has fewer. */
  readonly samples: number;
}

/**
 * All cells in a fair order: the first sample of everything, then the second, so that a run which is stopped early
 * can be compared all the same. A task is drawn under those tracks that it allows. No cell comes twice.
 */
export function planCells(plan: SweepPlan): Cell[] {
  const cells = new Map<string, Cell>();
  for (let number = 1; number <= plan.samples; number += 1) {
    for (const cell of cellsOf(plan, number)) cells.set(sampleId(cell), cell);
  }
  return [...cells.values()];
}

function cellsOf({ tasks, models, tracks }: SweepPlan, number: number): Cell[] {
  return tasks.flatMap((task) =>
    models
      .filter((model) => number <= model.samplesFor(task))
      .flatMap((model) =>
        tracks
          .filter((track) => task.tracks.includes(track))
          .map((track): Cell => ({ taskId: task.id, modelId: model.id, track, number })),
      ),
  );
}
