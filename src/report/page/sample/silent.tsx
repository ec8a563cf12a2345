import { isTrouble } from '../../../domain/outcome.ts';
import type { RunInfo, RunJudge } from '../../../domain/run.ts';
import { printable } from '../../../util/printable.ts';
import type { JudgementDetails } from '../../data.ts';
import type { Sample } from '../report.ts';

interface SilentProps {
  readonly run: RunInfo;
  readonly sample: Sample;
  readonly judgements: readonly JudgementDetails[];
}

/** The judges that said nothing, and why as far as it is known. */
export function Silent({ run, sample, judgements }: SilentProps) {
  const spoke = new Set(judgements.map(({ judgeId }) => judgeId));
  const silent = (run.judges ?? []).filter(({ id }) => !spoke.has(id));
  if (silent.length === 0) return null;
  if (isTrouble(sample.outcome))
    return <p class="muted">Not judged: there is no drawing, for trouble of ours.</p>;
  if (sample.task.rubric === undefined && spoke.size === 0)
    return <p class="muted">Not judged: this task has no rubric.</p>;
  return silent.map((judge) => (
    <p key={judge.id} class="muted">
      {silenceWords(judge)}
    </p>
  ));
}

function silenceWords({ id, skipsOwnFamily }: RunJudge): string {
  const why = skipsOwnFamily ? ': it leaves out models of its maker, or was not asked yet' : '';
  return `Not judged by ${printable(id)}${why}.`;
}
