import { type JudgedVerdict, ownOutcome } from '../domain/judgement.ts';
import type { Interval } from '../domain/summary.ts';
import { groupBy } from './mean.ts';
import { wilsonInterval } from './wilson.ts';

/** A judge's verdict on a drawing of which it is known what is right. */
export interface TrialVerdict {
  /** Of the item. */
  readonly id: string;
  /** Whether the item should be met. */
  readonly isRight: boolean;
  readonly verdict: Pick<JudgedVerdict, 'votes'>;
}

/** How often a judge was right about an item itself, whatever the item needs. Open answers are in neither number. */
export interface HitRate {
  readonly right: number;
  readonly of: number;
  /** 95 %, Wilson: each drawing counts as a trial of its own. Null without any, and over all items: those of one drawing hang together. */
  readonly interval: Interval | null;
}

/** How a judge did on one item over all drawings that have it. */
export interface TrialRow {
  readonly id: string;
  /** Of the drawings that should be met: the true positive rate. */
  readonly shouldBeMet: HitRate;
  /** Of those that should not: the true negative rate. */
  readonly shouldNotBeMet: HitRate;
  /** Votes that were `unsure`. */
  readonly unsure: number;
  /** Verdicts that are open, for trouble of the judge. */
  readonly ungraded: number;
}

/** How a judge did, item by item, and over all of them (id `all`), which comes last. Items come in the order of the verdicts. */
export function judgeTrial(verdicts: readonly TrialVerdict[]): readonly TrialRow[] {
  const rows = [...groupBy(verdicts, ({ id }) => id)].map(([id, ofItem]) => rowOf(id, ofItem));
  return [...rows, withoutIntervals(rowOf('all', verdicts))];
}

function withoutIntervals(row: TrialRow): TrialRow {
  const [shouldBeMet, shouldNotBeMet] = [row.shouldBeMet, row.shouldNotBeMet];
  return {
    ...row,
    shouldBeMet: { ...shouldBeMet, interval: null },
    shouldNotBeMet: { ...shouldNotBeMet, interval: null },
  };
}

function rowOf(id: string, verdicts: readonly TrialVerdict[]): TrialRow {
  const graded = verdicts.filter(({ verdict }) => ownOutcome(verdict) !== null);
  const votes = verdicts.flatMap(({ verdict }) => verdict.votes);
  return {
    id,
    shouldBeMet: hitRate(graded.filter(({ isRight }) => isRight)),
    shouldNotBeMet: hitRate(graded.filter(({ isRight }) => !isRight)),
    unsure: votes.filter(({ answer }) => answer === 'unsure').length,
    ungraded: verdicts.length - graded.length,
  };
}

function hitRate(verdicts: readonly TrialVerdict[]): HitRate {
  const right = verdicts.filter(({ isRight, verdict }) => isRight === (ownOutcome(verdict) === 'met')).length;
  return { right, of: verdicts.length, interval: wilsonInterval(right, verdicts.length) };
}
