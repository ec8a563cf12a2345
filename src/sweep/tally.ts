import { isTrouble, type Outcome } from '../domain/outcome.ts';
import { isCut, type JudgingResult } from './judging/judging-result.ts';
import type { Limit } from './limit.ts';
import type { SweepEvent } from './sweep-event.ts';

/** How a sweep ended. `outcomes` counts the finished cells of this sweep, those of earlier runs included. */
export interface SweepResult {
  readonly planned: number;
  readonly finished: number;
  /** Cells that needed any work this time. */
  readonly renewed: number;
  /** Finished cells in trouble of ours: run it again to retry them. */
  readonly troubles: number;
  /** Ids of the samples that a limit kept from being asked, in the order in which that was found. */
  readonly leftOut: readonly string[];
  /** The limit that was met first. */
  readonly limit: Limit | null;
  readonly isCancelled: boolean;
  readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
  /** Null: nobody was to judge, or it did not come to that. */
  readonly judging: JudgingResult | null;
}

/** Counts what happens, and passes it on. */
export interface Tally {
  readonly onEvent: (event: SweepEvent) => void;
  /** Whether a sample needed work. */
  readonly isTouched: (id: string) => boolean;
  readonly result: (planned: number, judging: JudgingResult | null) => SweepResult;
}

export function startTally(forward: (event: SweepEvent) => void = () => {}): Tally {
  const touched = new Set<string>();
  const leftOut: string[] = [];
  const outcomes = new Map<Outcome, number>();
  let limit: Limit | null = null;
  const count = (wanted: (outcome: Outcome) => boolean): number =>
    [...outcomes].reduce((sum, [outcome, times]) => (wanted(outcome) ? sum + times : sum), 0);
  return {
    onEvent(event) {
      if (event.kind === 'finished') outcomes.set(event.outcome, (outcomes.get(event.outcome) ?? 0) + 1);
      if (event.kind === 'left-out') {
        leftOut.push(event.id);
        limit ??= event.limit;
      } else if (event.kind !== 'finished' && 'id' in event && !('judgeId' in event)) touched.add(event.id);
      forward(event);
    },
    isTouched: (id) => touched.has(id),
    result(planned, judging) {
      const finished = count(() => true);
      return {
        planned,
        finished,
        renewed: touched.size,
        troubles: count(isTrouble),
        leftOut,
        limit: limit ?? judging?.limit ?? null,
        isCancelled: finished + leftOut.length < planned || (judging !== null && isCut(judging)),
        outcomes: Object.fromEntries(outcomes),
        judging,
      };
    },
  };
}
