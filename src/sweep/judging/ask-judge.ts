import type { ModelReply } from '../../domain/reply.ts';
import { topicsOf } from '../../grade/judge/questions.ts';
import { readItems, readNaming } from '../../grade/judge/read-answer.ts';
import { cacheKey } from '../conversation-key.ts';
import type { Limit } from '../limit.ts';
import { asJudge, type Judge, type Judgeable, type JudgingContext } from './judge.ts';
import { judgeRequest } from './judge-request.ts';
import type { AskedQuestion } from './open-questions.ts';
import type { Show } from './shown-picture.ts';

/** A question that is open, about one drawing. */
export interface ToAsk {
  readonly asked: AskedQuestion;
  readonly judged: Judgeable;
  readonly show: Show;
}

/**
 * Asks what is open of a question: from the cache, else from the judge. All that comes is on file when it returns. Null, or the
 * limit that kept it from being asked. Rejects with the signal's reason.
 */
export async function askJudge(
  { asked, judged, show }: ToAsk,
  judge: Judge,
  context: JudgingContext,
): Promise<Limit | null> {
  const { open, vote, key } = asked;
  if (open === null) return null;
  const { store, cache, prompts, clock, asker, onEvent } = context;
  const { sample, task } = judged;
  const { model } = judge;
  const request = judgeRequest(open, { task, vote, prompts, picture: show(open) });
  const topics = topicsOf(open);
  const about = { judgeId: model.id, sampleId: sample.id, kind: open.kind, vote, key, topics, request };
  const shared = cacheKey(model, request);
  const cached = cache?.find(shared) ?? null;
  if (cached !== null && isUsable(cached, topics.length, open.kind)) {
    const startedAt = new Date(clock.now()).toISOString();
    store.recordJudgeAttempt({ ...about, reply: cached, startedAt, durationMs: 0, ...FROM_CACHE });
    onEvent({
      kind: 'replied',
      id: sample.id,
      round: 1,
      judgeId: model.id,
      ...NOTHING_PAID,
      outcome: cached.outcome,
    });
    return null;
  }
  const result = await asker.ask(
    { id: sample.id, round: 1, key, model: asJudge(model), request, judgeId: model.id },
    {
      commit({ reply, startedAtMs, durationMs, costUsd }) {
        const startedAt = new Date(startedAtMs).toISOString();
        const how = { startedAt, durationMs, isCached: false, isBatch: false, costUsd };
        store.recordJudgeAttempt({ ...about, reply, ...how });
        if (isUsable(reply, topics.length, open.kind))
          cache?.keep(shared, { modelId: model.id, reply, at: startedAt });
      },
    },
  );
  return result.kind === 'left-out' ? result.limit : null;
}

const FROM_CACHE = { isCached: true, isBatch: false, costUsd: 0 };
const NOTHING_PAID = { trouble: null, isCached: true, costUsd: 0 } as const;

/** Whether it answers all that was asked: what does not is asked again by the next run, which a cache would prevent. */
function isUsable(reply: ModelReply, topics: number, kind: 'naming' | 'items'): boolean {
  if (kind === 'naming') return readNaming(reply).value !== null;
  return readItems(reply, topics).every(({ value }) => value !== null);
}
