import type { ModelSummary } from '../domain/summary.ts';
import { formatTable } from './print-table.ts';

/** The scores of a run as a table, best first. */
export function formatScores(models: readonly ModelSummary[]): string {
  const sorted = [...models].sort((a, b) => (b.spatial ?? -1) - (a.spatial ?? -1));
  return formatTable([
    ['model', 'track', 'spatial', '95 %', 'full mark', 'drawn', 'clean', 'samples', 'in trouble'],
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
    ]),
  ]);
}

function percent(rate: number | null): string {
  return rate === null ? '–' : `${Math.round(rate * 100)} %`;
}
