import type { ModelReply, ModelRequest } from '../domain/reply.ts';
import { putBlob } from './blobs.ts';
import type { Database } from './database.ts';

/** One request with its answer. `key` is the hash of all that the answer depends on. */
export interface Attempt {
  readonly sampleId: string;
  readonly key: string;
  readonly request: Pick<ModelRequest, 'systemPrompt' | 'prompt'>;
  readonly reply: ModelReply;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
}

/** A reply on file, with the number of the attempt that got it. */
export interface StoredReply {
  readonly attemptId: number;
  readonly reply: ModelReply;
}

interface AttemptRow {
  readonly id: number;
  readonly outcome: ModelReply['outcome'];
  readonly reply: string | null;
  readonly note: string;
}

/** Commits an attempt. Use only what `findReply` gives back: SQLite keeps no lone surrogates. */
export function recordReply(database: Database, attempt: Attempt): void {
  const { sampleId, key, request, reply } = attempt;
  const text = reply.outcome === 'provider-trouble' ? null : reply.text.toWellFormed();
  const note = (reply.outcome === 'replied' ? reply.note : reply.reason).toWellFormed();
  database.transaction(() => {
    const system = putBlob(database, 'prompt', request.systemPrompt);
    const prompt = putBlob(database, 'prompt', request.prompt);
    database.run(
      `INSERT INTO attempts (sample_id, number, key, system_prompt_hash, prompt_hash, outcome, reply, note, started_at, duration_ms)
       SELECT ?1, count(*) + 1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9 FROM attempts WHERE sample_id = ?1`,
      [sampleId, key, system, prompt, reply.outcome, text, note, attempt.startedAt, attempt.durationMs],
    );
  });
}

/** The newest answer to a request of that key; trouble counts only when nothing better is there. Null: never asked. */
export function findReply(database: Database, sampleId: string, key: string): StoredReply | null {
  const row = database.get<AttemptRow>(
    `SELECT id, outcome, reply, note FROM attempts WHERE sample_id = ? AND key = ?
     ORDER BY outcome = 'provider-trouble', number DESC LIMIT 1`,
    [sampleId, key],
  );
  return row ? { attemptId: row.id, reply: toReply(row) } : null;
}

function toReply({ outcome, reply, note }: AttemptRow): ModelReply {
  if (outcome === 'provider-trouble') return { outcome, reason: note };
  const text = reply ?? '';
  return outcome === 'replied' ? { outcome, text, note } : { outcome, text, reason: note };
}
