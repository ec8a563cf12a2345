import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import type { Model } from '../domain/model.ts';
import { UsageError } from '../domain/usage-error.ts';
import { recordedModel } from './recorded.ts';
import { parseReplyRows, type ReplyRow } from './reply-rows.ts';

/** A model's name is the row's `model`, else the file's name without its ending. Slashes would read as another provider's. */
function nameOf(row: ReplyRow, file: string): string {
  return (row.model ?? basename(file, extname(file))).replace(/^recorded\//, '');
}

/** The recorded models of some JSONL files, by id. The same model in two files is a mistake. */
export async function openRecordedFiles(files: readonly string[]): Promise<ReadonlyMap<string, Model>> {
  const models = new Map<string, Model>();
  const fileOf = new Map<string, string>();
  for (const file of files) {
    for (const [name, rows] of groupByName(parseReplyRows(await readText(file), file), file)) {
      const model = recordedModel(name, rows);
      const other = fileOf.get(model.id);
      if (other !== undefined)
        throw new UsageError(`${file}: ${model.id} is in ${other} already`, {
          remedy: 'Join the two files, or give the rows of one another model name.',
        });
      models.set(model.id, model);
      fileOf.set(model.id, file);
    }
  }
  return models;
}

function groupByName(rows: readonly ReplyRow[], file: string): ReadonlyMap<string, readonly ReplyRow[]> {
  return Map.groupBy(rows, (row) => nameOf(row, file));
}

async function readText(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (error) {
    throw new UsageError(`${file}: ${whyUnreadable(error)}; expected a JSONL file of recorded replies`, {
      cause: error,
    });
  }
}

function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'not UTF-8 text';
  if (code === undefined) throw error;
  return `can't be read (${code})`;
}
