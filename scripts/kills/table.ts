import { summariseProofs } from '../../src/sweep/proof/summary.ts';
import { isKilled, type TaskProof } from '../../src/sweep/prove-task.ts';

/** The tables of docs/proof.md: what kills the criteria of each check, and what each kind of mutant does. */
export function formatKills(proofs: readonly TaskProof[]): string {
  const { criteria, killed, mutants, untouched, falseFlips, survivors } = summariseProofs(proofs);
  const drawings = proofs.flatMap((proof) => proof.drawings);
  const good = proofs.flatMap((proof) => proof.mutants ?? []);
  const possible = sum(good.map((each) => each.possible));
  return [
    `${proofs.length} tasks, ${drawings.length} known drawings, ${good.length} of them good ones that were broken; ${mutants} mutants read of ${possible} that could have been.`,
    '',
    `**Killed: ${killed} of ${criteria} criteria (${percent(killed, criteria)}). Flips that should not be: ${falseFlips} of ${untouched} verdicts (${percent(falseFlips, untouched)}). Criteria that a mutant must break and did not: ${survivors}.**`,
    '',
    '| check | criteria | by bad drawings | by mutants | by either |',
    '|---|--:|--:|--:|--:|',
    ...checkRows(proofs),
    '',
    '| mutation | mutants | that kill something | criteria killed | flips that should not be |',
    '|---|--:|--:|--:|--:|',
    ...kindRows(proofs),
  ].join('\n');
}

function checkRows(proofs: readonly TaskProof[]): readonly string[] {
  const criteria = proofs.flatMap((proof) => proof.criteria);
  return [...new Set(criteria.map(({ check }) => check))].sort().map((check) => {
    const own = criteria.filter((criterion) => criterion.check === check);
    const byDrawing = own.filter(({ killedBy }) => killedBy.length > 0).length;
    const byMutant = own.filter(({ mutantKills }) => mutantKills > 0).length;
    return row([check, own.length, byDrawing, byMutant, own.filter(isKilled).length]);
  });
}

function kindRows(proofs: readonly TaskProof[]): readonly string[] {
  const broken = proofs.flatMap((proof) => proof.mutants ?? []);
  const kinds = new Set(broken.flatMap((each) => Object.keys(each.kinds)));
  return [...kinds].sort().map((kind) => {
    const isOwn = (mutant: string) => mutant === kind || mutant.startsWith(`${kind} `);
    const killers = broken.map(({ kills }) => Object.values(kills).flat().filter(isOwn));
    const flips = broken.flatMap(({ falseFlips }) => falseFlips.filter(({ mutant }) => isOwn(mutant)));
    return row([
      kind,
      sum(broken.map((each) => each.kinds[kind] ?? 0)),
      sum(killers.map((names) => new Set(names).size)),
      sum(killers.map((names) => names.length)),
      flips.length,
    ]);
  });
}

function row(cells: readonly (string | number)[]): string {
  return `| ${cells.join(' | ')} |`;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(2)} %`;
}
