import type { Outcome, Stage } from '../domain/outcome.ts';
import type { SampleSummary } from '../domain/run.ts';

/** How many samples ended how, and where. Only what occurs is listed. */
export interface Funnel {
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  readonly stages: Readonly<Partial<Record<Stage, number>>>;
}

/** Counts samples by outcome and by the stage in which it was decided. */
export function countFunnel(samples: Iterable<Pick<SampleSummary, 'outcome' | 'stage'>>): Funnel {
  const outcomes: Partial<Record<Outcome, number>> = {};
  const stages: Partial<Record<Stage, number>> = {};
  for (const { outcome, stage } of samples) {
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    stages[stage] = (stages[stage] ?? 0) + 1;
  }
  return { outcomes, stages };
}
