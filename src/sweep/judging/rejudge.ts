import type { Model } from '../../domain/model.ts';
import type { RequestTimeouts } from '../../domain/reply.ts';
import type { RunReader } from '../../store/run-store.ts';
import { createAsker } from '../asking/ask.ts';
import { createBudget } from '../asking/budget.ts';
import type { SpendingPlan } from '../plan-spending.ts';
import type { SweepLimits } from '../sweep-options.ts';
import { judgeAccount } from './judge.ts';
import { accountOfJudge, spentByAccount } from './judge-accounts.ts';
import { type JudgingOptions, judgeRun } from './judge-run.ts';
import { isCut, type JudgingResult } from './judging-result.ts';
import { type JudgeSpending, planJudging } from './plan-judging.ts';

/** A stored run and who is to judge it. */
export interface RejudgeOptions
  extends Omit<JudgingOptions, 'asker' | 'finished' | 'drawers' | 'onEvent' | 'signal' | 'stop'> {
  readonly signal: AbortSignal;
  readonly limits: SweepLimits;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  readonly timeouts?: RequestTimeouts;
  readonly onEvent?: JudgingOptions['onEvent'];
}

/** What is judged of a stored run. */
type Rejudged = Pick<RejudgeOptions, 'judges' | 'tasks' | 'prompts' | 'isWanted' | 'comparesPairs'> & {
  readonly store: RunReader;
};

/** What judging a stored run is expected to take: a plan of which nothing is drawn. Asks nothing, writes nothing. */
export function planRejudging(options: Rejudged): SpendingPlan {
  const spending = spendingOf(options);
  const sum = (of: (one: JudgeSpending) => number): number =>
    spending.reduce((total, one) => total + of(one), 0);
  const most = sum(({ requests }) => requests);
  return {
    cells: 0,
    finished: 0,
    cached: 0,
    requests: { fewest: 0, most },
    models: [],
    judges: spending,
    costUsd: {
      known: sum(({ costUsd }) => costUsd ?? 0),
      unknownModels: spending
        .filter(({ costUsd }) => costUsd === null)
        .map(({ judgeId }) => judgeAccount(judgeId)),
    },
  };
}

function spendingOf(options: Rejudged): readonly JudgeSpending[] {
  const {
    store,
    judges,
    tasks,
    prompts: judgePrompts,
    comparesPairs = false,
    isWanted = () => true,
  } = options;
  const cells = [...store.listSummaries()].filter(isWanted);
  return planJudging({ cells, tasks, models: drawersOf(store), judges, judgePrompts, comparesPairs, store });
}

/** Judges a stored run; nothing is drawn or graded again. What is judged already is not asked again. */
export async function rejudgeRun(options: RejudgeOptions): Promise<JudgingResult> {
  const { store, clock, limits, random, concurrency, timeouts, onEvent = () => {} } = options;
  // What is shown is what was asked.
  store.updateTasks(options.tasks);
  const stopper = new AbortController();
  const signal = AbortSignal.any([options.signal, stopper.signal]);
  const spending = spendingOf(options);
  const budget = createBudget({
    ...limits,
    clock,
    spent: spentByAccount(store.spend()),
    models: spending.map(accountOfJudge),
  });
  const common = { clock, random, budget, signal, onEvent, ...(timeouts && { timeouts }) };
  const asker = createAsker({ ...common, mostRequests: concurrency });
  const result = await judgeRun({
    ...options,
    signal,
    stop: () => stopper.abort(),
    onEvent,
    asker,
    drawers: drawersOf(store),
    finished: ({ model }) => budget.finished(judgeAccount(model.id)),
  });
  const { planned, finished } = store.counts();
  if (planned === finished && !isCut(result)) store.finish(new Date(clock.now()).toISOString());
  return result;
}

function drawersOf(store: RunReader): readonly Pick<Model, 'id' | 'facts'>[] {
  return store.runInfo().models.map(({ id, facts }) => ({ id, facts: facts ?? null }));
}
