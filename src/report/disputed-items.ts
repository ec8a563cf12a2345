import type { JudgedVerdict, Judgement } from '../domain/judgement.ts';

/**
 * The ids of the items on which judges of one drawing disagree. As where agreement is counted, only verdicts that rest on
 * votes count: where nothing was drawn all agree by rule, and what is open is no opinion.
 */
export function disputedItems(judgements: readonly Pick<Judgement, 'verdicts'>[]): ReadonlySet<string> {
  const outcomes = new Map<string, Set<JudgedVerdict['outcome']>>();
  for (const { verdicts } of judgements) {
    for (const { id, outcome, votes } of verdicts) {
      if (outcome === 'ungraded' || votes.length === 0) continue;
      outcomes.set(id, (outcomes.get(id) ?? new Set()).add(outcome));
    }
  }
  return new Set([...outcomes].filter(([, given]) => given.size > 1).map(([id]) => id));
}
