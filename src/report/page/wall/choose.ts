import type { Report, Sample } from '../report.ts';

export const ORDERS = ['as run', 'best first', 'worst first', 'most contested'] as const;
export type Order = (typeof ORDERS)[number];

/** What the reader wants to see of the wall. Empty strings mean everything. */
export interface Filter {
  readonly text: string;
  readonly suite: string;
  readonly outcome: string;
  readonly order: Order;
}

export const NO_FILTER: Filter = { text: '', suite: '', outcome: '', order: 'as run' };

/** Outcome choices that are not outcomes: by what the grade says. */
export const GRADE_CHOICES = { full: 'full marks', short: 'drawn, some unmet' } as const;

/**
 * The samples that the filter lets through, in the wall's order: tasks as ordered, within a task by contender and
 * number. Text is looked for in title, prompt, ids and tags, without case; all words must be there.
 */
export function chooseSamples(
  report: Pick<Report, 'samples' | 'contenders'>,
  filter: Filter,
): readonly Sample[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = report.samples.filter(
    (sample) =>
      (filter.suite === '' || sample.task.suite === filter.suite) &&
      matchesOutcome(sample, filter.outcome) &&
      words.every((word) => searchText(sample).includes(word)),
  );
  const places = new Map(report.contenders.map((contender, place) => [contender, place]));
  const rank = (sample: Sample): number => places.get(sample.contender) ?? 0;
  return orderTasks(groupByTask(chosen), filter.order).flatMap((samples) =>
    samples.sort((a, b) => rank(a) - rank(b) || a.number - b.number),
  );
}

/** Samples of one task each, in the order in which tasks first come. */
export function groupByTask(samples: readonly Sample[]): Sample[][] {
  return [...Map.groupBy(samples, (sample) => sample.task).values()];
}

function matchesOutcome(sample: Sample, wanted: string): boolean {
  if (wanted === '') return true;
  if (wanted === GRADE_CHOICES.full) return sample.full === true;
  if (wanted === GRADE_CHOICES.short) return sample.outcome === 'drawn' && sample.full === false;
  return sample.outcome === wanted;
}

function searchText({ task, contender }: Sample): string {
  return [task.title, task.prompt, task.id, contender.modelId, ...task.tags].join(' ').toLowerCase();
}

function orderTasks(tasks: Sample[][], order: Order): Sample[][] {
  if (order === 'as run') return tasks;
  const key =
    order === 'most contested' ? spread : order === 'best first' ? mean : (own: Sample[]) => -mean(own);
  return tasks
    .map((samples) => ({ samples, key: key(samples) }))
    .sort((a, b) => b.key - a.key)
    .map(({ samples }) => samples);
}

function scoresOf(samples: readonly Sample[]): number[] {
  return samples.flatMap((sample) => (sample.spatial === null ? [] : [sample.spatial]));
}

function mean(samples: readonly Sample[]): number {
  const scores = scoresOf(samples);
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

function spread(samples: readonly Sample[]): number {
  const scores = scoresOf(samples);
  return scores.length === 0 ? 0 : Math.max(...scores) - Math.min(...scores);
}
