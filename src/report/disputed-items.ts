import { type JudgedVerdict, type Judgement, votedVerdicts } from '../domain/judgement.ts';

/** The ids of the items on which judges of one drawing disagree, by the verdicts that rest on votes. */
export function disputedItems(judgements: readonly Pick<Judgement, 'verdicts'>[]): ReadonlySet<string> {
  const outcomes = new Map<string, Set<JudgedVerdict['outcome']>>();
  for (const { id, outcome } of judgements.flatMap(votedVerdicts)) {
    outcomes.set(id, (outcomes.get(id) ?? new Set()).add(outcome));
  }
  return new Set([...outcomes].filter(([, given]) => given.size > 1).map(([id]) => id));
}
