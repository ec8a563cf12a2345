import type { BlindName, JudgedVerdict } from '../domain/judgement.ts';
import type { RunInfo, SampleSummary } from '../domain/run.ts';
import type { VerdictOutcome } from '../domain/verdict.ts';
import { type CellColumns, cellColumns, contextOf } from './export-rows.ts';

/** What one judge says of one item of one sample's drawing. */
export interface JudgementExport extends CellColumns {
  readonly judge: string;
  readonly item: string;
  readonly skill: string;
  readonly weight: number;
  readonly outcome: VerdictOutcome;
  /** The answer of each vote, or its trouble: `yes yes unsure`, `no unparsable`. Null where nobody was asked. */
  readonly votes: string | null;
  /** The sentence of each vote, with ` | ` between; where nobody was asked, why. */
  readonly evidence: string;
  /** What it saw before it was asked: names with commas, votes with ` | ` between. Null where it was not asked, or said nothing. */
  readonly blindNames: string | null;
  /** Of the whole drawing by this judge; null while a verdict is open. */
  readonly likeness: number | null;
  /** The judge is of the maker of the model that drew. */
  readonly ownFamily: boolean;
}

/** One row a sample, judge and item, in this order; none for samples that nobody judged. */
export function* judgementRows(run: RunInfo, samples: Iterable<SampleSummary>): Generator<JudgementExport> {
  const lookUp = contextOf(run);
  for (const sample of samples) {
    const cell = cellColumns(sample, { run: run.id, suite: lookUp(sample).suite });
    for (const { judgeId, likeness, isOwnFamily, verdicts, blindNames } of sample.judgements ?? []) {
      const ofJudge = { blindNames: namesIn(blindNames), likeness, ownFamily: isOwnFamily };
      for (const verdict of verdicts) yield { ...cell, judge: judgeId, ...itemColumns(verdict), ...ofJudge };
    }
  }
}

function itemColumns({ id, skill, weight, outcome, reason, votes }: JudgedVerdict) {
  const isAsked = votes.length > 0;
  return {
    item: id,
    skill,
    weight,
    outcome,
    votes: isAsked ? votes.map(({ answer, trouble }) => answer ?? trouble).join(' ') : null,
    evidence: isAsked ? votes.map(({ evidence }) => evidence).join(' | ') : reason,
  };
}

function namesIn(blindNames: readonly BlindName[]): string | null {
  const named = blindNames.flatMap(({ things }) => (things === null ? [] : [things.join(', ')]));
  return named.length === 0 ? null : named.join(' | ');
}
