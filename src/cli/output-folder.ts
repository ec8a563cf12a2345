import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { UsageError } from '../domain/usage-error.ts';
import { makeFolder } from '../util/make-folder.ts';
import { printableLine } from '../util/printable.ts';
import { whyNotWritten } from '../util/why-not-written.ts';

/** Makes a folder for results, or says clearly, before any work is done, why that can't be. Returns its path. */
export async function makeOutputFolder(path: string): Promise<string> {
  try {
    makeFolder(path);
    await access(path, constants.W_OK);
    return path;
  } catch (error) {
    const reason = whyNotWritten(error);
    if (reason === null) throw error;
    throw new UsageError(`${printableLine(path)}: expected a folder that can be written to, but ${reason}.`, {
      remedy: 'Name another folder with --out, or mend this one.',
      cause: error,
    });
  }
}

/** The UsageError that tells of a file that could not be written; an error of another kind comes back as it is. */
export function explainWriting(error: unknown, path: string): unknown {
  const reason = whyNotWritten(error);
  if (reason === null) return error;
  return new UsageError(`${printableLine(path)} could not be written: ${reason}.`, {
    remedy: 'Make room, or name another folder; nothing is left half written.',
    cause: error,
  });
}
