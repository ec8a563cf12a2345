import type { Judgement } from '../domain/judgement.ts';
import { isTrouble } from '../domain/outcome.ts';
import type { SampleSummary } from '../domain/run.ts';
import type { LikenessSummary } from '../domain/summary.ts';
import { seededRandom } from '../util/random.ts';
import { clusterBootstrap } from './cluster-bootstrap.ts';
import { groupBy, mean } from './mean.ts';

/** What statistics of likeness read of a sample. */
type JudgedSample = Pick<SampleSummary, 'taskId' | 'modelId' | 'track' | 'outcome' | 'judgements'>;

/** Which tasks ask judges something; left out: those of which a judgement is there. */
export type HasRubric = (taskId: string) => boolean;

interface Row {
  readonly taskId: string;
  readonly judgement: Judgement;
}

/** The likeness of one model under one track, a judge each; empty where nobody judged it. */
export function summariseLikeness(
  group: readonly JudgedSample[],
  { seed, hasRubric }: { readonly seed: number; readonly hasRubric: HasRubric },
): LikenessSummary[] {
  const first = group[0];
  if (!first) return [];
  const rows = group.flatMap(({ taskId, judgements = [] }) =>
    judgements.map((judgement): Row => ({ taskId, judgement })),
  );
  const { modelId, track } = first;
  const toJudge = group.filter(({ taskId, outcome }) => hasRubric(taskId) && !isTrouble(outcome)).length;
  return [...groupBy(rows, ({ judgement }) => judgement.judgeId)].map(([judgeId, ofJudge]) => ({
    judgeId,
    modelId,
    track,
    ...likenessOf(ofJudge, { seed, missing: Math.max(0, toJudge - ofJudge.length) }),
  }));
}

type Numbers = Omit<LikenessSummary, 'judgeId' | 'modelId' | 'track'>;

interface Given {
  readonly seed: number;
  /** Samples that nobody judged yet. */
  readonly missing: number;
}

function likenessOf(rows: readonly Row[], { seed, missing }: Given): Numbers {
  const clusters = [...groupBy(rows, ({ taskId }) => taskId).values()].map(valuesOf);
  const values = valuesOf(rows);
  const unknown = (end: number): readonly number[] => Array.from({ length: missing }, () => end);
  const bound = (which: 'low' | 'high', end: number): number =>
    mean([...rows.map(({ judgement }) => judgement.bounds[which]), ...unknown(end)]) ?? 0;
  const open = rows.flatMap(({ judgement }) =>
    judgement.verdicts.filter(({ outcome }) => outcome === 'ungraded'),
  );
  return {
    samples: rows.length + missing,
    scored: values.length,
    likeness: mean(values),
    interval: clusterBootstrap(clusters, seededRandom(seed)),
    bounds: { low: bound('low', 0), high: bound('high', 1) },
    ungraded: open.length,
    isOwnFamily: rows.some(({ judgement }) => judgement.isOwnFamily),
  };
}

function valuesOf(rows: readonly Row[]): number[] {
  return rows.flatMap(({ judgement: { likeness } }) => (likeness === null ? [] : [likeness]));
}
