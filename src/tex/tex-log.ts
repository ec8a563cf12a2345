/** What TeX said of itself. */
export interface TexLog {
  /** First errors in plain words, at most eight. */
  readonly errors: readonly string[];
  readonly isFatal: boolean;
  /** Outermost pictures, and pages of the document around them; null when TeX never came to the end. */
  readonly pictures: number | null;
  readonly pages: number | null;
  readonly missingFile: string | null;
}

const MAX_ERRORS = 8;
const ERROR = /^(?:(?:\.\/)?([^:\s]+):(\d+): |! )(.+)$/;

/**
 * The control sequence that TeX stopped at: each context line of an error breaks off behind it. The model's own line
 * (`l.12 …`) is believed rather than an internal name, which has an `@`.
 */
function stoppedAt(lines: readonly string[], from: number): string {
  const context = lines.slice(from, from + 12);
  const end = context.findIndex((line) => /^l\.\d/.test(line));
  const tokens = context
    .slice(0, end + 1)
    .map((line) => /(\\[a-zA-Z@]+|\\.)\s*$/.exec(line)?.[1])
    .filter((token) => token !== undefined);
  const token = tokens.find((name) => !name.includes('@')) ?? tokens[0];
  return token === undefined ? '' : ` ${token}`;
}

function contextLine(lines: readonly string[], from: number): string | null {
  for (const line of lines.slice(from, from + 30)) {
    const found = /^l\.(\d+)/.exec(line);
    if (found !== null) return found[1] as string;
  }
  return null;
}

function plainError(lines: readonly string[], index: number): string | null {
  const match = ERROR.exec(lines[index] as string);
  if (match === null) return null;
  const [, file, line, text] = match;
  if (/^\s*==> Fatal error/.test(text as string)) return null;
  const said = (text as string).replace(/\.$/, '');
  const undefinedCommand = said === 'Undefined control sequence' ? stoppedAt(lines, index + 1) : '';
  const number = line ?? contextLine(lines, index + 1);
  const where =
    file === undefined || file.endsWith('drawing.tex') ? '' : ` (in ${file.replace(/^.*\//, '')})`;
  return `${number === null ? '' : `l.${number} `}${said}${undefinedCommand}${where}`.slice(0, 300);
}

function count(log: string, pattern: RegExp): number | null {
  const found = pattern.exec(log);
  return found === null ? null : Number(found[1]);
}

/** Reads the log of a run with `-file-line-error`. */
export function readTexLog(log: string): TexLog {
  const lines = log.split('\n');
  const errors: string[] = [];
  for (let index = 0; index < lines.length && errors.length < MAX_ERRORS; index += 1) {
    const error = plainError(lines, index);
    if (error !== null) errors.push(error);
  }
  return {
    errors,
    isFatal: /^!\s+==> Fatal error|: {2}==> Fatal error|^! (?:Emergency stop|TeX capacity exceeded)/m.test(
      log,
    ),
    pictures: count(log, /^otterbench: (\d{1,6}) pictures/m),
    pages: count(log, /^otterbench: \d+ pictures, (\d{1,6}) pages/m),
    missingFile: /File `([^'\n]{1,200})' not found/.exec(log)?.[1] ?? null,
  };
}
