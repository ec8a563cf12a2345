import { isTrouble, type Outcome } from '../domain/outcome.ts';
import type { ModelRequest } from '../domain/reply.ts';
import type { StoredReply } from '../store/record-reply.ts';
import { cacheKey } from './conversation-key.ts';
import type { CellContext, Sample } from './sample.ts';

/** One request of a sample's conversation. */
export interface Question {
  readonly round: number;
  /** Of the reply in the run file. */
  readonly key: string;
  readonly request: ModelRequest;
}

export type ReplyResult =
  | ({ readonly kind: 'on-file' } & StoredReply)
  | { readonly kind: 'left-out'; readonly limit: 'max-cost' | 'max-requests' | 'max-minutes' };

/**
 * The reply to a request: from the run file, else from the cache, else from the model. It is on file before it is used;
 * trouble on file is tried again.
 */
export async function ensureReply(
  sample: Sample,
  question: Question,
  context: CellContext,
): Promise<ReplyResult> {
  const { store, signal } = context;
  const at = { sampleId: sample.id, round: question.round };
  const stored = store.findReply(at, question.key);
  if (stored && !isTrouble(stored.reply.outcome as Outcome)) return { kind: 'on-file', ...stored };
  signal?.throwIfAborted();
  if (!takeFromCache(sample, question, context)) {
    const limit = await ask(sample, question, context);
    if (limit !== null) return { kind: 'left-out', limit };
  }
  // What is on file is what a resumed run would use.
  const recorded = store.findReply(at, question.key);
  if (!recorded) throw new Error(`${sample.id}: the reply is not on file`);
  return { kind: 'on-file', ...recorded };
}

function takeFromCache({ id, model }: Sample, question: Question, context: CellContext): boolean {
  const { cache, store, clock, onEvent } = context;
  if (!cache || !model.lane) return false;
  const reply = cache.find(cacheKey(model, question.request));
  if (!reply) return false;
  const startedAt = new Date(clock.now()).toISOString();
  const how = { startedAt, durationMs: 0, isCached: true, isBatch: false, costUsd: 0 };
  store.recordReply({
    sampleId: id,
    round: question.round,
    key: question.key,
    request: question.request,
    reply,
    ...how,
  });
  onEvent({
    kind: 'replied',
    id,
    round: question.round,
    outcome: reply.outcome,
    trouble: null,
    isCached: true,
    costUsd: 0,
  });
  return true;
}

/** Each attempt is committed as it comes. Returns the limit that keeps it from being asked, else null. */
async function ask({ id, model }: Sample, question: Question, context: CellContext) {
  const { asker, store, cache } = context;
  const { round, key, request } = question;
  const result = await asker.ask(
    { id, round, model, request, key },
    {
      commit({ reply, startedAtMs, durationMs, costUsd, isBatch = false }) {
        const startedAt = new Date(startedAtMs).toISOString();
        const how = { startedAt, durationMs, isCached: false, isBatch, costUsd };
        store.recordReply({ sampleId: id, round, key, request, reply, ...how });
        if (model.lane) cache?.keep(cacheKey(model, request), { modelId: model.id, reply, at: startedAt });
      },
    },
  );
  return result.kind === 'left-out' ? result.limit : null;
}
