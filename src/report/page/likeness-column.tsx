import type { RunInfo } from '../../domain/run.ts';
import type { LikenessSummary } from '../../domain/summary.ts';
import { printable } from '../../util/printable.ts';
import type { Contender } from '../data.ts';
import { IntervalBar } from './interval-bar.tsx';
import type { Report } from './report.ts';
import { counted, score } from './words.ts';

/** The head of a judge's column. Each judge has its own: they are never averaged. */
export function LikenessHead({ judgeId }: { readonly judgeId: string }) {
  return (
    <th
      scope="col"
      class="likeness-head"
      title="Share of the rubric’s items that this judge finds met. It says nothing of where things are."
    >
      Likeness by <b>{printable(judgeId)}</b>
    </th>
  );
}

interface LikenessCellProps {
  readonly report: Report;
  readonly contender: Contender;
  readonly judgeId: string;
}

/** What one judge says of one contender: its mean with interval, and what is still open. */
export function LikenessCell({ report, contender, judgeId }: LikenessCellProps) {
  const row = rowOf(report, contender, judgeId);
  if (row === undefined) return <td class="likeness-cell muted">–</td>;
  const { likeness, interval, bounds, ungraded } = row;
  const unjudged = row.samples - row.scored;
  const isOpen = ungraded > 0 || unjudged > 0;
  return (
    <td class="likeness-cell">
      <div class="likeness-top">
        <span class="likeness-score">{score(likeness)}</span>
        {row.isOwnFamily && <OwnMaker />}
      </div>
      <IntervalBar
        mean={likeness}
        interval={interval}
        open={isOpen ? bounds : null}
        of={`likeness of ${printable(row.modelId)} by ${printable(judgeId)}`}
      />
      {isOpen && (
        <small title="Verdicts that the judge owes. They are no “no”: the mean is of the drawings that have all of theirs.">
          {ungraded > 0 ? `${counted(ungraded, 'verdict')} open, ` : ''}
          complete for {row.scored} of {counted(row.samples, 'drawing')}: {score(bounds.low)} to{' '}
          {score(bounds.high)}
        </small>
      )}
    </td>
  );
}

/** Says that a judge is of the maker of what it judges. */
export function OwnMaker() {
  return (
    <span
      class="own-maker"
      title="The judge is of the maker of this model. A judge may favour models of its maker; self-preference has been measured."
    >
      own maker
    </span>
  );
}

/** Where nobody judged: said once, and not where a page is of no run that could be judged. */
export function NotJudged({ run }: { readonly run: RunInfo }) {
  // Only a stored run knows what was planned; the page of a task's own drawings does not.
  if (run.planned === undefined || (run.judges ?? []).length > 0) return null;
  const canBe = run.tasks.some(({ rubric }) => rubric !== undefined);
  return (
    <p class="hint not-judged">
      Likeness was not judged in this run: only geometry was graded.
      {canBe && (
        <>
          {' '}
          <code>otterbench rejudge RUN --judge provider/model</code> adds it.
        </>
      )}
    </p>
  );
}

function rowOf(report: Report, { modelId, track }: Contender, judgeId: string): LikenessSummary | undefined {
  return report.summary.likeness?.find(
    (row) => row.judgeId === judgeId && row.modelId === modelId && row.track === track,
  );
}
