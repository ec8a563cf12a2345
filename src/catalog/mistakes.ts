import { UsageError } from '../domain/usage-error.ts';

/** Where in a file's data a mistake lies: keys and list positions from the top. */
export type DataPath = readonly (string | number)[];

/** One mistake in a file's data. `at: 'key'` points at the key itself instead of its value. */
export interface DataMistake {
  readonly path: DataPath;
  readonly at: 'key' | 'value';
  /** What is wrong; what was expected, what was got. */
  readonly message: string;
}

/** One mistake in a file, with the place where a person finds it. Lines and columns count from 1. */
export interface FileMistake {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A file that was read, or all that is wrong with it. */
export type Checked<T> =
  | { readonly outcome: 'valid'; readonly value: T }
  | { readonly outcome: 'invalid'; readonly mistakes: readonly FileMistake[] };

/** One error that lists every mistake of every file, each as `file:line:column: message`. */
export function usageErrorFor(mistakes: readonly FileMistake[]): UsageError {
  const lines = [...mistakes]
    .sort((a, b) => compareText(a.file, b.file) || a.line - b.line || a.column - b.column)
    .map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
  const count = lines.length === 1 ? 'the mistake' : `the ${lines.length} mistakes`;
  return new UsageError([...new Set(lines)].join('\n'), {
    remedy: `Mend ${count} named above and try again.`,
  });
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
