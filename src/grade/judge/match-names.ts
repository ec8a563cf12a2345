/**
 * Whether one of the things that a judge named is what was wanted. Words are compared without case, marks and plural
 * endings. The wanted name is to be what the thing is: it may have words before it ("a sea otter", "cartoon otter") and a
 * part that says more after it ("otter on a plane", "otter wearing a hat"), but "otter box" and "unicorn horn" are things of
 * another kind. "no otter" names none, and "otter or beaver" names an otter only where both are wanted.
 */
export function namesOneOf(things: readonly string[], names: readonly string[]): boolean {
  const wanted = names.map(wordsOf).filter((words) => words.length > 0);
  return things.some((thing) => {
    const alternatives = thing.split(/\s*\/\s*|\s+\bor\b\s+/i).filter((part) => wordsOf(part).length > 0);
    return alternatives.length > 0 && alternatives.every((one) => wanted.some((name) => isNamed(one, name)));
  });
}

/** Words after which a thing stays what it is. */
const SAYS_MORE = new Set(
  'a an the and on in with at of by under over behind beside near next inside above below from to for who that which is are as its his her their'.split(
    ' ',
  ),
);
const DENIES = new Set(['no', 'not', 'without', 'isn', 'non', 'never']);

function isNamed(thing: string, name: readonly string[]): boolean {
  const words = wordsOf(thing);
  return words.some((_, at) => {
    const isHere = name.every((word, index) => words[at + index] === word);
    if (!isHere || words.slice(0, at).some((word) => DENIES.has(word) || OF_ANOTHER.has(word))) return false;
    const next = words[at + name.length];
    return next === undefined || SAYS_MORE.has(next) || /ing$/.test(next);
  });
}

/** "head of an otter" and "house for an otter" name a head and a house; "otter on a plane" names both. */
const OF_ANOTHER = new Set(['of', 'for']);

function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular);
}

/** Enough to tell "otters" from nothing; both sides go through it, so that "glass" and "bus" still match themselves. */
function singular(word: string): string {
  if (word.length <= 3) return word;
  if (/ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(s|x|z|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word;
}
