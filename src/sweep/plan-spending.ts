import type { Model } from '../domain/model.ts';
import { costOf } from '../domain/money.ts';
import type { Cell } from '../domain/run.ts';
import type { Track } from '../domain/task.ts';
import type { Prompts } from '../draw/prompts.ts';
import type { ReplyCache } from '../store/reply-cache.ts';
import type { RunStore } from '../store/run-store.ts';
import { type CellState, cellState } from './cell-state.ts';
import { guessTokens, type Means, type TokenGuess } from './guess-tokens.ts';
import { type Judging, judgeAccount } from './judging/judge.ts';
import { type JudgeSpending, planJudging } from './judging/plan-judging.ts';
import { mostRequests, requireCells, type SweepPlan } from './plan.ts';

/** What a model's part of a sweep is expected to take from here on. */
export interface ModelSpending {
  readonly modelId: string;
  readonly cells: number;
  /** Cells that need nothing more. */
  readonly finished: number;
  /** Cells whose first reply is in the cache. */
  readonly cached: number;
  readonly requests: { readonly fewest: number; readonly most: number };
  readonly expectedRequests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars; null where the price is not known; 0 where a request costs nothing. */
  readonly costUsd: number | null;
  readonly usdPerRequest: number | null;
  /** How the figures were come by, in plain words. */
  readonly basis: string;
}

export interface SpendingPlan {
  readonly cells: number;
  readonly finished: number;
  readonly cached: number;
  readonly requests: { readonly fewest: number; readonly most: number };
  readonly models: readonly ModelSpending[];
  /** What judges are expected to take; it is in the sums. */
  readonly judges: readonly JudgeSpending[];
  readonly costUsd: { readonly known: number; readonly unknownModels: readonly string[] };
}

export interface SpendingOptions extends SweepPlan {
  readonly prompts: Prompts;
  /** Null: nothing has been run yet. */
  readonly store: Pick<
    RunStore,
    | 'findReply'
    | 'drawnOutcome'
    | 'spend'
    | 'finalOutcome'
    | 'conclusionOf'
    | 'listSummaries'
    | 'judgeReplies'
    | 'groundingHash'
  > | null;
  readonly cache: Pick<ReplyCache, 'find'> | null;
  readonly usesBatches?: boolean;
  readonly judging?: Judging;
}

/** What is still to be asked, and what that is expected to cost. Asks nothing, writes nothing. */
export function planSpending(options: SpendingOptions): SpendingPlan {
  const all = requireCells(options);
  const byModel = Map.groupBy(all, ({ modelId }) => modelId);
  const means = options.store?.spend().byModel ?? new Map<string, Means>();
  const models = options.models.flatMap((model) => {
    const cells = byModel.get(model.id) ?? [];
    return cells.length === 0
      ? []
      : [planModel(model, { ...options, cells, means: means.get(model.id) ?? null })];
  });
  const judges = options.judging ? planJudging({ ...options, ...options.judging, cells: all }) : [];
  const sum = (of: (one: ModelSpending) => number): number => sumOf(models, of);
  const toJudges = sumOf(judges, ({ requests }) => requests);
  return {
    cells: sum(({ cells }) => cells),
    finished: sum(({ finished }) => finished),
    cached: sum(({ cached }) => cached),
    // What is not drawn is not judged.
    requests: {
      fewest: sum(({ requests }) => requests.fewest),
      most: sum(({ requests }) => requests.most) + toJudges,
    },
    models,
    judges,
    costUsd: {
      known: sum(({ costUsd }) => costUsd ?? 0) + sumOf(judges, ({ costUsd }) => costUsd ?? 0),
      unknownModels: [
        ...models.filter(({ costUsd }) => costUsd === null).map(({ modelId }) => modelId),
        ...judges.filter(({ costUsd }) => costUsd === null).map(({ judgeId }) => judgeAccount(judgeId)),
      ],
    },
  };
}

interface OfModel extends SpendingOptions {
  readonly cells: readonly Cell[];
  readonly means: Means | null;
}

function planModel(model: Model, options: OfModel): ModelSpending {
  const { cells } = options;
  const states = cells.map((cell) => ({ cell, state: cellState(cell, model, options) }));
  const open = states.filter(({ state }) => state.kind !== 'finished');
  const asks = model.lane !== undefined;
  const toAsk = asks ? states.filter(({ state }) => state.kind === 'open').length : 0;
  const most = asks ? sumOf(open, ({ cell, state }) => mostOf(cell, model, options) - state.inHand) : 0;
  const rounds = asks ? open.map((one) => expectedRequests(one, model, options)) : [];
  const guess = guessTokens(model, options);
  const totals = totalsOf(
    guess,
    open.map(({ cell }, index) => [cell.track, rounds[index] ?? 0]),
  );
  const price = model.price === undefined ? FREE : model.price;
  const factor = options.usesBatches ? (model.batches?.priceFactor ?? 1) : 1;
  const plainUsd = costOf({ ...totals, reasoningTokens: null, cachedInputTokens: null }, price);
  const costUsd = plainUsd === null ? null : plainUsd * factor;
  const byBatch = factor === 1 ? '' : `, times ${factor} in batches`;
  return {
    modelId: model.id,
    cells: cells.length,
    finished: cells.length - open.length,
    cached: states.filter(({ state }) => state.kind === 'cached').length,
    requests: { fewest: toAsk, most },
    expectedRequests: totals.requests,
    inputTokens: Math.round(totals.inputTokens),
    outputTokens: Math.round(totals.outputTokens),
    costUsd,
    usdPerRequest: costUsd === null ? null : costUsd / Math.max(1, totals.requests),
    basis: asks
      ? `${guess.basis}; ${price === null ? 'price not known' : price.basis}${byBatch}`
      : FREE.basis,
  };
}

interface Totals {
  readonly requests: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
}

/** Each later request of a conversation holds all that was said before. */
function totalsOf(guess: TokenGuess, conversations: readonly (readonly [Track, rounds: number])[]): Totals {
  const requests = sumOf(conversations, ([, rounds]) => rounds);
  const said = sumOf(
    conversations,
    ([track, rounds]) =>
      (guess.addedInputTokens[track === 'blind' ? 'repair' : track] * rounds * (rounds - 1)) / 2,
  );
  return {
    requests,
    inputTokens: guess.inputTokens * requests + said,
    outputTokens: guess.outputTokens * requests,
  };
}

const FREE = { inputUsd: 0, outputUsd: 0, cachedInputUsd: 0, basis: 'costs nothing' };

// About half of the drawings that could be mended need it: a guess, until a run tells.
const REPAIRED_SHARE = 0.5;

function expectedRequests(
  { cell, state }: { readonly cell: Cell; readonly state: CellState },
  model: Model,
  options: OfModel,
): number {
  const most = mostOf(cell, model, options) - state.inHand;
  if (cell.track !== 'repair') return most;
  const sure = state.inHand === 0 ? 1 : 0;
  return sure + REPAIRED_SHARE * (most - sure);
}

function mostOf({ taskId, track }: Cell, model: Model, { tasks, rounds }: OfModel): number {
  const task = tasks.find(({ id }) => id === taskId);
  return task === undefined ? 0 : mostRequests({ task, track }, model, rounds);
}

function sumOf<Item>(items: readonly Item[], of: (item: Item) => number): number {
  return items.reduce((sum, item) => sum + of(item), 0);
}
