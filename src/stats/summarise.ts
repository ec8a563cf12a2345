import { isTrouble } from '../domain/outcome.ts';
import type { SampleSummary } from '../domain/run.ts';
import type { ModelSummary, SkillSummary, Summary, TaskSummary } from '../domain/summary.ts';
import { seededRandom } from '../util/random.ts';
import { clusterBootstrap } from './cluster-bootstrap.ts';
import { countFunnel } from './funnel.ts';
import { judgeAgreements } from './judge-agreements.ts';
import { groupBy, mean } from './mean.ts';
import { type RoundResults, roundWorths } from './round-worths.ts';
import { isScored, scoresOf } from './scored.ts';
import { type HasRubric, summariseLikeness } from './summarise-likeness.ts';
import { summariseRepeats } from './summarise-repeats.ts';
import { summariseSpend } from './summarise-spend.ts';

/** What statistics read of a sample. */
export type ScoredSample = Pick<
  SampleSummary,
  | 'taskId'
  | 'modelId'
  | 'track'
  | 'outcome'
  | 'stage'
  | 'clean'
  | 'grade'
  | 'spend'
  | 'judgements'
  | 'repeats'
> & {
  readonly rounds: readonly RoundResults[];
};

/**
 * All numbers of a run. The same samples and seed give the same numbers, in whatever order models come. `hasRubric`: which tasks
 * ask judges something, so that samples which nobody judged yet are counted.
 */
export function summarise(
  samples: Iterable<ScoredSample>,
  { seed = 1, hasRubric = () => false }: { readonly seed?: number; readonly hasRubric?: HasRubric } = {},
): Summary {
  const contenders = [...groupBy(samples, ({ modelId, track }) => JSON.stringify([modelId, track])).values()];
  return {
    models: contenders.flatMap((group) => summariseModel(group, seed)),
    tasks: contenders.flatMap((group) =>
      [...groupBy(group, ({ taskId }) => taskId).values()].flatMap(summariseTask),
    ),
    skills: contenders.flatMap(summariseSkills),
    rounds: contenders.flatMap((group) => roundWorths(group, seed)),
    ...whereKnown(contenders, { seed, hasRubric }),
  };
}

/** What is left out where there is nothing of it. */
function whereKnown(
  contenders: readonly ScoredSample[][],
  options: { readonly seed: number; readonly hasRubric: HasRubric },
) {
  const repeats = contenders.flatMap(summariseRepeats);
  const likeness = contenders.flatMap((group) => summariseLikeness(group, options));
  const agreements = judgeAgreements(contenders.flat());
  return {
    ...(likeness.length > 0 && { likeness }),
    ...(repeats.length > 0 && { repeats }),
    ...(agreements.length > 0 && { agreements }),
  };
}

function summariseModel(group: readonly ScoredSample[], seed: number): ModelSummary[] {
  const first = group[0];
  if (!first) return [];
  const scored = group.filter(isScored);
  const clusters = [...groupBy(scored, ({ taskId }) => taskId).values()].map(scoresOf);
  const rate = (holds: (sample: ScoredSample) => boolean) =>
    mean(scored.map((sample) => Number(holds(sample))));
  return [
    {
      modelId: first.modelId,
      track: first.track,
      samples: group.length,
      scored: scored.length,
      spatial: mean(scoresOf(scored)),
      interval: clusterBootstrap(clusters, seededRandom(seed)),
      fullRate: rate(({ grade }) => grade.full === true),
      drawnRate: rate(({ outcome }) => outcome === 'drawn'),
      cleanRate: rate(({ outcome, clean }) => outcome === 'drawn' && clean === true),
      ...countFunnel(group),
      trouble: group.filter(({ outcome }) => isTrouble(outcome)).length,
      spend: summariseSpend(group.map(({ spend }) => spend)),
    },
  ];
}

function summariseTask(group: readonly ScoredSample[]): TaskSummary[] {
  const first = group[0];
  if (!first) return [];
  const { taskId, modelId, track } = first;
  return [{ taskId, modelId, track, samples: group.length, spatial: mean(scoresOf(group.filter(isScored))) }];
}

function summariseSkills(group: readonly ScoredSample[]): SkillSummary[] {
  const verdicts = group
    .filter(isScored)
    .flatMap(({ grade }) => grade.verdicts.filter(({ outcome }) => outcome !== 'ungraded'));
  const first = group[0];
  if (!first) return [];
  return [...groupBy(verdicts, ({ skill }) => skill)].map(([skill, ofSkill]) => {
    const total = ofSkill.reduce((sum, { weight }) => sum + weight, 0);
    const met = ofSkill.reduce((sum, { weight, outcome }) => (outcome === 'met' ? sum + weight : sum), 0);
    const { modelId, track } = first;
    return { skill, modelId, track, criteria: ofSkill.length, rate: total > 0 ? met / total : null };
  });
}
