import { expectedOneOf, quote } from '../describe-issues.ts';
import type { DataMistake, DataPath } from '../mistakes.ts';
import { refuseLists, spliced } from './fill-item.ts';
import type { RubricFile, WordValue } from './rubric-schema.ts';
import { type Bindings, type Bound, boundIn, fillText, loneWord } from './template.ts';

interface Binding {
  /** Of the outermost use, which stands in the file being read. */
  readonly path: DataPath;
  /** Whether it is this use that stands there. */
  readonly isOwn: boolean;
  /** Of the rubric. */
  readonly name: string;
  /** The words of whoever uses it; they may stand in what is given. */
  readonly outer: Bindings;
  readonly tell: (mistake: DataMistake) => void;
}

/** What the words of a rubric stand for when it is used with these values. */
export function bindWords(
  { words = {} }: RubricFile,
  given: Readonly<Record<string, WordValue>>,
  binding: Binding,
): Bindings {
  if (binding.isOwn) tellMismatch(words, given, binding);
  const bound = Object.entries(words).flatMap(([word, { usual }]): [string, Bound][] => {
    const value = Object.hasOwn(given, word) ? given[word] : undefined;
    if (value !== undefined) return [[word, boundValue(word, value, binding)]];
    return [[word, { value: usual ?? word, blame: null }]];
  });
  return new Map(bound);
}

function boundValue(word: string, value: WordValue, { path, isOwn, outer, tell }: Binding): Bound {
  const blame = isOwn ? [...path, 'with', word] : null;
  if (outer.size === 0) return { value, blame };
  if (typeof value !== 'string')
    return { value: value.flatMap((e) => spliced(e, { bindings: outer, tell })), blame };
  const lone = loneWord(value);
  const passedOn = lone === null ? undefined : outer.get(lone);
  if (passedOn !== undefined) return { value: passedOn.value, blame: blame ?? passedOn.blame };
  refuseLists(value, 'a longer text', { bindings: outer, tell });
  return { value: fillText(value, outer), blame: blame ?? boundIn(value, outer)[0]?.blame ?? null };
}

function tellMismatch(
  words: NonNullable<RubricFile['words']>,
  given: Readonly<Record<string, WordValue>>,
  { path, name, tell }: Binding,
): void {
  for (const word of Object.keys(given)) {
    if (Object.hasOwn(words, word)) continue;
    const message = `the rubric ${quote(name)} has no word ${quote(word)}; ${expectedOneOf(word, Object.keys(words))}`;
    tell({ path: [...path, 'with', word], at: 'key', message });
  }
  for (const [word, { says, usual }] of Object.entries(words)) {
    if (usual !== undefined || Object.hasOwn(given, word)) continue;
    const message = `the rubric ${quote(name)} needs the word ${quote(word)}: ${says}; expected it under with`;
    tell({ path, at: 'value', message });
  }
}
