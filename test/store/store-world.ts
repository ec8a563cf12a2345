import type { Rendered } from '../../src/domain/rendered.ts';
import type { ModelReply, ReplyFacts } from '../../src/domain/reply.ts';
import type { Attempt } from '../../src/store/record-reply.ts';
import type { RunStore } from '../../src/store/run-store.ts';
import { circles, gradeCircles, makeTask } from '../helpers/sweep-world.ts';

export const AT = '2026-01-02T03:04:05.000Z';
export const CELL = { taskId: 't/a', modelId: 'm/a', track: 'blind', number: 1 } as const;
export const ID = 't/a|m/a|blind|1';
export const FIRST = { sampleId: ID, round: 1 };
export const PICTURE = new Uint8Array([4, 5]);
export const REQUEST = {
  systemPrompt: 'Draw.',
  messages: [{ role: 'user', text: 'An otter.', pictures: [] }],
} as const;
export const FACTS: ReplyFacts = {
  reasoning: 'Otters float.',
  stopReason: 'end_turn',
  usage: { inputTokens: 10, outputTokens: 20, reasoningTokens: 5, cachedInputTokens: 3 },
  latencyMs: 100,
  firstTokenMs: 40,
  requestId: 'req_1',
  servedBy: 'm-a-2026',
  costUsd: null,
  raw: '{"id":"req_1"}',
};
export const REPLY: ModelReply = { outcome: 'replied', text: 'reply', note: '', facts: FACTS };
export const TROUBLE: ModelReply = {
  outcome: 'provider-trouble',
  reason: 'too many requests',
  trouble: { kind: 'rate-limit', status: 429, retryAfterMs: 1500 },
};
export const DRAWN: Rendered = {
  outcome: 'drawn',
  stage: 'grade',
  reason: '',
  clean: false,
  notes: ['2 pictures', 'odd \ud800 note'],
  source: '\\draw (0,0);',
  log: '! Error',
  pdf: new Uint8Array([1, 2, 3]),
  png: PICTURE,
  ...circles(2),
  durationMs: 7,
};
export const GRADE = gradeCircles(makeTask('t/a'), DRAWN);

export function attempt(changes: Partial<Attempt> = {}): Attempt {
  return {
    ...FIRST,
    key: 'k',
    request: REQUEST,
    reply: REPLY,
    startedAt: AT,
    durationMs: 5,
    isCached: false,
    isBatch: false,
    costUsd: 0.25,
    ...changes,
  };
}

/** Records a reply and its picture; grades it unless told not to. */
export function draw(
  store: RunStore,
  changes: Partial<Attempt> = {},
  { rendered = DRAWN, isGraded = true }: { rendered?: Rendered; isGraded?: boolean } = {},
): void {
  const tried = attempt(changes);
  store.recordReply(tried);
  const { sampleId, round, key } = tried;
  const { attemptId } = store.findReply({ sampleId, round }, key)!;
  const done = { sampleId, round, inputs: { tex: '1' }, why: 'first time', at: AT };
  store.recordRender({ ...done, key: 'r', attemptId }, rendered);
  if (isGraded) store.recordGrade({ ...done, key: 'g' }, GRADE);
}

/** One finished sample of one round. */
export function fill(store: RunStore): void {
  store.addCells([CELL]);
  draw(store);
  store.concludeSample(ID, { finalRound: 1, note: '' });
}

/** The UsageError that `work` throws. */
export function usageErrorOf(work: () => unknown): { message: string; remedy: string } {
  try {
    work();
  } catch (error) {
    const { code, message, remedy } = error as { code: string; message: string; remedy: string };
    if (code === 'usage') return { message, remedy };
    throw error;
  }
  throw new Error('nothing was thrown');
}
