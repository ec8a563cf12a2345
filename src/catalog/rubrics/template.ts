import type { DataPath } from '../mistakes.ts';
import type { WordValue } from './rubric-schema.ts';

const SLOT = /\{([^{}]*)\}/g;

/** What a word stands for. */
export interface Bound {
  readonly value: WordValue;
  /** Where the file that is being read gives it; null: another file does. */
  readonly blame: DataPath | null;
}

/** By word. */
export type Bindings = ReadonlyMap<string, Bound>;

/** The words that a text asks for, and whether a brace is left over that opens or closes none. */
export function slotsOf(text: string): {
  readonly words: readonly string[];
  readonly hasLooseBrace: boolean;
} {
  const words = [...text.matchAll(SLOT)].map(([, word = '']) => word);
  return { words, hasLooseBrace: /[{}]/.test(text.replaceAll(SLOT, '')) };
}

/** The word that a text consists of, and of nothing else: `{names}`. Null for any other text. */
export function loneWord(text: string): string | null {
  return /^\{([^{}]*)\}$/.exec(text.trim())?.[1] ?? null;
}

/** The words that a text asks for, bound. */
export function boundIn(text: string, bindings: Bindings): readonly Bound[] {
  return slotsOf(text).words.flatMap((word) => bindings.get(word) ?? []);
}

/** Fills in the words once: braces in a value stay as they are. A word that stands for a list is left as written. */
export function fillText(text: string, bindings: Bindings): string {
  return text.replaceAll(SLOT, (slot, word: string) => {
    const value = bindings.get(word)?.value;
    return typeof value === 'string' ? value : slot;
  });
}
