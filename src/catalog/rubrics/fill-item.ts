import type { RubricItem } from '../../domain/rubric.ts';
import { quote } from '../describe-issues.ts';
import type { DataMistake, DataPath } from '../mistakes.ts';
import { MAX_TEXT, type RubricFileItem, type WordValue } from './rubric-schema.ts';
import { type Bindings, boundIn, fillText, loneWord } from './template.ts';

/** An item with the places in the file being read that explain it. */
export interface FilledItem {
  readonly item: RubricItem;
  /** The item itself, or the use of the rubric that it comes from. */
  readonly at: DataPath;
  /** What gives the subject of its crop. */
  readonly cropAt: DataPath;
  /** What gives the subject that it is about. */
  readonly ofAt: DataPath;
}

/** How an item is filled. */
export interface ItemFilling {
  readonly bindings: Bindings;
  readonly at: DataPath;
  /** Told of values that do not fit, where the file being read gives them. */
  readonly tell: (mistake: DataMistake) => void;
}

/** One item with its words filled in: values are put in once and never looked at again. */
export function fillItem(entry: RubricFileItem, filling: ItemFilling): FilledItem {
  const { id, skill, weight = 1, needs = [] } = entry;
  const crop = subjectOf(entry, 'crop', filling);
  const of = subjectOf(entry, 'of', filling) || crop;
  const base = {
    id,
    skill,
    weight,
    needs: typeof needs === 'string' ? [needs] : needs,
    ...(of !== '' && { of }),
  };
  const { at } = filling;
  const blames = { at, cropAt: blameOf(entry.crop, filling), ofAt: blameOf(entry.of, filling) };
  if (entry.named !== undefined)
    return { item: { kind: 'named', ...base, names: namesOf(entry.named, filling) }, ...blames };
  const fill = (key: 'question' | 'yes' | 'no') =>
    filledText(entry[key] ?? '', `${key} of ${quote(id)}`, filling);
  const texts = { question: fill('question'), yes: fill('yes'), no: fill('no') };
  return { item: { kind: 'asked', ...base, ...texts, ...(crop !== '' && { crop }) }, ...blames };
}

/** What a text becomes, blank at its ends or not; tells of lists, of texts that end up empty and of those too long. */
function filledText(text: string, what: string, { bindings, at, tell }: ItemFilling): string {
  refuseLists(text, what, { bindings, tell });
  const filled = fillText(text, bindings).trim();
  const blame = boundIn(text, bindings).find((bound) => bound.blame !== null)?.blame;
  if (filled === '' && text !== '')
    tell({ path: blame ?? at, at: 'value', message: `${what} is empty when filled; expected some text` });
  if (filled.length > MAX_TEXT) {
    const message = `${what} is too long when filled; expected at most ${MAX_TEXT} characters, got ${filled.length}`;
    tell({ path: blame ?? at, at: 'value', message });
  }
  return filled;
}

/** Tells of words in a text that stand for a list, where the file being read gives that list. */
export function refuseLists(
  text: string,
  what: string,
  { bindings, tell }: Pick<ItemFilling, 'bindings' | 'tell'>,
): void {
  for (const { value, blame } of boundIn(text, bindings)) {
    if (typeof value === 'string' || blame === null) continue;
    const message = `a list stands for a word in ${what}; expected a text, got ${quote(value)}`;
    tell({ path: blame, at: 'value', message });
  }
}

/** The subject that an item names under a key; empty where it names none, or a list of which it is told. */
function subjectOf(entry: RubricFileItem, key: 'crop' | 'of', { bindings, tell }: ItemFilling): string {
  const text = entry[key] ?? '';
  refuseLists(text, `${key === 'of' ? 'subject' : key} of ${quote(entry.id)}`, { bindings, tell });
  const isList = boundIn(text, bindings).some(({ value }) => typeof value !== 'string');
  return isList ? '' : fillText(text, bindings).trim();
}

/** The place in the file being read that gives a text. */
function blameOf(text: string | undefined, { bindings, at }: ItemFilling): DataPath {
  return boundIn(text ?? '', bindings)[0]?.blame ?? at;
}

/** In lower case, each once. A list that stands alone as an entry is spliced in. */
function namesOf(entries: readonly string[], filling: ItemFilling): string[] {
  const names = entries.flatMap((entry) => spliced(entry, filling)).map((name) => name.trim().toLowerCase());
  const given = [...new Set(names.filter((name) => name !== ''))];
  if (given.length === 0) {
    const blame = entries.flatMap((entry) => boundIn(entry, filling.bindings)).find((b) => b.blame !== null);
    const message = 'named has no name when filled; expected one at the least';
    filling.tell({ path: blame?.blame ?? filling.at, at: 'value', message });
  }
  return given;
}

/** What an entry of a list becomes: a list word alone gives all its texts. */
export function spliced(entry: string, filling: Pick<ItemFilling, 'bindings' | 'tell'>): readonly string[] {
  const value = wordValue(entry, filling.bindings);
  if (value !== undefined) return typeof value === 'string' ? [value] : value;
  refuseLists(entry, 'a longer text', filling);
  return [fillText(entry, filling.bindings)];
}

function wordValue(entry: string, bindings: Bindings): WordValue | undefined {
  const word = loneWord(entry);
  return word === null ? undefined : bindings.get(word)?.value;
}
