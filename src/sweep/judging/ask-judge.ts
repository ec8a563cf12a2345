import type { ModelReply, ModelRequest } from '../../domain/reply.ts';
import type { JudgeAttempt } from '../../store/record-judging.ts';
import { cacheKey } from '../conversation-key.ts';
import type { Limit } from '../limit.ts';
import { asJudge, type Judge, type JudgingContext } from './judge.ts';

/** What a judge is asked, and how its answer is kept. */
export interface ToAsk extends Pick<JudgeAttempt, 'sampleId' | 'kind' | 'vote' | 'key' | 'topics'> {
  readonly request: ModelRequest;
  /** Whether a reply answers all that was asked: what does not is asked again by the next run, which a cache would prevent. */
  readonly isUsable: (reply: ModelReply) => boolean;
}

/**
 * Asks a judge: from the cache, else over its provider. All that comes is on file when it returns. Null, or the limit that kept it
 * from being asked. Rejects with the signal's reason.
 */
export function askJudge(toAsk: ToAsk, judge: Judge, context: JudgingContext): Promise<Limit | null> {
  const { underWay } = context;
  const name = JSON.stringify([toAsk.key, toAsk.topics]);
  const known = underWay.get(name);
  if (known !== undefined) return known;
  const asked = askOnce(toAsk, judge, context).finally(() => underWay.delete(name));
  underWay.set(name, asked);
  return asked;
}

async function askOnce(toAsk: ToAsk, { model }: Judge, context: JudgingContext): Promise<Limit | null> {
  const { request, isUsable, ...about } = toAsk;
  const { store, cache, asker } = context;
  const shared = cacheKey(model, request);
  const cached = cache?.find(shared) ?? null;
  if (cached !== null && isUsable(cached)) {
    takeCached(cached, { toAsk, judgeId: model.id }, context);
    return null;
  }
  const { sampleId: id, key } = about;
  const result = await asker.ask(
    { id, round: 1, key, model: asJudge(model), request, judgeId: model.id },
    {
      commit({ reply, startedAtMs, durationMs, costUsd }) {
        const startedAt = new Date(startedAtMs).toISOString();
        const how = { startedAt, durationMs, isCached: false, isBatch: false, costUsd };
        store.recordJudgeAttempt({ ...about, judgeId: model.id, request, reply, ...how });
        if (isUsable(reply)) cache?.keep(shared, { modelId: model.id, reply, at: startedAt });
      },
    },
  );
  return result.kind === 'left-out' ? result.limit : null;
}

interface Taken {
  readonly toAsk: ToAsk;
  readonly judgeId: string;
}

function takeCached(
  reply: ModelReply,
  { toAsk, judgeId }: Taken,
  { store, clock, onEvent }: JudgingContext,
): void {
  const { isUsable: _, ...about } = toAsk;
  const startedAt = new Date(clock.now()).toISOString();
  const how = { startedAt, durationMs: 0, isCached: true, isBatch: false, costUsd: 0 };
  store.recordJudgeAttempt({ ...about, judgeId, reply, ...how });
  const { outcome } = reply;
  const news = { outcome, trouble: null, isCached: true, costUsd: 0 } as const;
  onEvent({ kind: 'replied', id: about.sampleId, round: 1, judgeId, ...news });
}
