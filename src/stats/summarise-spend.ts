import type { Spend } from '../domain/run.ts';
import type { CostSummary, SpendSummary } from '../domain/summary.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';

/** Adds up what samples took. What is not known is left out, and never taken for 0. */
export function summariseSpend(spends: readonly Spend[]): SpendSummary {
  const fresh = spends.filter(({ isCached }) => !isCached);
  return {
    requests: spends.reduce((sum, { requests }) => sum + requests, 0),
    cached: spends.length - fresh.length,
    outputTokens: mean(known(fresh.map(({ usage }) => usage.outputTokens))),
    reasoningShare: reasoningShare(fresh),
    cost: summariseCost(spends),
    latencyMs: median(known(fresh.map(({ latencyMs }) => latencyMs))),
  };
}

function summariseCost(spends: readonly Spend[]): CostSummary {
  const costs = known(spends.map(({ costUsd }) => costUsd));
  const fresh = spends.filter(({ isCached }) => !isCached);
  return {
    totalUsd: costs.length === 0 ? null : costs.reduce((sum, cost) => sum + cost, 0),
    perSampleUsd: mean(known(fresh.map(({ costUsd }) => costUsd))),
    known: costs.length,
    samples: spends.length,
  };
}

function reasoningShare(spends: readonly Spend[]): number | null {
  let reasoning = 0;
  let output = 0;
  for (const { usage } of spends) {
    if (usage.reasoningTokens === null || usage.outputTokens === null) continue;
    reasoning += usage.reasoningTokens;
    output += usage.outputTokens;
  }
  return output > 0 ? Math.min(1, reasoning / output) : null;
}

function known(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}
