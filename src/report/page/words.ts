import { isTrouble, type Outcome } from '../../domain/outcome.ts';
import type { RunInfo } from '../../domain/run.ts';
import { printable } from '../../util/printable.ts';
import type { Contender } from '../data.ts';
import type { Sample } from './report.ts';

/** An outcome in a reader's words, with a sign that does not rely on colour. */
export const OUTCOME_WORDS: Readonly<Record<Outcome, { readonly words: string; readonly sign: string }>> = {
  drawn: { words: 'drawn', sign: '✓' },
  refused: { words: 'refused to draw', sign: '☹' },
  empty: { words: 'empty reply', sign: '∅' },
  truncated: { words: 'reply was cut off', sign: '✂' },
  'no-code': { words: 'no drawing in the reply', sign: '¶' },
  'tex-error': { words: 'does not compile', sign: '⚠' },
  blank: { words: 'blank page', sign: '▢' },
  timeout: { words: 'took too long', sign: '⌛' },
  'too-large': { words: 'too large', sign: '⤢' },
  forbidden: { words: 'not allowed', sign: '⊘' },
  'provider-trouble': { words: 'provider trouble (ours)', sign: '☁' },
  'sandbox-trouble': { words: 'sandbox trouble (ours)', sign: '☁' },
  'judge-trouble': { words: 'judge trouble (ours)', sign: '☁' },
};

/** `0.83`, or a dash where there is no score. */
export function score(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}

/** `+0.12`, `−0.05`, `0.00`: a difference of scores. */
export function signed(difference: number): string {
  const words = Math.abs(difference).toFixed(2);
  if (Number(words) === 0) return words;
  return `${difference < 0 ? '−' : '+'}${words}`;
}

/** `83 %`, or a dash. */
export function percent(value: number | null): string {
  return value === null ? '–' : `${Math.round(value * 100)} %`;
}

/** `3.2 %`, to a tenth; only what is all or nothing is called so. */
export function finePercent(value: number): string {
  const tenths = Math.round(value * 1000) / 10;
  if (tenths === 0 && value > 0) return 'under 0.1 %';
  if (tenths === 100 && value < 1) return 'over 99.9 %';
  return `${tenths} %`;
}

/** `1 task`, `12 tasks`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** A contender's name; the track only where the run has several. */
export function contenderName(run: RunInfo, contender: Contender): string {
  const model = printable(contender.modelId);
  return run.tracks.length > 1 ? `${model} · ${contender.track}` : model;
}

/** What stands for a picture when it can't be seen: what was drawn, by whom, and what came of it. */
export function pictureWords(run: RunInfo, sample: Sample): string {
  const { words } = OUTCOME_WORDS[sample.outcome];
  const number = run.samplesPerCell > 1 ? `, sample ${sample.number}` : '';
  return `${printable(sample.task.title)}, by ${contenderName(run, sample.contender)}${number}: ${words}`;
}

/** The score of a sample in words, also where there is none. */
export function scoreWords({ outcome, spatial, full }: Pick<Sample, 'outcome' | 'spatial' | 'full'>): string {
  if (isTrouble(outcome)) return 'left out of the mean';
  if (spatial === null) return 'not graded';
  return full ? 'every criterion met' : `spatial score ${score(spatial)}`;
}
