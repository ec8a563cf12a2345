import { loadsOf } from './tex-source.ts';

interface Pattern {
  readonly pattern: RegExp;
  readonly reason: string;
}

const OUTSIDE = String.raw`["']?\s*(?:\/|~|\.\.\/|\|)`;
const PATTERNS: readonly Pattern[] = [
  {
    pattern: /\\(?:includegraphics|includepdf|pgfimage|pgfdeclareimage|pdfximage|pgfuseimage)(?![a-zA-Z])/,
    reason: 'it places a picture from a file instead of drawing',
  },
  {
    pattern: /\\write\s*18(?!\d)|\\ShellEscape(?![a-zA-Z])|\\(?:directlua|latelua|luaexec)(?![a-zA-Z])/,
    reason: 'it tries to run a program',
  },
  {
    pattern: new RegExp(
      String.raw`\\(?:input|include|@@input|verbatiminput|lstinputlisting|InputIfFileExists|pgfplotstableread)\s*(?:\[[^\]\n]{0,200}\])?\s*\{?${OUTSIDE}`,
    ),
    reason: 'it tries to read a file of the machine',
  },
  {
    pattern: new RegExp(String.raw`\\open(?:in|out)\s*(?:\\[a-zA-Z@]+|\d+)\s*=?\s*\{?${OUTSIDE}`),
    reason: 'it tries to open a file of the machine',
  },
  {
    pattern:
      /\\pdfobj[^\n]{0,200}\bfile\s*\{|\\pdf(?:filedump|filesize|filemoddate|mapfile|mapline)(?![a-zA-Z])/,
    reason: 'it tries to read a file through the PDF',
  },
];

/**
 * Why a drawing is `forbidden`, or null. Only names the attempt: what keeps secrets is the sandbox, and a disguised
 * attempt that this does not see finds nothing there. `source` is without comments.
 */
export function forbiddenInSource(source: string, readyMadeArt: readonly string[]): string | null {
  const art = new Set(readyMadeArt);
  const found = loadsOf(source)
    .flatMap((load) => load.names)
    .find((name) => art.has(name));
  if (found !== undefined) return `it loads ready-made art: the package ${found}`;
  return PATTERNS.find(({ pattern }) => pattern.test(source))?.reason ?? null;
}

/** The same from what TeX was denied, which a disguise does not hide. */
export function forbiddenInLog(log: string, readyMadeArt: readonly string[]): string | null {
  const art = new Set(readyMadeArt);
  const denied = [...log.matchAll(/(?:File|can't find file) [`']([^'\n]{1,300})'/g)].map(
    (match) => match[1] as string,
  );
  for (const name of denied) {
    if (art.has(name.replace(/\.sty$/, '')))
      return `it loads ready-made art: the package ${name.replace(/\.sty$/, '')}`;
    if (/^(?:\/|~|\.\.\/|\|)/.test(name)) return 'it tries to read a file of the machine';
  }
  return null;
}
