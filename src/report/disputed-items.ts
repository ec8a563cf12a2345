import { type Judgement, ownOutcome } from '../domain/judgement.ts';

/** The ids of the items on which judges of one drawing disagree, by what each says of the item itself. */
export function disputedItems(judgements: readonly Pick<Judgement, 'verdicts'>[]): ReadonlySet<string> {
  const outcomes = new Map<string, Set<'met' | 'unmet'>>();
  for (const verdict of judgements.flatMap(({ verdicts }) => verdicts)) {
    const outcome = ownOutcome(verdict);
    if (outcome !== null) outcomes.set(verdict.id, (outcomes.get(verdict.id) ?? new Set()).add(outcome));
  }
  return new Set([...outcomes].filter(([, given]) => given.size > 1).map(([id]) => id));
}
