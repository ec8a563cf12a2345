const IRREGULAR: Readonly<Record<string, string>> = {
  people: 'person',
  children: 'child',
  mice: 'mouse',
  geese: 'goose',
  feet: 'foot',
  teeth: 'tooth',
};

/**
 * The words of a text in a form in which they can be compared: lower case, letters and digits, without plural endings.
 * `Two wine-glasses` is `two wine glass`. The forms are for comparing alone; not all of them are words (`hors`).
 */
export function plainWords(text: string): readonly string[] {
  const spaced = text.normalize('NFKC').replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
  const words = spaced.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.map(withoutPlural);
}

/** One and many of a word give the same: what is cut off the plural (`horses`, `boxes`, `leaves`) is cut off the singular, too. */
function withoutPlural(word: string): string {
  const irregular = Object.hasOwn(IRREGULAR, word) ? IRREGULAR[word] : undefined;
  const isPlural = word.length > 3 && word.endsWith('s') && !word.endsWith('ss');
  const single = irregular ?? (isPlural ? word.slice(0, -1) : word);
  return single
    .replace(/(?<=..)ie$/u, 'y')
    .replace(/(?<=s|x|z|ch|sh)e$/u, '')
    .replace(/(?<=..)(?:ve|fe)$/u, 'f')
    .replace(/men$/u, 'man');
}
