import { UsageError } from '../../domain/usage-error.ts';
import { judgeAccount } from '../../sweep/judging/judge.ts';
import type { SpendingPlan } from '../../sweep/plan-spending.ts';
import type { SweepLimits } from '../../sweep/run-sweep.ts';
import type { Environment } from '../environment.ts';
import { formatUsd, spanOf } from '../print-amounts.ts';
import { describeCost } from './print-plan.ts';

/** Whether the user lets the sweep begin. What costs nothing for sure is not asked about. Throws UsageError where nobody can be asked. */
export async function askConsent(
  spending: SpendingPlan,
  isAgreed: boolean,
  environment: Environment,
): Promise<boolean> {
  if (isAgreed || !mayCost(spending)) return true;
  if (!environment.canAsk) {
    throw new UsageError(
      `this sweep may cost money (${describeCost(spending)}), and there is no terminal to ask.`,
      {
        remedy: 'Add --yes to agree to it, or --dry-run to see the plan.',
      },
    );
  }
  const question = `Send ${spanOf(spending.requests, 'request')}, ${describeCost(spending)}? [y/N] `;
  return /^\s*y(es)?\s*$/i.test(await environment.ask(question));
}

function mayCost({ models, judges }: SpendingPlan): boolean {
  const isPaid = models.some(({ requests, costUsd }) => requests.most > 0 && costUsd !== 0);
  return isPaid || judges.some(({ requests, costUsd }) => requests > 0 && costUsd !== 0);
}

/** A limit on money holds only where the price is known. Throws UsageError that names the models whose price is not. */
export function requireKnownPrices({ models, judges }: SpendingPlan, { maxCostUsd }: SweepLimits): void {
  const unknown = [
    ...models.filter(({ requests, costUsd }) => requests.most > 0 && costUsd === null),
    ...judges.flatMap(({ judgeId, requests, costUsd }) =>
      requests > 0 && costUsd === null ? [{ modelId: judgeAccount(judgeId) }] : [],
    ),
  ];
  if (maxCostUsd === null || unknown.length === 0) return;
  const names = unknown.map(({ modelId }) => modelId).join(', ');
  throw new UsageError(
    `max-cost: a limit of ${formatUsd(maxCostUsd)} can't be kept, the price is not known of ${names}`,
    { remedy: 'Write the price into models.yaml, or set --max-requests instead.' },
  );
}
