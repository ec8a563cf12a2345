/** What the model did wrong: scores 0 and stays in the mean. */
export const MODEL_FAILURES = [
  'refused',
  'empty',
  'truncated',
  'no-code',
  'tex-error',
  'blank',
  'timeout',
  'too-large',
  'forbidden',
] as const;

/** What went wrong with us: score null, left out of the mean, retried on resume. */
export const HARNESS_TROUBLES = ['provider-trouble', 'sandbox-trouble', 'judge-trouble'] as const;

export type ModelFailure = (typeof MODEL_FAILURES)[number];
export type HarnessTrouble = (typeof HARNESS_TROUBLES)[number];
export type Outcome = 'drawn' | ModelFailure | HarnessTrouble;

/** Where in the way of the data an outcome was decided; `grade` means that the drawing came through. */
export const STAGES = ['reply', 'draw', 'tex', 'scene', 'grade'] as const;
export type Stage = (typeof STAGES)[number];

const TROUBLES: ReadonlySet<string> = new Set(HARNESS_TROUBLES);

/** Whether it is trouble of ours: then there is no score, and resume tries again. */
export function isTrouble(outcome: Outcome): outcome is HarnessTrouble {
  return TROUBLES.has(outcome);
}
