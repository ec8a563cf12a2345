import { describe, expect, it } from 'vitest';
import { askConsent, requireKnownPrices } from '../../../src/cli/run/consent.ts';
import { planLines } from '../../../src/cli/run/print-plan.ts';
import { type RunRequest, USUAL } from '../../../src/cli/run/request.ts';
import { UsageError } from '../../../src/domain/usage-error.ts';
import type { SpendingPlan } from '../../../src/sweep/plan-spending.ts';
import { listeningEnvironment } from '../listening-environment.ts';

type ModelSpending = SpendingPlan['models'][number];

const HOSTED: ModelSpending = {
  modelId: 'openai/gpt-5',
  cells: 20,
  finished: 2,
  cached: 3,
  requests: { fewest: 15, most: 54 },
  expectedRequests: 36,
  inputTokens: 14_400,
  outputTokens: 108_000,
  costUsd: 1.8492,
  usdPerRequest: 0.05,
  basis: '3,000 output tokens guessed for a reasoning model; models.dev, read 2026-07-02',
};
const LOCAL: ModelSpending = { ...HOSTED, modelId: 'ollama/qwen3', costUsd: 0, finished: 0, cached: 0 };
const UNPRICED: ModelSpending = { ...LOCAL, modelId: 'compatible/lab', costUsd: null };
const BUNDLED: ModelSpending = {
  ...LOCAL,
  modelId: 'bundled/good',
  requests: { fewest: 0, most: 0 },
  expectedRequests: 0,
};

function planOf(...models: readonly ModelSpending[]): SpendingPlan {
  const sum = (of: (one: ModelSpending) => number): number => models.reduce((all, one) => all + of(one), 0);
  return {
    cells: sum(({ cells }) => cells),
    finished: sum(({ finished }) => finished),
    cached: sum(({ cached }) => cached),
    requests: { fewest: sum(({ requests }) => requests.fewest), most: sum(({ requests }) => requests.most) },
    models,
    judges: [],
    costUsd: {
      known: sum(({ costUsd }) => costUsd ?? 0),
      unknownModels: models.filter(({ costUsd }) => costUsd === null).map(({ modelId }) => modelId),
    },
  };
}

const REQUEST: RunRequest = { ...USUAL, models: [], directory: '/home/otter/reports/x', workers: 2 };
const PLACE = { tasks: 10, workingDirectory: '/home/otter', spent: null };
const linesOf = (plan: SpendingPlan, changes: Partial<RunRequest> = {}): string[] =>
  planLines(plan, { ...REQUEST, ...changes }, PLACE);

