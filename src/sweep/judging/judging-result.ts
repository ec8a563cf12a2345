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
  /** Pairs of drawings that were to be compared; missing: none was. */
  readonly pairs?: { readonly planned: number; readonly judged: number; readonly ungraded: number };
}

/** Whether it was stopped before every drawing and every pair had its turn. */
export function isCut({ planned, judged, ungraded, pairs }: JudgingResult): boolean {
  const isPairsCut = pairs !== undefined && pairs.judged + pairs.ungraded < pairs.planned;
  return judged + ungraded < planned || isPairsCut;
}
