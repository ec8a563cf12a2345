import type { ModelReply, ReplyFacts, Trouble, TroubleKind, Usage } from '../domain/reply.ts';
import { getText, putBlob } from './blobs.ts';
import type { Database } from './database.ts';
import type { RunFile } from './run-file.ts';

/** A reply as columns of `attempts`. `note`: also the reason. */
export type ReplyRow = {
  readonly outcome: ModelReply['outcome'];
  readonly reply: string | null;
  readonly note: string;
  readonly trouble_kind: TroubleKind | null;
  readonly status: number | null;
  readonly retry_after_ms: number | null;
} & FactsRow;

type FactsRow = {
  readonly has_facts: number;
  readonly reasoning_hash: string | null;
  readonly stop_reason: string | null;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
  readonly reasoning_tokens: number | null;
  readonly cached_input_tokens: number | null;
  readonly latency_ms: number | null;
  readonly first_token_ms: number | null;
  readonly request_id: string | null;
  readonly served_by: string | null;
  readonly stated_cost_usd: number | null;
  readonly raw_hash: string | null;
};

/** What `toReply` reads. */
export const REPLY_COLUMNS = `outcome, reply, note, trouble_kind, status, retry_after_ms, has_facts, reasoning_hash, stop_reason,
  input_tokens, output_tokens, reasoning_tokens, cached_input_tokens, latency_ms, first_token_ms, request_id, served_by,
  stated_cost_usd`;

/** Cleans a reply and puts its bulk into blobs. */
export function toReplyRow({ database, clean }: RunFile, reply: ModelReply): ReplyRow {
  const trouble = reply.outcome === 'provider-trouble' ? reply.trouble : undefined;
  return {
    outcome: reply.outcome,
    reply: reply.outcome === 'provider-trouble' ? null : clean.text(reply.text),
    note: clean.text(reply.outcome === 'replied' ? reply.note : reply.reason),
    trouble_kind: trouble?.kind ?? null,
    status: trouble?.status ?? null,
    retry_after_ms: trouble?.retryAfterMs ?? null,
    ...toFactsRow({ database, clean }, reply.facts ?? null),
  };
}

function toFactsRow({ database, clean }: RunFile, facts: ReplyFacts | null): FactsRow {
  const usage = facts?.usage ?? null;
  const text = (value: string | null | undefined): string | null => clean.textOrNull(value ?? null);
  return {
    has_facts: Number(facts !== null),
    reasoning_hash: putBlob(database, 'reasoning', text(facts?.reasoning)),
    stop_reason: text(facts?.stopReason),
    input_tokens: usage?.inputTokens ?? null,
    output_tokens: usage?.outputTokens ?? null,
    reasoning_tokens: usage?.reasoningTokens ?? null,
    cached_input_tokens: usage?.cachedInputTokens ?? null,
    latency_ms: facts?.latencyMs ?? null,
    first_token_ms: facts?.firstTokenMs ?? null,
    request_id: text(facts?.requestId),
    served_by: text(facts?.servedBy),
    stated_cost_usd: facts?.costUsd ?? null,
    raw_hash: putBlob(database, 'raw', text(facts?.raw)),
  };
}

/** The reply of a row, without its raw form. A usage that says nothing is null. */
export function toReply(database: Database, row: Omit<ReplyRow, 'raw_hash'>): ModelReply {
  const { outcome, note } = row;
  const facts = row.has_facts ? { facts: toFacts(database, row) } : {};
  if (outcome === 'provider-trouble') {
    const trouble = toTrouble(row);
    return { outcome, reason: note, ...(trouble && { trouble }), ...facts };
  }
  const text = row.reply ?? '';
  return outcome === 'replied'
    ? { outcome, text, note, ...facts }
    : { outcome, text, reason: note, ...facts };
}

function toTrouble({ trouble_kind: kind, status, retry_after_ms: retryAfterMs }: Omit<ReplyRow, 'raw_hash'>) {
  return kind === null ? null : ({ kind, status, retryAfterMs } satisfies Trouble);
}

function toFacts(database: Database, row: Omit<FactsRow, 'raw_hash'>): ReplyFacts {
  return {
    reasoning: getText(database, row.reasoning_hash),
    stopReason: row.stop_reason,
    usage: toUsage(row),
    latencyMs: row.latency_ms,
    firstTokenMs: row.first_token_ms,
    requestId: row.request_id,
    servedBy: row.served_by,
    costUsd: row.stated_cost_usd,
    raw: null,
  };
}

function toUsage(row: Omit<FactsRow, 'raw_hash'>): Usage | null {
  const usage = {
    inputTokens: row.input_tokens,
    outputTokens: row.output_tokens,
    reasoningTokens: row.reasoning_tokens,
    cachedInputTokens: row.cached_input_tokens,
  };
  return Object.values(usage).every((count) => count === null) ? null : usage;
}
