import type { ModelSpend, RunSpend } from '../../store/spend.ts';
import type { BudgetOptions } from '../asking/budget.ts';
import { judgeAccount } from './judge.ts';
import type { JudgeSpending } from './plan-judging.ts';

/** What is expected of a judge, as a budget takes it. */
export function accountOfJudge({
  judgeId,
  requests,
  usdPerRequest,
}: JudgeSpending): BudgetOptions['models'][number] {
  return {
    modelId: judgeAccount(judgeId),
    expectedRequests: requests,
    expectedUsdPerRequest: usdPerRequest,
  };
}

/** What was spent on drawing and on judging, by the names of the accounts. */
export function spentByAccount({ byModel, byJudge }: RunSpend): ReadonlyMap<string, ModelSpend> {
  const ofJudges = [...byJudge].map(([id, spend]) => [judgeAccount(id), spend] as const);
  return new Map([...byModel, ...ofJudges]);
}
