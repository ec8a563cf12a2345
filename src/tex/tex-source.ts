/** The source without its comments: what follows an unescaped `%` on a line. Lines stay where they are. */
export function withoutComments(source: string): string {
  return source.replace(/(\\[^\n])|%[^\n]*/g, (_, escaped: string | undefined) => escaped ?? '');
}

/** One `\usepackage` or `\documentclass`. */
export interface Load {
  readonly kind: 'class' | 'package';
  readonly names: readonly string[];
  readonly options: readonly string[];
}

function words(text: string | undefined): readonly string[] {
  return (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(Boolean);
}

// Arguments are cut at 2,000 characters, so that no input makes the expression slow.
const LOAD =
  /\\(documentclass|LoadClass|usepackage|RequirePackage)\s*(?:\[([^[\]]{0,2000})\])?\s*\{([^{}]{0,2000})\}/g;

/** What a source without comments asks to load, in order, as far as it is written plainly. */
export function loadsOf(source: string): readonly Load[] {
  return [...source.matchAll(LOAD)].map((match) => ({
    kind: match[1] === 'documentclass' || match[1] === 'LoadClass' ? 'class' : 'package',
    names: words(match[3]),
    options: words(match[2]),
  }));
}
