import PQueue from 'p-queue';
import type { Model } from '../domain/model.ts';
import { type Asker, createAsker } from './asking/ask.ts';
import { createBudget } from './asking/budget.ts';
import { chooseAsker, type ModelAsker } from './batching/model-asker.ts';
import { gradeRendered } from './grade-drawing.ts';
import { accountOfJudge, spentByAccount } from './judging/judge-accounts.ts';
import { planSpending, type SpendingPlan } from './plan-spending.ts';
import type { CellContext } from './sample.ts';
import type { SweepOptions } from './sweep-options.ts';
import type { Tally } from './tally.ts';

/** A sweep's parts, put together: what all cells share, and how each model is asked. */
export interface WiredSweep {
  readonly context: Omit<CellContext, 'asker'> & { readonly signal: AbortSignal };
  askerFor(model: Model): ModelAsker;
  /** All cells of a model have ended: what it did not need is the others'. */
  finished(model: Model): void;
  /** How judges are asked; their accounts are the ones of `asJudge`. */
  readonly judgeAsker: Asker;
}

export function wireSweep(
  options: SweepOptions & { readonly signal: AbortSignal },
  { onEvent }: Pick<Tally, 'onEvent'>,
): WiredSweep {
  const { store, clock, random, signal, limits, timeouts, usesBatches = false } = options;
  const plan = planSpending(options);
  const models = [...plan.models.map(expectation), ...plan.judges.map(accountOfJudge)];
  const budget = createBudget({ ...limits, clock, spent: spentByAccount(store.spend()), models });
  const common = { clock, random, budget, signal, onEvent };
  const plain = createAsker({ ...common, mostRequests: options.concurrency, ...(timeouts && { timeouts }) });
  const turns = new PQueue({ concurrency: options.workers });
  return {
    context: {
      givenPictures: new Map(),
      ...options,
      grade: options.grade ?? gradeRendered,
      onEvent,
      takeTurn: (work) => turns.add(work),
    },
    judgeAsker: plain,
    finished: ({ id }) => budget.finished(id),
    askerFor: (model) => chooseAsker({ ...common, store, model, plain, usesBatches }),
  };
}

function expectation({ modelId, expectedRequests, usdPerRequest }: SpendingPlan['models'][number]) {
  return { modelId, expectedRequests, expectedUsdPerRequest: usdPerRequest };
}
