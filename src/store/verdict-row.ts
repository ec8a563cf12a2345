import type { Verdict } from '../domain/verdict.ts';

/** A row of `verdicts`. */
export type VerdictRow = Omit<Verdict, 'check' | 'evidence' | 'turn'> & {
  readonly check_name: string;
  readonly evidence: string;
  readonly turn: number | null;
};

/** The verdict that a row holds. */
export function toVerdict(row: VerdictRow): Verdict {
  return {
    id: row.id,
    check: row.check_name,
    skill: row.skill,
    weight: row.weight,
    ...(row.turn !== null && { turn: row.turn }),
    outcome: row.outcome,
    margin: row.margin,
    reason: row.reason,
    evidence: JSON.parse(row.evidence),
  };
}
