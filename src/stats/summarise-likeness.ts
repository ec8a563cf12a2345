import type { Judgement } from '../domain/judgement.ts';
import type { SampleSummary } from '../domain/run.ts';
import type { LikenessSummary } from '../domain/summary.ts';
import { seededRandom } from '../util/random.ts';
import { clusterBootstrap } from './cluster-bootstrap.ts';
import { groupBy, mean } from './mean.ts';

/** What statistics of likeness read of a sample. */
type JudgedSample = Pick<SampleSummary, 'taskId' | 'modelId' | 'track' | 'judgements'>;

interface Row {
  readonly taskId: string;
  readonly judgement: Judgement;
}

/** The likeness of one model under one track, a judge each; empty where nobody judged it. */
export function summariseLikeness(group: readonly JudgedSample[], seed: number): LikenessSummary[] {
  const first = group[0];
  if (!first) return [];
  const rows = group.flatMap(({ taskId, judgements = [] }) =>
    judgements.map((judgement): Row => ({ taskId, judgement })),
  );
  const { modelId, track } = first;
  return [...groupBy(rows, ({ judgement }) => judgement.judgeId)].map(([judgeId, ofJudge]) => ({
    judgeId,
    modelId,
    track,
    ...likenessOf(ofJudge, seed),
  }));
}

type Numbers = Omit<LikenessSummary, 'judgeId' | 'modelId' | 'track'>;

function likenessOf(rows: readonly Row[], seed: number): Numbers {
  const clusters = [...groupBy(rows, ({ taskId }) => taskId).values()].map(valuesOf);
  const values = valuesOf(rows);
  const bound = (which: 'low' | 'high'): number =>
    mean(rows.map(({ judgement }) => judgement.bounds[which])) ?? 0;
  const open = rows.flatMap(({ judgement }) =>
    judgement.verdicts.filter(({ outcome }) => outcome === 'ungraded'),
  );
  return {
    samples: rows.length,
    scored: values.length,
    likeness: mean(values),
    interval: clusterBootstrap(clusters, seededRandom(seed)),
    bounds: { low: bound('low'), high: bound('high') },
    ungraded: open.length,
    isOwnFamily: rows.some(({ judgement }) => judgement.isOwnFamily),
  };
}

function valuesOf(rows: readonly Row[]): number[] {
  return rows.flatMap(({ judgement: { likeness } }) => (likeness === null ? [] : [likeness]));
}
