import type { SampleSummary } from '../../domain/run.ts';
import type { RoundId } from '../../store/run-file.ts';

/** The round whose drawing is the sample's. */
export function lastRound({ id, rounds }: SampleSummary): RoundId {
  return { sampleId: id, round: rounds.at(-1)?.round ?? 1 };
}
