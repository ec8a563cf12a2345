import type { PairOutcome, PairVerdict, PairVote } from '../domain/pair.ts';
import { createCutter } from './cutter.ts';
import type { PairDetails, SampleDetails } from './data.ts';

// Each other model is one pair a judge.
const MAX_PAIRS = 200;

type OfSample = Pick<SampleDetails, 'pairs' | 'pairCuts'>;

/** Looks up what judges say of a sample beside others. Nothing where it is of no pair. */
export function pairsBySample(verdicts: readonly PairVerdict[]): (sampleId: string) => OfSample {
  const bySample = new Map<string, PairVerdict[]>();
  for (const verdict of verdicts) {
    for (const id of [verdict.firstId, verdict.secondId]) {
      const own = bySample.get(id);
      if (own) own.push(verdict);
      else bySample.set(id, [verdict]);
    }
  }
  return (sampleId) => pairsOf(sampleId, bySample.get(sampleId) ?? []);
}

function pairsOf(sampleId: string, verdicts: readonly PairVerdict[]): OfSample {
  if (verdicts.length === 0) return {};
  const cutter = createCutter();
  const pairs = cutter.list('pairs', verdicts, MAX_PAIRS).map((verdict): PairDetails => {
    const isFirst = verdict.firstId === sampleId;
    const [straight, turned] = verdict.votes.map((vote) => ({
      ...vote,
      evidence: cutter.text(vote.evidence),
    }));
    if (!straight || !turned) throw new Error(`a pair of ${sampleId} has not two votes`);
    return {
      judgeId: verdict.judgeId,
      otherId: isFirst ? verdict.secondId : verdict.firstId,
      outcome: OUTCOMES[isFirst ? 'first' : 'second'][verdict.outcome],
      isFlip: verdict.isFlip,
      votes: isFirst ? [fromFirst(straight), fromFirst(turned)] : [fromSecond(turned), fromSecond(straight)],
    };
  });
  const pairCuts = cutter.cuts();
  return { pairs, ...(pairCuts.length > 0 && { pairCuts }) };
}

const OUTCOMES: Readonly<Record<'first' | 'second', Record<PairOutcome, PairDetails['outcome']>>> = {
  first: { first: 'better', second: 'worse', tie: 'tie', ungraded: 'ungraded' },
  second: { first: 'worse', second: 'better', tie: 'tie', ungraded: 'ungraded' },
};
const FROM_FIRST = { first: 'this', second: 'other', equal: 'equal' } as const;
const FROM_SECOND = { first: 'other', second: 'this', equal: 'equal' } as const;

function fromFirst({ better, trouble, evidence }: PairVote): PairDetails['votes'][number] {
  return { better: better && FROM_FIRST[better], trouble, evidence };
}

function fromSecond({ better, trouble, evidence }: PairVote): PairDetails['votes'][number] {
  return { better: better && FROM_SECOND[better], trouble, evidence };
}
