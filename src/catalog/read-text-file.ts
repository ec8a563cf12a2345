import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { Checked } from './mistakes.ts';

/** A task or a sweep written by a person is a few kilobytes; past this it is something else. */
const MAX_BYTES = 256 * 1024;

/** The text of a regular UTF-8 file of at most 256 KiB. Never blocks on a pipe, never throws for what the path holds. */
export function readTextFile(path: string): Checked<string> {
  try {
    return { outcome: 'valid', value: readSmallFile(path) };
  } catch (error) {
    return { outcome: 'invalid', mistakes: [{ file: path, line: 1, column: 1, message: explain(error) }] };
  }
}

function readSmallFile(path: string): string {
  const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    const status = fstatSync(descriptor);
    if (!status.isFile()) throw new Unreadable('not a regular file; expected a YAML file');
    if (status.size > MAX_BYTES) {
      throw new Unreadable(`too large; expected at most ${MAX_BYTES} bytes, got ${status.size}`);
    }
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(descriptor));
  } finally {
    closeSync(descriptor);
  }
}

class Unreadable extends Error {}

function explain(error: unknown): string {
  if (error instanceof Unreadable) return error.message;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'no such file';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read; expected a file that you may read';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'not UTF-8 text; expected a YAML file in UTF-8';
  if (code === undefined) throw error;
  return `can't be read (${code})`;
}
