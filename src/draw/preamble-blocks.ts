import type { Candidate } from './candidates.ts';

/** Preamble lines that stand apart from the picture that they are for. */
export interface BorrowedPreamble {
  readonly text: string;
  readonly note: string;
}

/**
 * The blocks that hold only preamble and belong to `chosen`: those since the picture before it, else any earlier ones,
 * else those after it ("add this to your preamble"). Null when there are none.
 */
export function earlierOrLaterPreamble(
  candidates: readonly Candidate[],
  chosen: Candidate,
): BorrowedPreamble | null {
  const at = candidates.indexOf(chosen);
  const earlier = candidates.slice(0, at);
  const sincePicture = earlier.slice(earlier.findLastIndex(({ block }) => block.kind === 'complete') + 1);
  for (const [group, where] of [
    [sincePicture, 'an earlier block'],
    [earlier, 'an earlier block'],
    [candidates.slice(at + 1), 'a later block'],
  ] as const) {
    const texts = group
      .filter(({ block }) => block.kind === 'preamble')
      .map(({ block }) => block.text.trim());
    if (texts.length > 0) return { text: texts.join('\n'), note: `its preamble was taken from ${where}` };
  }
  return null;
}
