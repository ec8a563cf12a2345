import type { ModelReply, ModelRequest } from '../../domain/reply.ts';
import type { SampleSummary } from '../../domain/run.ts';
import { promptsOf } from '../../domain/task.ts';
import { CANVAS } from '../../grade/judge/canvas.ts';
import { type PairAnswer, pairVerdict } from '../../grade/judge/pair-verdict.ts';
import { PAIR_FORM } from '../../grade/judge/questions.ts';
import { readPair } from '../../grade/judge/read-answer.ts';
import { whereReadable } from '../../grade/pixels/png.ts';
import { drawingOf } from '../../store/judgements.ts';
import type { JudgeReply } from '../../store/record-judging.ts';
import type { Limit } from '../limit.ts';
import { hashJson, stageKey } from '../stage-key.ts';
import { askJudge } from './ask-judge.ts';
import type { Judge, JudgingContext } from './judge.ts';
import type { Pair } from './plan-pairs.ts';

/** How the comparing of a pair ended. */
export interface PairEnd {
  readonly isGraded: boolean;
  /** The limit that kept an order from being asked; null: none. */
  readonly limit: Limit | null;
}

/**
 * Asks one judge which of two drawings is better, in both orders, each only where it is not answered yet, and records the verdict
 * that follows. Throws the signal's reason when stopped on the way.
 */
export async function judgePair(pair: Pair, judge: Judge, context: JudgingContext): Promise<PairEnd> {
  const orders = ordersOf(pair, judge, context);
  const open = orders.filter(({ key }) => answerOf(context.store.judgeReplies(key)).value === null);
  if (open.length > 0) context.signal?.throwIfAborted();
  const limits = await Promise.all(open.map((order) => askOrder(order, judge, context)));
  const [straight, turned] = orders.map(({ key }) => answerOf(context.store.judgeReplies(key)));
  if (!straight || !turned) throw new Error('a pair has two orders');
  const verdict = pairVerdict(straight, turned);
  keep({ pair, judge, verdict, keys: orders.map(({ key }) => key) }, context);
  return { isGraded: verdict.outcome !== 'ungraded', limit: limits.find((limit) => limit !== null) ?? null };
}

/** How many orders of a pair are not answered yet. */
export function openOrders(
  pair: Pair,
  judge: Judge,
  {
    prompts,
    repliesOf,
  }: Pick<JudgingContext, 'prompts'> & { repliesOf: (key: string) => readonly JudgeReply[] },
): number {
  const keys = bothOrders(pair).map((shown, at) => keyOf(shown, { pair, judge, prompts, vote: at + 1 }));
  return keys.filter((key) => answerOf(repliesOf(key)).value === null).length;
}

interface Order {
  readonly shown: readonly SampleSummary[];
  readonly vote: number;
  readonly key: string;
  readonly pair: Pair;
}

function bothOrders({ first, second }: Pair): readonly (readonly SampleSummary[])[] {
  return [
    [first, second],
    [second, first],
  ];
}

function ordersOf(pair: Pair, judge: Judge, { prompts }: JudgingContext): readonly Order[] {
  return bothOrders(pair).map((shown, at) => {
    const vote = at + 1;
    return { shown, vote, pair, key: keyOf(shown, { pair, judge, prompts, vote }) };
  });
}

interface Keyed extends Pick<JudgingContext, 'prompts'> {
  readonly pair: Pair;
  readonly judge: Judge;
  readonly vote: number;
}

function keyOf(shown: readonly SampleSummary[], { pair, judge, prompts, vote }: Keyed): string {
  const { model } = judge;
  const request = requestOf([], { pair, vote, prompts });
  return stageKey({
    judge: model.id,
    settings: model.fingerprint?.(request) ?? '',
    prompts: hashJson([request.systemPrompt, request.messages[0]?.text]),
    shown: hashJson([CANVAS.version, ...shown.map(drawingOf)]),
    vote: String(vote),
  });
}

type Asked = Pick<Keyed, 'pair' | 'vote' | 'prompts'>;

/** The one question for which a judge is told what was asked of the models. */
function requestOf(pictures: readonly Uint8Array[], { pair, vote, prompts }: Asked): ModelRequest {
  const text = prompts.pair(promptsOf(pair.task).join('\n'));
  const shown = pictures.map((bytes) => ({ mediaType: 'image/png', bytes }) as const);
  return {
    task: pair.task,
    track: 'blind',
    sample: vote,
    round: 1,
    systemPrompt: prompts.system(),
    messages: [{ role: 'user', text, pictures: shown }],
    answerForm: PAIR_FORM,
  };
}

async function askOrder(
  { shown, vote, key, pair }: Order,
  judge: Judge,
  context: JudgingContext,
): Promise<Limit | null> {
  const pictures = whereReadable(() =>
    shown.map((sample) => context.showing(sample)({ kind: 'naming' }).png),
  );
  if (pictures === null) return null;
  const request = requestOf(pictures, { pair, vote, prompts: context.prompts });
  const isUsable = (reply: ModelReply): boolean => readPair(reply).value !== null;
  const about = { sampleId: pair.first.id, kind: 'pair', vote, key, topics: ['pair'] } as const;
  return await askJudge({ ...about, request, isUsable }, judge, context);
}

const UNASKED: PairAnswer = { value: null, trouble: 'unasked', evidence: 'it was not asked yet' };

/** The first answer; where there is none, the newest trouble. */
function answerOf(replies: readonly JudgeReply[]): PairAnswer {
  const read = replies.map(({ reply }) => readPair(reply));
  return read.find(({ value }) => value !== null) ?? read.at(-1) ?? UNASKED;
}

interface ToKeep {
  readonly pair: Pair;
  readonly judge: Judge;
  readonly verdict: ReturnType<typeof pairVerdict>;
  readonly keys: readonly string[];
}

function keep({ pair, judge, verdict, keys }: ToKeep, { store, clock }: JudgingContext): void {
  const { first, second } = pair;
  const judgeId = judge.model.id;
  store.recordPair({
    key: hashJson(keys),
    drawings: [drawingOf(first), drawingOf(second)],
    verdict: { judgeId, firstId: first.id, secondId: second.id, ...verdict },
    at: new Date(clock.now()).toISOString(),
  });
}
