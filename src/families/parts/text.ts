/** A number as drawings write it: rounded to hundredths, without needless zeros and never `-0`. */
export function decimal(value: number): string {
  return String(Math.round(value * 100) / 100 + 0);
}

/** A point as TikZ writes it: `(1.5,-2)`. */
export function at(x: number, y: number): string {
  return `(${decimal(x)},${decimal(y)})`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** `an orange circle`, `a red square`. By the letter, which is right for all words that families use. */
export function withArticle(words: string): string {
  return `${/^[aeio]/iu.test(words) ? 'an' : 'a'} ${words}`;
}

/** A sentence begins with a capital. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Words as a name for subjects and ids: `red circle` → `red-circle`. */
export function hyphened(words: string): string {
  return words.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');
}

const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];

/** `three`, and digits beyond twelve. */
export function numberWord(count: number): string {
  return NUMBERS[count] ?? String(count);
}
