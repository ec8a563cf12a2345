import type { RoundSummary, SampleSummary } from '../domain/run.ts';
import type { RoundWorth } from '../domain/summary.ts';
import { seededRandom } from '../util/random.ts';
import { clusterBootstrap } from './cluster-bootstrap.ts';
import { groupBy, mean } from './mean.ts';
import { isScored } from './scored.ts';

/** What is read of a round. */
export type RoundResults = Pick<RoundSummary, 'round' | 'outcome' | 'clean' | 'grade'>;

type Conversation = Pick<SampleSummary, 'taskId' | 'modelId' | 'track' | 'outcome' | 'grade'> & {
  readonly rounds: readonly RoundResults[];
};

/**
 * What each round was worth, over the samples of one model on one track; nothing for `blind`, which has one round.
 * A conversation that ended earlier counts with its last result: that is what the user of it would have.
 */
export function roundWorths(group: readonly Conversation[], seed: number): RoundWorth[] {
  const first = group[0];
  if (!first || first.track === 'blind') return [];
  const { modelId, track } = first;
  const whole = group.filter(isWhole);
  const last = Math.max(0, ...whole.map(({ rounds }) => rounds.at(-1)?.round ?? 0));
  return Array.from({ length: last }, (_, place) => ({
    modelId,
    track,
    ...worthOf(whole, { round: place + 1, seed }),
  }));
}

/** Without this a round would be compared with another over other samples. */
function isWhole(sample: Conversation): boolean {
  return isScored(sample) && sample.rounds.length > 0 && sample.rounds.every(isScored);
}

/** One conversation as it stood after a round. */
interface Standing {
  readonly taskId: string;
  readonly result: RoundResults;
  readonly hasReached: boolean;
  readonly spatial: number;
  /** Against the same conversation's round 1. */
  readonly gain: number;
}

interface Step {
  readonly round: number;
  readonly seed: number;
}

function worthOf(
  whole: readonly Conversation[],
  { round, seed }: Step,
): Omit<RoundWorth, 'modelId' | 'track'> {
  const standings = whole.flatMap((sample) => standingAt(sample, round));
  const rate = (holds: (standing: Standing) => boolean) =>
    mean(standings.map((standing) => Number(holds(standing))));
  const meanOf = (measure: (standing: Standing) => number) => ({
    mean: mean(standings.map(measure)),
    interval: clusterBootstrap(byTask(standings, measure), seededRandom(seed)),
  });
  const score = meanOf(({ spatial }) => spatial);
  const gain = meanOf((standing) => standing.gain);
  return {
    round,
    samples: standings.length,
    reached: rate(({ hasReached }) => hasReached),
    spatial: score.mean,
    interval: score.interval,
    drawnRate: rate(({ result }) => result.outcome === 'drawn'),
    cleanRate: rate(({ result }) => result.outcome === 'drawn' && result.clean === true),
    gain: round === 1 || gain.mean === null ? null : { mean: gain.mean, interval: gain.interval },
  };
}

function standingAt({ taskId, rounds }: Conversation, round: number): Standing[] {
  const [first] = rounds;
  const result = rounds.findLast((one) => one.round <= round);
  const spatial = result?.grade.spatial ?? null;
  const before = first?.grade.spatial ?? null;
  if (!result || spatial === null || before === null) return [];
  return [{ taskId, result, hasReached: result.round === round, spatial, gain: spatial - before }];
}

function byTask(standings: readonly Standing[], measure: (standing: Standing) => number): number[][] {
  return [...groupBy(standings, ({ taskId }) => taskId).values()].map((group) => group.map(measure));
}
