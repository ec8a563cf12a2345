import type { ModelSummary } from '../domain/summary.ts';
import { formatTime, formatUsd } from './print-amounts.ts';
import { formatTable } from './print-table.ts';

/** The scores of a run as a table, best first; with cost and time where a provider was asked. */
export function formatScores(models: readonly ModelSummary[]): string {
  const sorted = [...models].sort((a, b) => (b.spatial ?? -1) - (a.spatial ?? -1));
  // What nobody was asked for has neither a cost nor a time.
  const hasSpend = models.some(({ spend }) => spend.requests > 0 || spend.cached > 0);
  return formatTable([
    ['model', 'track', 'spatial', '95 %', 'full mark', 'drawn', 'clean', 'samples', 'in trouble'].concat(
      hasSpend ? ['cost', 'median time'] : [],
    ),
    ...sorted.map((model) => [
      model.modelId,
      model.track,
      model.spatial?.toFixed(2) ?? '–',
      model.interval ? `${model.interval.low.toFixed(2)}–${model.interval.high.toFixed(2)}` : '–',
      percent(model.fullRate),
      percent(model.drawnRate),
      percent(model.cleanRate),
      String(model.samples),
      String(model.trouble),
      ...(hasSpend ? spendCells(model.spend) : []),
    ]),
  ]);
}

function spendCells({ cost, latencyMs }: ModelSummary['spend']): string[] {
  const total = cost.totalUsd === null ? 'unknown' : formatUsd(cost.totalUsd);
  const isLowerBound = cost.totalUsd !== null && cost.known < cost.samples;
  return [`${isLowerBound ? '≥ ' : ''}${total}`, latencyMs === null ? '–' : formatTime(latencyMs)];
}

function percent(rate: number | null): string {
  return rate === null ? '–' : `${Math.round(rate * 100)} %`;
}
