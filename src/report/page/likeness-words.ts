import type { BlindName, ItemVote, JudgedVerdict, Judgement, JudgeTrouble } from '../../domain/judgement.ts';
import { JUDGE_ANSWERS } from '../../domain/judgement.ts';
import type { RunItem, RunTask } from '../../domain/run.ts';
import type { RowLikeness } from '../data.ts';
import { counted, score } from './words.ts';

// All that comes from a judge is returned as it is: whoever shows it has to make it printable.

const TROUBLE_WORDS: Readonly<Record<JudgeTrouble, string>> = {
  unparsable: 'the judge’s answer was not of the form that was asked for',
  'half-filled': 'the judge’s answer is incomplete',
  contradicting: 'the judge contradicted itself',
  refused: 'the judge refused',
  empty: 'the judge said nothing',
  truncated: 'the judge’s answer was cut off',
  'provider-trouble': 'no answer came',
  unasked: 'it was not asked yet',
};

/** Why there is no answer, in plain words, with what is known beyond that. */
export function troubleWords(trouble: JudgeTrouble, detail: string): string {
  const words = TROUBLE_WORDS[trouble];
  return detail === '' || trouble === 'unasked' ? words : `${words}: ${detail}`;
}

/** `0.75`, or `open: between 0.40 and 0.90`. */
export function likenessWords({ likeness, bounds }: Pick<Judgement, 'likeness' | 'bounds'>): string {
  if (likeness !== null) return score(likeness);
  return `open: between ${score(bounds.low)} and ${score(bounds.high)}`;
}

/** For a card: `0.75`; of several judges `0.50–0.90`; where verdicts are open `0.40–0.90 open`, `0.75, 1 open`. */
export function likenessRange(rows: readonly RowLikeness[]): string {
  const known = rows.flatMap(({ likeness }) => (likeness === null ? [] : [likeness]));
  const open = rows.length - known.length;
  if (known.length === 0) return `${range(rows.flatMap(({ bounds }) => [bounds.low, bounds.high]))} open`;
  return open === 0 ? range(known) : `${range(known)}, ${open} open`;
}

function range(values: readonly number[]): string {
  const [low, high] = [score(Math.min(...values)), score(Math.max(...values))];
  return low === high ? low : `${low}–${high}`;
}

/** `judges disagree on 2 items`; empty where they agree. */
export function disputeWords(disputed: number | undefined): string {
  return disputed ? `judges disagree on ${counted(disputed, 'item')}` : '';
}

/** What a verdict says beyond the sentences of its votes; null where these say it all. */
export function reasonWords({ votes, reason, outcome }: JudgedVerdict): string | null {
  if (votes.length === 0) return `Nobody was asked: ${reason}`;
  if (votes.some(({ trouble }) => trouble !== null)) return outcome === 'unmet' ? reason : null;
  const isCount = reason === countWords(votes);
  return isCount && votes.length === 1 ? null : reason;
}

/** One reason that several items have no answer: a whole reply that could not be used. */
export interface SharedTrouble extends Pick<ItemVote, 'vote' | 'evidence'> {
  readonly trouble: JudgeTrouble;
  /** More than one. */
  readonly items: number;
}

/** The troubles that several items have in common, to be said once. */
export function sharedTroubles(verdicts: readonly Pick<JudgedVerdict, 'votes'>[]): readonly SharedTrouble[] {
  const shared = new Map<string, SharedTrouble>();
  for (const { vote, trouble, evidence } of verdicts.flatMap(({ votes }) => votes)) {
    if (trouble === null) continue;
    const key = JSON.stringify([vote, trouble, evidence]);
    shared.set(key, { vote, trouble, evidence, items: (shared.get(key)?.items ?? 0) + 1 });
  }
  return [...shared.values()].filter(({ items }) => items > 1);
}

/** Whether the trouble of a vote is among those that are said once. */
export function isShared({ vote, trouble, evidence }: ItemVote, shared: readonly SharedTrouble[]): boolean {
  return shared.some((one) => one.vote === vote && one.trouble === trouble && one.evidence === evidence);
}

/** `2 yes, 1 unsure`, as the grader counts. */
function countWords(votes: readonly ItemVote[]): string {
  return JUDGE_ANSWERS.map((wanted) => ({
    wanted,
    count: votes.filter(({ answer }) => answer === wanted).length,
  }))
    .filter(({ count }) => count > 0)
    .map(({ wanted, count }) => `${count} ${wanted}`)
    .join(', ');
}

/** What a judge said when it was asked, without a hint, what is drawn. */
export function blindWords({ things, trouble, sentence }: BlindName): string {
  if (things === null) return `it gave no answer: ${troubleWords(trouble ?? 'empty', sentence)}`;
  return things.length === 0 ? 'it named nothing' : `it said: ${things.join(', ')}`;
}

/** What was asked; null where the run does not say. */
export function questionWords({ rubric = [] }: RunTask, id: string): string | null {
  const item = rubric.find((one) => one.id === id);
  if (item === undefined) return null;
  return isNamed(item) ? `Did it name one of these unasked: ${item.names.join(', ')}?` : item.question;
}

/** Whether blind naming answers an item: then the words beside its verdict are ours, not the judge's. */
export function isNamed(item: RunItem): item is Extract<RunItem, { readonly names: unknown }> {
  return 'names' in item;
}
