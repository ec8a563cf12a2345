import type { SampleSummary } from '../domain/run.ts';
import type { RepeatSummary } from '../domain/summary.ts';

/** The samples of one model under one track. Those that were not compared with others of their cell are not counted; of none, none. */
export function summariseRepeats(
  group: readonly Pick<SampleSummary, 'modelId' | 'track' | 'repeats'>[],
): readonly RepeatSummary[] {
  const compared = group.filter(({ repeats }) => repeats !== undefined);
  const [first] = compared;
  if (first === undefined) return [];
  const { modelId, track } = first;
  const repeated = compared.filter(({ repeats }) => repeats !== null).length;
  return [{ modelId, track, samples: compared.length, repeated }];
}
