import type { ModelSummary } from '../../domain/summary.ts';
import { printable } from '../../util/printable.ts';
import type { Report } from './report.ts';
import { contenderName, counted, percent, score } from './words.ts';

/** Who placed things best. Spatial and likeness stay two numbers. */
export function Scores({ report }: { readonly report: Report }) {
  const rows = [...report.summary.models].sort((a, b) => (b.spatial ?? -1) - (a.spatial ?? -1));
  return (
    <section aria-labelledby="scores-title">
      <h2 id="scores-title">Scores</h2>
      <p class="hint">
        The spatial score is the share of a scene's criteria that the drawing's own geometry meets, from 0 to
        1. The bar is its 95 % interval: where bars overlap a lot, don't call a winner.
      </p>
      <div class="scroll">
        <table class="scores">
          <thead>
            <tr>
              <th scope="col">Drawn by</th>
              <th scope="col" class="number">
                Spatial
              </th>
              <th scope="col">95 % interval</th>
              <th scope="col" class="number">
                Full marks
              </th>
              <th scope="col" class="number">
                Drawn
              </th>
              <th scope="col" class="number">
                Clean TeX
              </th>
              <th scope="col">Likeness</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ScoreRow key={`${row.modelId}|${row.track}`} report={report} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function ScoreRow({ report, row }: { readonly report: Report; readonly row: ModelSummary }) {
  const left = row.trouble > 0 ? `, ${row.trouble} left out` : '';
  return (
    <tr>
      <th scope="row">
        {contenderName(report.run, row)}
        <small>
          {counted(row.scored, 'drawing')} scored{left}
        </small>
      </th>
      <td class="number big">{score(row.spatial)}</td>
      <td>
        <IntervalBar row={row} />
      </td>
      <td class="number">{percent(row.fullRate)}</td>
      <td class="number">{percent(row.drawnRate)}</td>
      <td class="number">{percent(row.cleanRate)}</td>
      <td class="muted">not judged</td>
    </tr>
  );
}

function IntervalBar({ row }: { readonly row: ModelSummary }) {
  if (row.spatial === null) return <span class="muted">no score</span>;
  const { low, high } = row.interval ?? { low: row.spatial, high: row.spatial };
  const words = row.interval ? `${score(low)} to ${score(high)}` : 'no interval';
  return (
    <span class="interval">
      <svg
        viewBox="0 0 100 14"
        preserveAspectRatio="none"
        role="img"
        aria-label={`${printable(row.modelId)}: ${words}`}
      >
        <rect class="rail" x="0" y="6" width="100" height="2" rx="1" />
        <rect class="band" x={low * 100} y="3" width={Math.max(0.8, (high - low) * 100)} height="8" rx="2" />
        <rect class="mean" x={row.spatial * 100 - 0.6} y="0" width="1.2" height="14" rx="0.6" />
      </svg>
      <small>{words}</small>
    </span>
  );
}
