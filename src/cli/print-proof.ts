import type { Task } from '../domain/task.ts';
import type { MutantProof } from '../sweep/mutants/prove-mutants.ts';
import { type ProofSummary, summariseProofs } from '../sweep/proof/summary.ts';
import { isKilled, type TaskProof } from '../sweep/prove-task.ts';
import { formatTable } from './print-table.ts';

/** What a task's proof says, for a person. */
export function describeProof(proof: TaskProof, task: Task): string {
  const { mutants } = proof;
  const made = `${proof.drawings.length} drawings${mutants === null ? '' : `, ${summariseProofs([proof]).mutants} mutants`}`;
  return [
    `${proof.isProven ? '✓' : '✗'} ${proof.taskId} (${made})`,
    ...describeDrawings(proof),
    ...(mutants === null
      ? describeUntested(proof, task)
      : [...describeCriteria(proof), ...mutants.flatMap(describeMutants)]),
  ].join('\n');
}

/** One line about all of them: how many criteria can fail, and how often one fails that should not. */
export function describeSummary({
  criteria,
  killed,
  untouched,
  falseFlips,
  survivors,
}: ProofSummary): string {
  const rate = criteria === 0 ? '' : ` (${((100 * killed) / criteria).toFixed(1)} %)`;
  return [
    `${killed} of ${criteria} criteria are shown to be able to fail${rate}`,
    `${falseFlips} of ${untouched} verdicts on what a mutant leaves alone fail`,
    ...(survivors === 0 ? [] : [`${survivors} criteria are met that must fail`]),
  ].join('; ');
}

function describeDrawings({ drawings }: TaskProof): string[] {
  return drawings
    .filter((drawing) => !drawing.isProven)
    .flatMap(({ file, outcome, clean, reason, survived, unexpected, misread }) => [
      ...(outcome === 'drawn' ? [] : [`  ${file}: expected a drawing, got ${outcome}: ${reason}`]),
      ...(clean === false ? [`  ${file}: TeX reports errors`] : []),
      ...survived.map((id) => `  ${file}: ${id} should fail, but is met`),
      ...unexpected.map(({ id, reason: why }) => `  ${file}: ${id} should be met, but is not: ${why}`),
      ...(misread === undefined
        ? []
        : [
            `  ${file}: should be read as ${misread.expected}, but is read as ${misread.got ?? 'none of the readings'}`,
          ]),
    ]);
}

function describeUntested({ criteria }: TaskProof, { subjects }: Task): string[] {
  // That a subject must be there is the same in all tasks, and is tested with its check.
  const implied = new Set(Object.keys(subjects).map((name) => `${name}-there`));
  const untested = criteria.filter(({ id, killedBy }) => killedBy.length === 0 && !implied.has(id));
  if (untested.length === 0) return [];
  return [`  not shown to be able to fail: ${untested.map(({ id }) => id).join(', ')}`];
}

function describeCriteria({ criteria }: TaskProof): string[] {
  const rows = criteria.map((criterion) => {
    const { id, killedBy, mutantKills } = criterion;
    const byMutants = mutantKills === 1 ? '1 mutant' : `${mutantKills} mutants`;
    const killers = [...killedBy, ...(mutantKills > 0 ? [byMutants] : [])];
    return [id, isKilled(criterion) ? killers.join(', ') : 'nothing: not shown to be able to fail'];
  });
  const table = formatTable([['criterion', 'killed by'], ...rows]);
  return table.split('\n').map((line) => `  ${line}`);
}

function describeMutants({ file, unmade, survivors, falseFlips, unread }: MutantProof): string[] {
  return [
    ...(unmade === null ? [] : [`  ${file}: no mutants: ${unmade}`]),
    ...survivors.map(({ id, mutant }) => `  ${file}, ${mutant}: ${id} should fail, but is met`),
    ...falseFlips.map(
      ({ id, mutant, reason }) =>
        `  ${file}, ${mutant}: ${id} fails, though nothing changed for it: ${reason}`,
    ),
    ...unread.map(({ mutant, reason }) => `  ${file}, ${mutant}: not read: ${reason}`),
  ];
}
