import type { PairVerdict } from '../domain/pair.ts';
import type { SampleSummary } from '../domain/run.ts';
import type { PairSummary } from '../domain/summary.ts';
import { groupBy } from './mean.ts';

interface Row {
  readonly verdict: PairVerdict;
  readonly first: Drawer;
  readonly second: Drawer;
}
type Drawer = Pick<SampleSummary, 'modelId' | 'track'>;

/**
 * Pairs by judge, track and the two models, in whichever order a pair names them. A pair of samples that are not among them is
 * left out.
 */
export function summarisePairs(
  verdicts: readonly PairVerdict[],
  samples: readonly Pick<SampleSummary, 'id' | 'modelId' | 'track'>[],
): PairSummary[] {
  const byId = new Map(samples.map((sample) => [sample.id, sample]));
  const rows = verdicts.flatMap((verdict): readonly Row[] => {
    const [first, second] = [byId.get(verdict.firstId), byId.get(verdict.secondId)];
    return first && second ? [{ verdict, first, second }] : [];
  });
  const nameOf = ({ verdict, first, second }: Row): string =>
    JSON.stringify([verdict.judgeId, first.track, ...[first.modelId, second.modelId].sort()]);
  return [...groupBy(rows, nameOf).values()].flatMap(summaryOf);
}

function summaryOf(rows: readonly Row[]): readonly PairSummary[] {
  const [one] = rows;
  if (!one) return [];
  const [firstId, secondId] = [one.first.modelId, one.second.modelId];
  const wins = (modelId: string): number => rows.filter((row) => winnerOf(row)?.modelId === modelId).length;
  const count = (wanted: (verdict: PairVerdict) => boolean): number =>
    rows.filter(({ verdict }) => wanted(verdict)).length;
  return [
    {
      judgeId: one.verdict.judgeId,
      track: one.first.track,
      models: [firstId, secondId],
      firstWins: wins(firstId),
      secondWins: wins(secondId),
      ties: count(({ outcome }) => outcome === 'tie'),
      flips: count(({ isFlip }) => isFlip),
      ungraded: count(({ outcome }) => outcome === 'ungraded'),
    },
  ];
}

function winnerOf({ verdict: { outcome }, first, second }: Row): Drawer | null {
  if (outcome === 'first') return first;
  return outcome === 'second' ? second : null;
}
