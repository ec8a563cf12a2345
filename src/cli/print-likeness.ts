import type { LikenessSummary } from '../domain/summary.ts';
import { formatTable } from './print-table.ts';

/** Likeness as a table, a judge and a model in each row, best first within a judge. Never in one table with spatial scores. */
export function formatLikeness(rows: readonly LikenessSummary[]): string {
  const sorted = [...rows].sort(
    (a, b) => order(a.judgeId, b.judgeId) || (b.likeness ?? -1) - (a.likeness ?? -1),
  );
  return formatTable([
    ['judge', 'model', 'track', 'likeness', '95 %', 'drawings', 'open verdicts'],
    ...sorted.map((row) => [
      row.judgeId,
      `${row.modelId}${row.isOwnFamily ? ' (of its maker)' : ''}`,
      row.track,
      row.likeness?.toFixed(2) ?? '–',
      row.interval ? `${row.interval.low.toFixed(2)}–${row.interval.high.toFixed(2)}` : '–',
      `${row.scored} of ${row.samples}`,
      String(row.ungraded),
    ]),
  ]);
}

function order(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
