import type { Model } from '../../domain/model.ts';
import { costOf } from '../../domain/money.ts';
import type { Cell, SampleSummary } from '../../domain/run.ts';
import { sampleId } from '../../domain/run.ts';
import type { Task } from '../../domain/task.ts';
import type { JudgePrompts } from '../../grade/judge/judge-prompts.ts';
import { type JudgeQuestion, questionsOf, questionText } from '../../grade/judge/questions.ts';
import type { RunReader } from '../../store/run-store.ts';
import { type Means, thinkingTokens } from '../guess-tokens.ts';
import { isOwnFamily, type Judge } from './judge.ts';
import { openOrders } from './judge-pair.ts';
import { lastRound } from './last-round.ts';
import { questionsAbout } from './open-questions.ts';
import { pairsFor, TO_COME } from './plan-pairs.ts';

/** What a judge's part of a sweep is expected to take from here on. */
export interface JudgeSpending {
  readonly judgeId: string;
  /** Drawings to look at, those that are judged already included. */
  readonly drawings: number;
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null where the price is not known; 0 where a request costs nothing. */
  readonly costUsd: number | null;
  readonly usdPerRequest: number | null;
  /** How the figures were come by, in plain words. */
  readonly basis: string;
}

export interface JudgePlan {
  /** What is drawn, or is to be. */
  readonly cells: readonly Cell[];
  readonly tasks: readonly Task[];
  /** The models that draw, as far as they are known. */
  readonly models: readonly Pick<Model, 'id' | 'facts'>[];
  readonly judges: readonly Judge[];
  /** Pairs of drawings are compared, too. */
  readonly comparesPairs?: boolean;
  /** The prompts of judges. */
  readonly judgePrompts: JudgePrompts;
  /** Null: nothing has been run yet. */
  readonly store: Pick<RunReader, 'listSummaries' | 'judgeReplies' | 'groundingHash' | 'spend'> | null;
}

// With providers that say how they count: 1024 × 1024 pixels are 1,400 tokens with Anthropic, 765 to 1,105 with OpenAI.
const PICTURE_TOKENS = 1_400;
// An answer with its sentence of evidence; names and their sentence.
const TOKENS_PER_ITEM = 60;
const NAMING_TOKENS = 100;
const CHARACTERS_PER_TOKEN = 3.5;
const ENOUGH_REPLIES = 3;

/** What is still to be asked of each judge, as if all that is not drawn yet came out well. Asks nothing. */
export function planJudging(plan: JudgePlan): readonly JudgeSpending[] {
  if (plan.judges.length === 0) return [];
  const samples = new Map([...(plan.store?.listSummaries() ?? [])].map((sample) => [sample.id, sample]));
  const means = plan.store?.spend().byJudge ?? new Map<string, Means>();
  return plan.judges.map((judge) => {
    const open = plan.cells.map((cell) => openQuestions(cell, samples.get(sampleId(cell)), { judge, plan }));
    const pairs = plan.comparesPairs ? countPairRequests(judge, samples, plan) : 0;
    return spendingOf(judge, {
      pairs,
      open: open.filter((one) => one !== null),
      means: means.get(judge.model.id),
      plan,
    });
  });
}

