import type { ModelSummary } from '../../domain/summary.ts';
import { printable } from '../../util/printable.ts';
import { AboutJudges } from './about-judges.tsx';
import { AboutModels } from './about-models.tsx';
import { IntervalBar } from './interval-bar.tsx';
import { LikenessCell, LikenessHead, NotJudged } from './likeness-column.tsx';
import { factWords, ownSettingWords } from './model-words.ts';
import { Pairs } from './pairs.tsx';
import type { Report } from './report.ts';
import { type SpendColumn, spendColumns } from './spend-columns.tsx';
import { contenderName, counted, percent, score } from './words.ts';

/** Who placed things best, and what it took. */
export function Scores({ report }: { readonly report: Report }) {
  const rows = [...report.summary.models].sort((a, b) => (b.spatial ?? -1) - (a.spatial ?? -1));
  const columns = spendColumns(rows);
  const judgeIds = (report.run.judges ?? []).map(({ id }) => id);
  const isShort = columns.length === 0 && judgeIds.length === 0;
  return (
    <section aria-labelledby="scores-title">
      <h2 id="scores-title">Scores</h2>
      <p class="hint">
        The spatial score is the share of a scene's criteria that the drawing's own geometry meets, from 0 to
        1. The bar is its 95 % interval: where bars overlap a lot, don't call a winner.
        {judgeIds.length > 0 &&
          ' Likeness is what a vision model sees in the picture, judge by judge; it is never mixed into the spatial score.'}
      </p>
      <NotJudged run={report.run} />
      <div class="scroll">
        <table class={isShort ? 'scores short' : 'scores'}>
          <thead>
            <tr>
              <th scope="col">Drawn by</th>
              <NumberHead words="Spatial" />
              <th scope="col">95 % interval</th>
              {judgeIds.map((judgeId) => (
                <LikenessHead key={judgeId} judgeId={judgeId} />
              ))}
              <NumberHead words="Full marks" />
              <NumberHead words="Drawn" />
              <NumberHead words="Clean TeX" />
              {columns.map(({ head, hint }) => (
                <NumberHead key={head} words={head} hint={hint} />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <ScoreRow
                key={`${row.modelId}|${row.track}`}
                report={report}
                row={row}
                columns={columns}
                judgeIds={judgeIds}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Pairs report={report} />
      <AboutModels run={report.run} />
      <AboutJudges report={report} />
    </section>
  );
}

function NumberHead({ words, hint }: { readonly words: string; readonly hint?: string }) {
  return (
    <th scope="col" class="number" title={hint}>
      {words}
    </th>
  );
}

interface ScoreRowProps {
  readonly report: Report;
  readonly row: ModelSummary;
  readonly columns: readonly SpendColumn[];
  readonly judgeIds: readonly string[];
}

function ScoreRow({ report, row, columns, judgeIds }: ScoreRowProps) {
  const left = row.trouble > 0 ? `, ${row.trouble} left out` : '';
  return (
    <tr>
      <th scope="row">
        {contenderName(report.run, row)}
        <ModelLines report={report} modelId={row.modelId} />
        <small>
          {counted(row.scored, 'drawing')} scored{left}
        </small>
        <RepeatLine report={report} row={row} />
      </th>
      <td class="number big">{score(row.spatial)}</td>
      <td>
        <IntervalBar mean={row.spatial} interval={row.interval} of={printable(row.modelId)} />
      </td>
      {judgeIds.map((judgeId) => (
        <LikenessCell key={judgeId} report={report} contender={row} judgeId={judgeId} />
      ))}
      <td class="number">{percent(row.fullRate)}</td>
      <td class="number">{percent(row.drawnRate)}</td>
      <td class="number">{percent(row.cleanRate)}</td>
      {columns.map(({ head, cell }) => (
        <td key={head} class="number">
          {cell(row.spend)}
        </td>
      ))}
    </tr>
  );
}

/** A model that repeats itself was asked less often than it seems. */
function RepeatLine({ report, row }: Pick<ScoreRowProps, 'report' | 'row'>) {
  const found = report.summary.repeats?.find(
    ({ modelId, track }) => modelId === row.modelId && track === row.track,
  );
  if (!found || found.repeated === 0) return null;
  return (
    <small title="These show the same as an earlier sample of the same task: its samples are fewer than they seem.">
      repeats itself: {found.repeated} of {counted(found.samples, 'sample')}
    </small>
  );
}

function ModelLines({ report, modelId }: { readonly report: Report; readonly modelId: string }) {
  const model = report.run.models.find(({ id }) => id === modelId);
  if (!model) return null;
  const lines = [factWords(model.facts), ownSettingWords(report.run, model)];
  return lines
    .filter((words) => words.length > 0)
    .map((words) => <small key={words.join()}>{words.join(' · ')}</small>);
}
