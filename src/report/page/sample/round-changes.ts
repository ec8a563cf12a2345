import type { Track } from '../../../domain/task.ts';
import type { RoundDetails } from '../../data.ts';

/** What is different in a round's verdicts: ids of criteria. */
export interface RoundChanges {
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

type Judged = Pick<RoundDetails, 'verdicts'>;

/** Criteria that are met now and were not before, and the other way round. */
export function changesBetween(before: Judged, after: Judged): RoundChanges {
  const was = metIn(before);
  const is = metIn(after);
  return { gained: [...is].filter((id) => !was.has(id)), lost: [...was].filter((id) => !is.has(id)) };
}

function metIn({ verdicts }: Judged): ReadonlySet<string> {
  return new Set(verdicts.filter(({ outcome }) => outcome === 'met').map(({ id }) => id));
}

/** What the model was sent after a round that was not its last. */
export function cameBackWords(
  track: Track,
  { outcome, clean }: Pick<RoundDetails, 'outcome' | 'clean'>,
): string {
  const errors = outcome === 'drawn' || outcome === 'tex-error' ? 'TeX’s errors' : 'what was wrong';
  if (track !== 'sighted' || outcome !== 'drawn') return `${errors} came back`;
  return clean === false ? `its picture and ${errors} came back` : 'its picture came back';
}
