import { isTrouble, type Outcome } from '../../domain/outcome.ts';
import { printableLine } from '../../util/printable.ts';
import { formatUsd, formatWait } from '../print-amounts.ts';
import type { Spending, SweepState } from './sweep-state.ts';

/** `12 drawn, 2 tex-error, 1 sandbox-trouble (ours)`, what was drawn first. */
export function describeOutcomes(outcomes: ReadonlyMap<Outcome, number>): string {
  const rank = (outcome: Outcome): number => (outcome === 'drawn' ? 0 : isTrouble(outcome) ? 2 : 1);
  return [...outcomes]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([outcome, count]) => `${count} ${outcome}${isTrouble(outcome) ? ' (ours)' : ''}`)
    .join(', ');
}

/** `$0.42 of about $4.10`; null where nothing costs anything. */
export function describeSpending({ spentUsd, expectedUsd, isLowerBound }: Spending): string | null {
  if (spentUsd === 0 && expectedUsd === 0 && !isLowerBound) return null;
  const spent = `${isLowerBound ? 'at least ' : ''}${formatUsd(spentUsd)}`;
  if (expectedUsd === null || isLowerBound) return `${spent} so far, the whole is not known`;
  return `${spent} of about ${formatUsd(Math.max(expectedUsd, spentUsd))}`;
}

const WHY = {
  'rate-limit': 'rate limited',
  down: 'does not answer',
  batch: 'works on a batch',
} as const;

/** `openai: rate limited, 12 s` for each lane that waits now. */
export function describeWaits({ waits }: Pick<SweepState, 'waits'>, nowMs: number): string[] {
  return [...waits.values()]
    .filter(({ untilMs }) => untilMs > nowMs)
    .map(
      ({ lane, why, untilMs }) => `${printableLine(lane, 40)}: ${WHY[why]}, ${formatWait(untilMs - nowMs)}`,
    );
}

/** The outcomes of all models together, with how many samples are finished and planned. */
export function totalsOf({ models }: Pick<SweepState, 'models'>) {
  const outcomes = new Map<Outcome, number>();
  let planned = 0;
  let finished = 0;
  let cached = 0;
  for (const model of models.values()) {
    planned += model.planned;
    finished += model.finished;
    cached += model.cached;
    for (const [outcome, count] of model.outcomes)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + count);
  }
  return { outcomes, planned, finished, cached };
}
