import type { Limit } from '../limit.ts';

/** What became of it: one drawing by one judge counts as one. */
export interface JudgingResult {
  readonly planned: number;
  /** With all their verdicts. */
  readonly judged: number;
  /** Drawings of which some item has no verdict: run it again to ask for those alone. */
  readonly ungraded: number;
  /** Of those, the ones that a limit kept from being asked. */
  readonly leftOut: number;
  readonly limit: Limit | null;
  /** Judgements that are new or have changed. */
  readonly renewed: number;
}
