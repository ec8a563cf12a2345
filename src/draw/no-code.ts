import { type Candidate, foreignLanguages } from './candidates.ts';

const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/<svg[\s>]/i, 'SVG'],
  [/\bimport (?:matplotlib|turtle|numpy)\b/, 'Python'],
  [/\\begin\{pspicture\}/, 'PSTricks'],
  [/\\begin\{asy\}/, 'Asymptote'],
  [/<canvas[\s>]|getContext\(/i, 'an HTML canvas'],
];

/** Says what was seen instead of a picture. Quotes nothing of the reply but names of languages from a fixed list. */
export function explainNoCode(text: string, candidates: readonly Candidate[]): string {
  const seen = [
    ...foreignLanguages(text),
    ...SIGNS.filter(([sign]) => sign.test(text)).map(([, name]) => name),
  ];
  if (seen.length > 0)
    return `no TikZ picture; the reply holds other code (${[...new Set(seen)].join(', ')})`;
  const kinds = candidates.map(({ block }) => block);
  if (kinds.some((block) => block.kind === 'preamble'))
    return 'no TikZ picture; the reply holds a preamble only';
  const other = kinds.findLast((block) => block.kind === 'other');
  if (other?.kind === 'other' && other.reason !== 'no TikZ picture')
    return `no TikZ picture; the reply holds ${other.reason}`;
  return 'no TikZ picture; the reply is text only';
}
