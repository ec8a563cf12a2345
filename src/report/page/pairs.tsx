import type { PairSummary } from '../../domain/summary.ts';
import { printable } from '../../util/printable.ts';
import { OwnMaker } from './likeness-column.tsx';
import { flipWords } from './pair-words.ts';
import type { Report } from './report.ts';
import { counted } from './words.ts';

/** With more rows than this a judge's block is folded. */
const MOST_OPEN = 6;

/** Which of two drawings each judge finds better, model against model; nothing where no pairs were compared. */
export function Pairs({ report }: { readonly report: Report }) {
  const { pairs = [] } = report.summary;
  if (pairs.length === 0) return null;
  const byJudge = Map.groupBy(pairs, ({ judgeId }) => judgeId);
  return (
    <section class="pairs" aria-labelledby="pairs-title">
      <h3 id="pairs-title">Pair by pair</h3>
      <p class="hint">
        Which of two drawings of one task a judge finds better, asked in both orders: where these disagree it
        is a tie. It is no part of any score.
      </p>
      <Legend isAnyOpen={pairs.some(({ ungraded }) => ungraded > 0)} />
      {[...byJudge].map(([judgeId, rows]) => (
        <JudgePairs key={judgeId} {...{ report, judgeId, rows }} />
      ))}
    </section>
  );
}

function Legend({ isAnyOpen }: { readonly isAnyOpen: boolean }) {
  return (
    <ul class="legend">
      <li>
        <i class="swatch pair-first" /> the one on the left is better
      </li>
      <li>
        <i class="swatch pair-tie" /> tie
      </li>
      <li>
        <i class="swatch pair-second" /> the one on the right is better
      </li>
      {isAnyOpen && (
        <li>
          <i class="swatch pair-open" /> open: the judge owes an answer
        </li>
      )}
    </ul>
  );
}

interface JudgePairsProps {
  readonly report: Report;
  readonly judgeId: string;
  readonly rows: readonly PairSummary[];
}

function JudgePairs({ report, judgeId, rows }: JudgePairsProps) {
  const flips = flipWords(rows);
  return (
    <details class="judge-pairs" open={rows.length <= MOST_OPEN}>
      <summary>
        <b>{printable(judgeId)}</b>
        {flips && (
          <span class="flips" title="These are among the ties. The more of them, the less its choices say.">
            ⚠ {flips}
          </span>
        )}
      </summary>
      {[...Map.groupBy(rows, ({ track }) => track)].map(([track, ofTrack]) => (
        <div key={track}>
          {report.run.tracks.length > 1 && <p class="hint">{track}</p>}
          <ul class="pair-rows">
            {ofTrack.map((row) => (
              <PairRow key={row.models.join('|')} report={report} row={row} />
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

function PairRow({ report, row }: { readonly report: Report; readonly row: PairSummary }) {
  const [first, second] = row.models;
  return (
    <li>
      <PairName report={report} row={row} modelId={first} />
      <PairBar row={row} />
      <PairName report={report} row={row} modelId={second} />
    </li>
  );
}

interface PairNameProps {
  readonly report: Report;
  readonly row: PairSummary;
  readonly modelId: string;
}

function PairName({ report, row: { judgeId, track }, modelId }: PairNameProps) {
  const isOwn = report.summary.likeness?.some(
    (row) => row.isOwnFamily && row.judgeId === judgeId && row.modelId === modelId && row.track === track,
  );
  return (
    <span class="pair-name">
      {printable(modelId)}
      {isOwn && <OwnMaker />}
    </span>
  );
}

function PairBar({ row }: { readonly row: PairSummary }) {
  const [first, second] = row.models.map(printable);
  const slices = [
    { kind: 'first', value: row.firstWins, words: `${first} is better` },
    { kind: 'tie', value: row.ties, words: 'tie' },
    { kind: 'second', value: row.secondWins, words: `${second} is better` },
    { kind: 'open', value: row.ungraded, words: 'open' },
  ].filter(({ value }) => value > 0);
  return (
    <ul class="bar">
      {slices.map(({ kind, value, words }) => (
        <li key={kind} class={`pair-${kind}`} style={{ flexGrow: value }} title={`${words}: ${value}`}>
          <span aria-hidden="true">{value}</span>
          <span class="only-heard">{`${counted(value, 'pair')}: ${words}`}</span>
        </li>
      ))}
    </ul>
  );
}
