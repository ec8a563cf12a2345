import { isKilled, type TaskProof } from '../prove-task.ts';

/** What proofs come to. */
export interface ProofSummary {
  readonly criteria: number;
  /** How many a bad drawing or a mutant can fail. */
  readonly killed: number;
  readonly mutants: number;
  /** How many verdicts there were on criteria that a mutant leaves alone. */
  readonly untouched: number;
  /** How many of those failed all the same. */
  readonly falseFlips: number;
  /** How many verdicts must have been "unmet" and were not. */
  readonly survivors: number;
}

/** Adds proofs up. */
export function summariseProofs(proofs: readonly TaskProof[]): ProofSummary {
  const criteria = proofs.flatMap((proof) => proof.criteria);
  const mutants = proofs.flatMap((proof) => proof.mutants ?? []);
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    criteria: criteria.length,
    killed: criteria.filter(isKilled).length,
    mutants: sum(mutants.map((each) => each.mutants)),
    untouched: sum(mutants.map((each) => each.untouched)),
    falseFlips: sum(mutants.map((each) => each.falseFlips.length)),
    survivors: sum(mutants.map((each) => each.survivors.length)),
  };
}
