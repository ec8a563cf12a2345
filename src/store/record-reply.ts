import { mayBeBilled } from '../domain/billed.ts';
import type { Message, ModelReply, ModelRequest } from '../domain/reply.ts';
import { getBlob, getText, putBlob } from './blobs.ts';
import { decodeConversation, encodeConversation } from './conversation-codec.ts';
import type { Database } from './database.ts';
import { REPLY_COLUMNS, type ReplyRow, toReply, toReplyRow } from './reply-row.ts';
import type { RoundId, RunFile } from './run-file.ts';

/** One request with its answer. `key` is the hash of all that the answer depends on. */
export interface Attempt extends RoundId, Asked {
  readonly key: string;
}

/** One request with its answer, whoever was asked what. */
export interface Asked {
  readonly request: Pick<ModelRequest, 'systemPrompt' | 'messages'>;
  readonly reply: ModelReply;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** It came from the response cache: nothing was sent. */
  readonly isCached: boolean;
  readonly isBatch: boolean;
  /** US dollars; null: not known. */
  readonly costUsd: number | null;
}

/** A reply on file, with the number of the attempt that got it. Its `raw` is left where it is. */
export interface StoredReply {
  readonly attemptId: number;
  readonly reply: ModelReply;
}

/** What was sent for a reply, and the whole answer as it came. */
export interface Exchange {
  readonly systemPrompt: string;
  readonly messages: readonly Message[];
  readonly raw: string | null;
}

/**
 * Commits an attempt, durably. Use only what `findReply` gives back. Nothing was sent where the reply has neither facts
 * nor a kind of trouble.
 */
export function recordReply({ database, clean }: RunFile, attempt: Attempt): void {
  const { sampleId, round, key } = attempt;
  const work = (): void => {
    database.insert('attempts', {
      sample_id: sampleId,
      round,
      number: countAttempts(database, attempt) + 1,
      key,
      ...askedRow({ database, clean }, attempt),
    });
  };
  database.transaction(work, { isDurable: true });
}

/** What every table of requests has of one: what was sent, how, and what came back. Call it within a transaction. */
export function askedRow({ database, clean }: RunFile, attempt: Asked) {
  const { request, reply, isCached } = attempt;
  const isRequest = !isCached && (reply.facts !== undefined || troubleOf(reply) !== undefined);
  const messages = request.messages.map((message) => ({ ...message, text: clean.text(message.text) }));
  const conversation = encodeConversation(messages, (bytes) => putBlob(database, 'png', bytes));
  return {
    system_prompt_hash: putBlob(database, 'prompt', clean.text(request.systemPrompt)),
    conversation_hash: putBlob(database, 'conversation', conversation),
    started_at: attempt.startedAt,
    duration_ms: attempt.durationMs,
    is_request: Number(isRequest),
    is_cached: Number(isCached),
    is_batch: Number(attempt.isBatch),
    cost_usd: isRequest ? costOfRequest(attempt) : 0,
    ...toReplyRow({ database, clean }, reply),
  };
}

function countAttempts(database: Database, { sampleId, round }: RoundId): number {
  const sql = 'SELECT count(*) AS count FROM attempts WHERE sample_id = ? AND round = ?';
  return database.get<{ count: number }>(sql, [sampleId, round])?.count ?? 0;
}

/** What surely was not billed costs nothing. */
function costOfRequest({ reply, costUsd }: Asked): number | null {
  return costUsd ?? (mayBeBilled(reply) ? null : 0);
}

function troubleOf(reply: ModelReply) {
  return reply.outcome === 'provider-trouble' ? reply.trouble : undefined;
}

type StoredRow = ReplyRow & { readonly id: number };

/** The newest answer to a request of that key; trouble counts only when nothing better is there. Null: never asked. */
export function findReply(database: Database, at: RoundId, key: string): StoredReply | null {
  const row = database.get<StoredRow>(
    `SELECT id, ${REPLY_COLUMNS} FROM attempts WHERE sample_id = ? AND round = ? AND key = ?
     ORDER BY outcome = 'provider-trouble', number DESC LIMIT 1`,
    [at.sampleId, at.round, key],
  );
  return row ? { attemptId: row.id, reply: toReply(database, row) } : null;
}

/** The reply that the drawing of a round was made from; null when none was made. */
export function usedReply(database: Database, { sampleId, round }: RoundId): StoredReply | null {
  const row = database.get<StoredRow>(
    `SELECT id, ${REPLY_COLUMNS} FROM attempts
     WHERE id = (SELECT attempt_id FROM rounds WHERE sample_id = ? AND round = ?)`,
    [sampleId, round],
  );
  return row ? { attemptId: row.id, reply: toReply(database, row) } : null;
}

/** What was sent for the reply that the drawing of a round was made from; null when none was made. */
export function readExchange(database: Database, { sampleId, round }: RoundId): Exchange | null {
  const row = database.get<Record<'system_prompt_hash' | 'conversation_hash' | 'raw_hash', string | null>>(
    `SELECT system_prompt_hash, conversation_hash, raw_hash FROM attempts
     WHERE id = (SELECT attempt_id FROM rounds WHERE sample_id = ? AND round = ?)`,
    [sampleId, round],
  );
  if (!row) return null;
  const conversation = getText(database, row.conversation_hash) ?? '[]';
  return {
    systemPrompt: getText(database, row.system_prompt_hash) ?? '',
    messages: decodeConversation(conversation, (hash) => getBlob(database, hash)),
    raw: getText(database, row.raw_hash),
  };
}
