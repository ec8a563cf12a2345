import { readFileSync, type Stats, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { UsageError } from '../domain/usage-error.ts';
import type { Environment } from './environment.ts';

/** The variables of a process with those of the user's key file. */
export interface Keys {
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The key file that was read; null: there is none. */
  readonly file: string | null;
  /** Others than its owner may read the file. */
  readonly isLoose: boolean;
}

export type KeySurroundings = Pick<Environment, 'variables' | 'workingDirectory'>;

const MOST_BYTES = 64 * 1024;

/**
 * Environment variables, completed by the key file: `OTTERBENCH_KEYS`, else `otterbench/keys` in the user's folder of
 * settings, if it is there. A variable that is set already, even to nothing, is never changed. All mistakes of the file
 * are one UsageError, which names lines and repeats nothing that stands on them.
 */
export function readKeys(surroundings: KeySurroundings): Keys {
  const { variables } = surroundings;
  const file = keyFile(surroundings);
  const status = statusOf(file);
  if (status === undefined && !variables.OTTERBENCH_KEYS) return { variables, file: null, isLoose: false };
  const kept = parseKeys(readKeyFile(file, status), file);
  return {
    variables: { ...kept, ...withoutGaps(variables) },
    file,
    isLoose: status !== undefined && (status.mode & 0o077) !== 0,
  };
}

/** Where the keys of the user lie, or would lie. */
export function keyFile({ variables, workingDirectory }: KeySurroundings): string {
  const { OTTERBENCH_KEYS, XDG_CONFIG_HOME, HOME } = variables;
  if (OTTERBENCH_KEYS) return resolve(workingDirectory, OTTERBENCH_KEYS);
  return join(XDG_CONFIG_HOME || join(HOME || homedir(), '.config'), 'otterbench', 'keys');
}

/** The warning for a key file that others may read. */
export function warnOfLooseFile({ file, isLoose }: Keys): string | null {
  return isLoose ? `${file}: others may read your keys; run: chmod 600 ${file}` : null;
}

function withoutGaps(variables: Keys['variables']): Keys['variables'] {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== undefined));
}

function statusOf(file: string): Stats | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false });
  } catch (error) {
    throw unusable(file, unreadable(error), error);
  }
}

function readKeyFile(file: string, status: Stats | undefined): string {
  if (status === undefined) throw unusable(file, 'there is none');
  if (!status.isFile()) throw unusable(file, 'got something else');
  if (status.size > MOST_BYTES) throw unusable(file, `got more than ${MOST_BYTES} bytes`);
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw unusable(file, unreadable(error), error);
  }
}

function unreadable(error: unknown): string {
  const { code } = error as NodeJS.ErrnoException;
  if (code === undefined) throw error;
  return `but it can't be read (${code})`;
}

function unusable(file: string, got: string, cause?: unknown): UsageError {
  const remedy = 'OTTERBENCH_KEYS names another one.';
  return new UsageError(`${file}: expected a file of keys, ${got}`, { remedy, cause });
}

const LINE = /^(?:export\s+)?([A-Za-z_][A-Za-z0-9_]*)\s*=\s*(.*)$/;

function parseKeys(text: string, file: string): Readonly<Record<string, string>> {
  const kept = new Map<string, string>();
  const mistakes: string[] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (/^\s*(#.*)?$/.test(line)) continue;
    const found = readLine(line.trim());
    if (typeof found === 'string') mistakes.push(`${file}:${index + 1}: ${found}`);
    else if (kept.has(found.name)) mistakes.push(`${file}:${index + 1}: ${found.name} a second time`);
    else kept.set(found.name, found.value);
  }
  if (mistakes.length === 0) return Object.fromEntries(kept);
  throw new UsageError(mistakes.join('\n'), { remedy: 'A line is: NAME=value' });
}

/** A name with its value, or what is wrong, without a word of the line: any of them could be a key. */
function readLine(line: string): { readonly name: string; readonly value: string } | string {
  const [, name, rest = ''] = LINE.exec(line) ?? [];
  if (name === undefined) return 'expected NAME=value';
  const value = readValue(rest);
  if (value === null) return `${name}: the quotes do not close, or something follows them`;
  // Such a value can't be sent in a header.
  return /[^\x20-\x7e]/.test(value) ? `${name}: expected plain characters (ASCII)` : { name, value };
}

function readValue(rest: string): string | null {
  const quoted = /^(["'])(.*?)\1\s*(#.*)?$/.exec(rest);
  if (quoted) return quoted[2] ?? '';
  if (/^["']/.test(rest)) return null;
  return rest.replace(/(^|\s)#.*$/, '').trim();
}
