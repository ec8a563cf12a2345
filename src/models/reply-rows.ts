import { z } from 'zod';
import { UsageError } from '../domain/usage-error.ts';

const ROW = z
  .strictObject({
    task: z.string().min(1).optional(),
    prompt: z.string().min(1).optional(),
    sample: z.int().min(0).optional(),
    reply: z.string(),
    model: z.string().min(1).optional(),
  })
  .refine((row) => row.task !== undefined || row.prompt !== undefined, {
    message: 'expected task or prompt',
  });

/** One reply that was gathered elsewhere. `about` is a task's id or, where there is none, the exact text of its prompt. */
export interface ReplyRow {
  readonly by: 'task' | 'prompt';
  readonly about: string;
  readonly sample: number;
  readonly reply: string;
  readonly model: string | null;
}

type RawRow = z.infer<typeof ROW>;
const MAX_LISTED = 20;

/**
 * Reads JSONL of `{task|prompt, sample, reply, model?}`. Rows without `sample` are numbered in order. All mistakes of the
 * file are listed at once, with their lines, in one UsageError.
 */
export function parseReplyRows(text: string, file: string): readonly ReplyRow[] {
  const mistakes: string[] = [];
  const rows: ReplyRow[] = [];
  const firstLines = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const parsed = parseLine(line);
    if (parsed.row === null) {
      mistakes.push(...parsed.mistakes.map((mistake) => `${file}:${index + 1}: ${mistake}`));
      continue;
    }
    const row = complete(parsed.row, counts);
    const first = firstLines.get(keyOf(row));
    if (first === undefined) firstLines.set(keyOf(row), index + 1);
    else mistakes.push(`${file}:${index + 1}: the same ${row.by}, sample and model as on line ${first}`);
    rows.push(row);
  }
  if (mistakes.length > 0) throw usageError(mistakes);
  if (rows.length === 0) throw usageError([`${file}: no replies; expected one JSON object a line`]);
  return rows;
}

function parseLine(line: string): { readonly row: RawRow | null; readonly mistakes: readonly string[] } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    // What JSON.parse says quotes the line, which may be megabytes of a model's text.
    return { row: null, mistakes: ['not JSON; expected one object on the line'] };
  }
  const result = ROW.safeParse(value);
  if (result.success) return { row: result.data, mistakes: [] };
  return { row: null, mistakes: result.error.issues.map(describe) };
}

function describe(issue: z.core.$ZodIssue): string {
  const where = issue.path.length === 0 ? '' : `${issue.path.map(String).join('.')}: `;
  return `${where}${issue.message}`;
}

/** A row without `sample` comes after the highest of its task and model so far. */
function complete(row: RawRow, highest: Map<string, number>): ReplyRow {
  const by = row.task === undefined ? 'prompt' : 'task';
  const about = (row.task ?? row.prompt ?? '').trim();
  const model = row.model ?? null;
  const key = JSON.stringify([by, about, model]);
  const before = highest.get(key) ?? 0;
  const sample = row.sample ?? before + 1;
  highest.set(key, Math.max(before, sample));
  return { by, about, sample, reply: row.reply, model };
}

function keyOf(row: ReplyRow): string {
  return JSON.stringify([row.by, row.about, row.sample, row.model]);
}

function usageError(mistakes: readonly string[]): UsageError {
  const more = mistakes.length - MAX_LISTED;
  const listed = mistakes.slice(0, MAX_LISTED).join('\n') + (more > 0 ? `\n… and ${more} more` : '');
  return new UsageError(listed, {
    remedy:
      'Each line is one object: {"task": "suite/name" or "prompt": "…", "sample": 1, "reply": "…", "model": "name"}.',
  });
}
