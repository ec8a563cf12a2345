import type { Model } from '../domain/model.ts';
import { type Cell, sampleId } from '../domain/run.ts';
import { promptsOf, type Task, type Track } from '../domain/task.ts';
import { UsageError } from '../domain/usage-error.ts';

/** The most requests of a sample on the tracks that have several, the first one included. */
export interface Rounds {
  readonly repair: number;
  readonly sighted: number;
}

/** What is to be drawn, by whom, under which rules, how often. */
export interface SweepPlan {
  readonly tasks: readonly Task[];
  readonly models: readonly Model[];
  readonly tracks: readonly Track[];
  readonly rounds: Rounds;
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

/** The cells of a plan that can be run. Throws UsageError for one that can't. */
export function requireCells(plan: SweepPlan): Cell[] {
  const blind = plan.models.filter(({ facts }) => facts?.seesPictures === false).map(({ id }) => id);
  if (plan.tracks.includes('sighted') && blind.length > 0) {
    throw new UsageError(`tracks: sighted shows pictures, which can't be seen by ${blind.join(', ')}`, {
      remedy:
        'Leave the track or these models out. If one can see after all, say so in models.yaml: seesPictures: true.',
    });
  }
  const cells = planCells(plan);
  if (cells.length > 0) return cells;
  throw new UsageError(
    'The sweep has no cell: no model has a sample of any of its tasks on any of its tracks.',
    { remedy: 'Check its tasks, models and tracks, and that samples is 1 or more.' },
  );
}

/** The most requests that one sample can take: those of each of its turns. */
export function mostRequests({ task, track }: Asked, model: Model, rounds: Rounds): number {
  return promptsOf(task).length * mostRounds(track, model, rounds);
}

interface Asked {
  readonly task: Pick<Task, 'prompt' | 'laterPrompts'>;
  readonly track: Track;
}

/** The most requests that one turn on a track can take. */
export function mostRounds(track: Track, model: Model, rounds: Rounds): number {
  return track === 'blind' ? 1 : Math.min(rounds[track], model.mostRounds ?? Number.POSITIVE_INFINITY);
}
