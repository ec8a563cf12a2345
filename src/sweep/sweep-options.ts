import type { RequestTimeouts } from '../domain/reply.ts';
import type { RunDescription } from '../store/run-description.ts';
import type { Judging } from './judging/judge.ts';
import type { SweepPlan } from './plan.ts';
import type { CellContext } from './sample.ts';
import type { SweepEvent } from './sweep-event.ts';

/** Hard limits of the whole sweep, earlier attempts included (minutes: of this call); null: none. */
export interface SweepLimits {
  readonly maxCostUsd: number | null;
  readonly maxRequests: number | null;
  readonly maxMinutes: number | null;
}

type Wired = 'grade' | 'onEvent' | 'asker' | 'takeTurn' | 'rounds' | 'givenPictures';

/** A sweep with all that it takes to run it. The store and the cache are the caller's to close. */
export interface SweepOptions extends SweepPlan, Omit<CellContext, Wired> {
  readonly description: Pick<RunDescription, 'id' | 'title' | 'sandbox' | 'versions' | 'settings'>;
  /** The most requests at a time to one provider. */
  readonly concurrency: number;
  /** The most drawings at a time. */
  readonly workers: number;
  readonly limits: SweepLimits;
  /** Asks in batches where a provider takes them, for less money. */
  readonly usesBatches?: boolean;
  /** Who judges what was drawn; left out: nobody. */
  readonly judging?: Judging;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  readonly timeouts?: RequestTimeouts;
  readonly onEvent?: (event: SweepEvent) => void;
  readonly grade?: CellContext['grade'];
}
