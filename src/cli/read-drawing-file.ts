import { constants } from 'node:fs';
import { access, open, stat } from 'node:fs/promises';
import { UsageError } from '../domain/usage-error.ts';
import { printableLine } from '../util/printable.ts';

// One byte more than any reply may have tells extraction that it is too large, whatever the file's size.
const MOST_BYTES = 4 * 1024 * 1024;

/** Sees to it, before any work starts, that all files are there and can be read; names all that are not. */
export async function requireFiles(paths: readonly string[]): Promise<void> {
  const complaints = await Promise.all(paths.map(complaintAbout));
  const found = complaints.filter((complaint) => complaint !== null);
  if (found.length > 0) {
    throw new UsageError(found.join('\n'), {
      remedy: 'Name files with TikZ (.tex) or raw replies (.md, .txt).',
    });
  }
}

async function complaintAbout(path: string): Promise<string | null> {
  try {
    const status = await stat(path);
    if (!status.isFile())
      return `${printableLine(path)}: expected a file, got ${status.isDirectory() ? 'a folder' : 'something else'}`;
    await access(path, constants.R_OK);
    return null;
  } catch (error) {
    return unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) throw error;
  return `${printableLine(path)}: ${code === 'ENOENT' ? 'there is no such file' : `can't be read (${code})`}`;
}

/**
 * The text of a drawing or a raw reply; invalid UTF-8 becomes U+FFFD, and no more is read than can matter.
 * Throws UsageError when the file went away meanwhile.
 */
export async function readDrawingFile(path: string): Promise<string> {
  try {
    return await readStart(path);
  } catch (error) {
    throw new UsageError(unreadable(path, error), { cause: error });
  }
}

async function readStart(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    const buffer = Buffer.alloc(Math.min(MOST_BYTES, (await file.stat()).size));
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0);
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
}
