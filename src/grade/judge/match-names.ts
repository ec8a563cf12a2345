/**
 * Whether one of the things that a judge named is what was wanted. Words are compared without case, marks and plural
 * endings. The wanted name is to be what the thing is: it may have words before it ("a sea otter", "cartoon otter", "pair of
 * otters") and a part that says more after it ("otter on a plane", "otter wearing a hat"), but "otter box", "butterfly wing" and
 * "head of an otter" are things of another kind, and "rock that looks like an otter" is a rock. "no otter" names none, and "otter
 * or beaver" names an otter only where both are wanted.
 */
export function namesOneOf(things: readonly string[], names: readonly string[]): boolean {
  const wanted = names.map(wordsOf).filter((words) => words.length > 0);
  return things.some((thing) => {
    const alternatives = thing.split(/\s*\/\s*|\s+\bor\b\s+/i).filter((part) => wordsOf(part).length > 0);
    return alternatives.length > 0 && alternatives.every((one) => wanted.some((name) => isNamed(one, name)));
  });
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words after which a thing stays what it is. */
const SAYS_MORE = words(
  'a an the and on in with at of by under over behind beside near next inside above below from to for who that which is are as its his her their' +
    ' sitting standing lying floating swimming flying riding using wearing holding carrying looking facing smiling typing reading playing' +
    ' juggling sliding dancing walking running driving rowing paddling sleeping waving eating drinking working surfing hugging crossing',
);
/** Words that say it is none, or only something like it. */
const DENIES = words('no not without isn non never like resembling as fake but unlike than');
/** Before "of": what is one of these is the thing itself, once or several times, or as it is drawn. */
const IS_ITSELF = words(
  'pair group family flock herd set row bunch couple number lot picture drawing cartoon silhouette outline image figure' +
    ' illustration kind type sort species',
);

function isNamed(thing: string, name: readonly Word[]): boolean {
  const found = wordsOf(thing);
  return found.some((_, at) => {
    const isHere = name.every((word, index) => isSame(word, found[at + index]));
    if (!isHere || found.slice(0, at).some((word, place) => spoils(word, found[place - 1]))) return false;
    const next = found[at + name.length];
    return next === undefined || SAYS_MORE.has(next.text);
  });
}

/** Whether what comes after a word is not the thing. "otter on a plane" names both. */
function spoils({ text }: Word, before: Word | undefined): boolean {
  if (text === 'of') return before !== undefined && !before.forms.some((form) => IS_ITSELF.has(form));
  return text === 'for' || DENIES.has(text);
}

/** A word with the forms that it may be the plural of. */
interface Word {
  readonly text: string;
  readonly forms: readonly string[];
}

function isSame(one: Word, other: Word | undefined): boolean {
  return other?.forms.some((form) => one.forms.includes(form)) ?? false;
}

function wordsOf(text: string): Word[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => ({ text: word, forms: formsOf(word) }));
}

/** "houses" may be of "house" or of "hous", "boxes" of "boxe" or of "box": nobody has to know which. */
function formsOf(word: string): string[] {
  if (word.length <= 3) return [word];
  return [
    word,
    ...(/[^s]s$/.test(word) ? [word.slice(0, -1)] : []),
    ...(/(s|x|z|ch|sh)es$/.test(word) ? [word.slice(0, -2)] : []),
    ...(/ies$/.test(word) ? [`${word.slice(0, -3)}y`] : []),
  ];
}