describe('the plan', () => {
  it('says what is to be asked, what that may cost and on what the estimate rests', () => {
    const limits = { maxCostUsd: 5, maxRequests: 500, maxMinutes: null };
    const lines = linesOf(planOf(HOSTED, LOCAL, UNPRICED, BUNDLED), {
      limits,
      tracks: ['blind', 'repair'],
    });
    expect(lines.join('\n').split('\n')).toEqual([
      '80 samples of 10 tasks: openai/gpt-5 (20), ollama/qwen3 (20), compatible/lab (20), bundled/good (20); in reports/x',
      'Tracks: blind, repair (at most 3 requests a sample)',
      'model           to do  requests  tokens in  tokens out  cost',
      'openai/gpt-5       18     15–54     14,400     108,000  $1.85',
      'ollama/qwen3       20     15–54     14,400     108,000  $0',
      'compatible/lab     20     15–54     14,400     108,000  unknown',
      '  openai/gpt-5: 3,000 output tokens guessed for a reasoning model; models.dev, read 2026-07-02',
      '  ollama/qwen3: 3,000 output tokens guessed for a reasoning model; models.dev, read 2026-07-02',
      '  compatible/lab: 3,000 output tokens guessed for a reasoning model; models.dev, read 2026-07-02',
      '2 samples finished already, 3 first answers in the cache.',
      'In all 45–162 requests, about $1.85 and what compatible/lab costs, which is not known.',
      'Limits: $5.00, 500 requests.',
    ]);
  });

  it('is one line where nobody is asked', () => {
    expect(linesOf(planOf(BUNDLED))).toEqual(['20 samples of 10 tasks: bundled/good (20); in reports/x']);
  });

  it.each([
    [{ requests: 40, costUsd: 1.2, unknownCosts: 0 }, ['This run has taken 40 requests and $1.20 so far.']],
    [{ requests: 1, costUsd: 0, unknownCosts: 1 }, ['This run has taken 1 request and at least $0 so far.']],
    [{ requests: 0, costUsd: 0, unknownCosts: 0 }, []],
  ])('says what the run has taken before: %j', (spent, lines) => {
    const told = planLines(planOf(LOCAL), REQUEST, { ...PLACE, spent });
    expect(told.filter((line) => line.startsWith('This run has taken'))).toEqual(lines);
  });

  it.each([
    [{ maxCostUsd: 1.5, maxRequests: null, maxMinutes: null }, 1],
    [{ maxCostUsd: null, maxRequests: 14, maxMinutes: null }, 1],
    [{ maxCostUsd: 2, maxRequests: 15, maxMinutes: 1 }, 0],
  ])('says so where a limit is below what is expected: %j', (limits, count) => {
    const told = linesOf(planOf(HOSTED), { limits }).filter((line) =>
      line.startsWith('The limits are below'),
    );
    expect(told).toHaveLength(count);
  });

  it('says how to set a limit where there is none', () => {
    expect(linesOf(planOf(LOCAL)).slice(-2)).toEqual([
      'In all 15–54 requests, which cost nothing.',
      'No limit is set; --max-cost, --max-requests and --max-minutes set one.',
    ]);
  });
});

describe('consent', () => {
  it.each([
    ['y', true],
    [' Yes ', true],
    ['n', false],
    ['', false],
    ['yesterday', false],
  ])('to what costs money is asked on a terminal: %j means %j', async (answer, isAgreed) => {
    const questions: string[] = [];
    const ask = async (question: string) => {
      questions.push(question);
      return answer;
    };
    const environment = listeningEnvironment({ canAsk: true, ask });
    expect(await askConsent(planOf(HOSTED), false, environment)).toBe(isAgreed);
    expect(questions).toEqual(['Send 15–54 requests, about $1.85? [y/N] ']);
  });

  it.each([
    ['models of this machine', planOf(LOCAL)],
    ['drawings that ship', planOf(BUNDLED)],
    ['a sweep that is finished', planOf({ ...HOSTED, requests: { fewest: 0, most: 0 } })],
  ])('to %s is not asked for', async (_what, plan) => {
    expect(await askConsent(plan, false, listeningEnvironment())).toBe(true);
  });

  it('was given by --yes', async () => {
    expect(await askConsent(planOf(HOSTED, UNPRICED), true, listeningEnvironment())).toBe(true);
  });

  it.each([
    ['money', planOf(HOSTED), 'about $1.85'],
    ['nobody knows what', planOf(UNPRICED), 'at what compatible/lab costs, which is not known'],
  ])('is wanted by --yes where nobody can be asked and it costs %s', async (_what, plan, cost) => {
    const asked = askConsent(plan, false, listeningEnvironment());
    await expect(asked).rejects.toEqual(
      new UsageError(`this sweep may cost money (${cost}), and there is no terminal to ask.`, {
        remedy: 'Add --yes to agree to it, or --dry-run to see the plan.',
      }),
    );
  });
});

describe('a limit on money', () => {
  it('is refused where a price is not known, naming the model and what to do', () => {
    const limits = { maxCostUsd: 5, maxRequests: null, maxMinutes: null };
    expect(() => requireKnownPrices(planOf(HOSTED, UNPRICED), limits)).toThrow(
      "max-cost: a limit of $5.00 can't be kept, the price is not known of compatible/lab",
    );
    expect(requireKnownPrices(planOf(HOSTED, LOCAL), limits)).toBeUndefined();
    expect(requireKnownPrices(planOf(UNPRICED), USUAL.limits)).toBeUndefined();
  });
});
