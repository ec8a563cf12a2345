import { type Judgement, ownOutcome } from '../domain/judgement.ts';
import type { SampleSummary } from '../domain/run.ts';
import type { JudgeAgreement } from '../domain/summary.ts';

/**
 * How often each two judges agree on the items of the same drawings: by what each says of an item itself, whatever the item
 * needs, and only where both have said it.
 */
export function judgeAgreements(samples: readonly Pick<SampleSummary, 'judgements'>[]): JudgeAgreement[] {
  const counts = new Map<string, { ids: readonly [string, string]; items: number; agreed: number }>();
  for (const { judgements = [] } of samples) {
    for (const [first, second] of pairsOf(judgements)) {
      const ids = [first.judgeId, second.judgeId] as const;
      const count = counts.get(JSON.stringify(ids)) ?? { ids, items: 0, agreed: 0 };
      counts.set(JSON.stringify(ids), count);
      for (const isSame of comparisons(first, second)) {
        count.items += 1;
        count.agreed += Number(isSame);
      }
    }
  }
  return [...counts.values()].map(({ ids, items, agreed }) => ({ judgeIds: ids, items, agreed }));
}

function pairsOf(judgements: readonly Judgement[]): readonly (readonly [Judgement, Judgement])[] {
  return judgements.flatMap((first, at) =>
    judgements.slice(at + 1).map((second) => [first, second] as const),
  );
}

function comparisons(first: Judgement, second: Judgement): readonly boolean[] {
  const others = new Map(second.verdicts.map((verdict) => [verdict.id, ownOutcome(verdict)]));
  return first.verdicts.flatMap((verdict) => {
    const [own, other] = [ownOutcome(verdict), others.get(verdict.id) ?? null];
    return own === null || other === null ? [] : [own === other];
  });
}