/** Requests about pairs; what is not drawn yet is taken to come out well. */
function countPairRequests(
  judge: Judge,
  known: ReadonlyMap<string, SampleSummary>,
  { cells, tasks, models: drawers, judgePrompts: prompts, store }: JudgePlan,
): number {
  const samples = cells.map((cell) => {
    const id = sampleId(cell);
    const pngHash = known.has(id) ? (known.get(id)?.pngHash ?? null) : TO_COME;
    return { ...cell, id, pngHash };
  });
  const repliesOf = (key: string) => store?.judgeReplies(key) ?? [];
  const counts = pairsFor(judge, { samples, tasks, drawers }).map(({ first, second, task }) => {
    const [one, other] = [known.get(first.id), known.get(second.id)];
    if (one === undefined || other === undefined) return ORDERS;
    return openOrders({ first: one, second: other, task }, judge, { prompts, repliesOf });
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

const ORDERS = 2;

interface OfPlan {
  readonly judge: Judge;
  readonly plan: JudgePlan;
}

/** Null: there is nothing for this judge. */
function openQuestions(
  cell: Cell,
  sample: SampleSummary | undefined,
  { judge, plan }: OfPlan,
): readonly JudgeQuestion[] | null {
  const task = plan.tasks.find(({ id }) => id === cell.taskId);
  const drawer = plan.models.find(({ id }) => id === cell.modelId);
  if (!task?.rubric || (judge.skipsOwnFamily && isOwnFamily(judge, drawer))) return null;
  if (sample === undefined) return repeated(questionsOf(task.rubric, judge), judge.votes);
  if (sample.pngHash === null) return [];
  const { judgePrompts: prompts, store } = plan;
  const repliesOf = (key: string) => store?.judgeReplies(key) ?? [];
  const groundingHash = () => store?.groundingHash(lastRound(sample)) ?? null;
  const place = { result: sample, task, rubric: task.rubric, judge, prompts, repliesOf, groundingHash };
  const asked = questionsAbout(place);
  return asked.flatMap(({ open }) => open ?? []);
}

function repeated<Item>(items: readonly Item[], times: number): readonly Item[] {
  return Array.from({ length: times }, () => items).flat();
}

interface Grounds {
  readonly open: readonly (readonly JudgeQuestion[])[];
  /** Requests about pairs. */
  readonly pairs: number;
  readonly means: Means | undefined;
  readonly plan: JudgePlan;
}

function spendingOf(judge: Judge, { open, pairs, means, plan }: Grounds): JudgeSpending {
  const { model } = judge;
  const questions = open.flat();
  const guess = guessFor(judge, { questions, pairs, means, prompts: plan.judgePrompts });
  const price = model.price === undefined ? FREE : model.price;
  const tokens = { inputTokens: guess.inputTokens, outputTokens: guess.outputTokens };
  const costUsd = costOf({ ...tokens, reasoningTokens: null, cachedInputTokens: null }, price);
  return {
    judgeId: model.id,
    drawings: open.length,
    requests: questions.length + pairs,
    inputTokens: Math.round(tokens.inputTokens),
    outputTokens: Math.round(tokens.outputTokens),
    costUsd,
    usdPerRequest: costUsd === null ? null : costUsd / Math.max(1, questions.length + pairs),
    basis: `${guess.basis}; ${price === null ? 'price not known' : price.basis}`,
  };
}

const FREE = { inputUsd: 0, outputUsd: 0, cachedInputUsd: 0, basis: 'costs nothing' };

interface Asked {
  readonly questions: readonly JudgeQuestion[];
  readonly pairs: number;
  readonly means: Means | undefined;
  readonly prompts: JudgePrompts;
}

/** Tokens of all questions: by the mean of this judge's answers in the run where there are enough, else by their length. */
function guessFor({ model }: Judge, { questions, pairs, means, prompts }: Asked) {
  if (means && means.answers >= ENOUGH_REPLIES && means.inputTokens !== null && means.outputTokens !== null) {
    const per = (tokens: number): number => (tokens / means.answers) * (questions.length + pairs);
    return {
      inputTokens: per(means.inputTokens),
      outputTokens: per(means.outputTokens),
      basis: `mean of ${means.answers} answers of this run`,
    };
  }
  const system = prompts.system().length;
  const input = (question: JudgeQuestion): number =>
    (system + questionText(question, prompts).length) / CHARACTERS_PER_TOKEN + PICTURE_TOKENS;
  const thinking = thinkingTokens(model);
  const output = (question: JudgeQuestion): number =>
    thinking + (question.kind === 'naming' ? NAMING_TOKENS : question.items.length * TOKENS_PER_ITEM);
  const sum = (of: (question: JudgeQuestion) => number): number =>
    questions.reduce((total, question) => total + of(question), 0);
  const pairInput = (system + prompts.pair('').length) / CHARACTERS_PER_TOKEN + 2 * PICTURE_TOKENS;
  return {
    inputTokens: sum(input) + pairs * pairInput,
    outputTokens: sum(output) + pairs * (thinking + NAMING_TOKENS),
    basis: 'guessed by the length of the questions',
  };
}
