import type { RunLimit } from '../domain/run.ts';
import type { SweepLimits, SweepResult } from '../sweep/run-sweep.ts';

/** What a run's settings keep of a limit that stopped it: which, and the ids of the samples that were not asked for. */
export interface StopNote {
  readonly limits: SweepLimits;
  readonly stoppedBy: RunLimit['kind'];
  readonly leftOut: readonly string[];
}

const FIELDS = {
  'max-cost': 'maxCostUsd',
  'max-requests': 'maxRequests',
  'max-minutes': 'maxMinutes',
} as const satisfies Readonly<Record<RunLimit['kind'], keyof SweepLimits>>;

/** The note to keep; null where no limit was met. */
export function stopNote({ limit, leftOut }: SweepResult, limits: SweepLimits): StopNote | null {
  return limit === null ? null : { limits, stoppedBy: limit, leftOut };
}

/** The limit that stopped a run, by the settings that it keeps; null: none did. */
export function limitOf(settings: unknown): RunLimit | null {
  const { stoppedBy, limits } = (settings ?? {}) as Partial<StopNote>;
  if (stoppedBy === undefined) return null;
  const value = limits?.[FIELDS[stoppedBy]];
  return typeof value === 'number' ? { kind: stoppedBy, value } : null;
}
