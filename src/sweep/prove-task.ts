import type { Outcome } from '../domain/outcome.ts';
import type { Rendered } from '../domain/rendered.ts';
import { type CheckSpec, isGood, type KnownDrawing, pathsOf, type Task } from '../domain/task.ts';
import type { Grade } from '../domain/verdict.ts';
import type { Reached } from '../grade/grade.ts';
import { type GradedTurn, gradeTurns } from './grade-turns.ts';
import type { GoodDrawing } from './mutants/mutants-of.ts';
import type { MutantOptions, MutantProof } from './mutants/prove-mutants.ts';
import type { RenderOptions } from './render-drawing.ts';

/** What it takes to prove a task; `readDrawing` gives the text of a drawing by its path. */
export interface ProofOptions extends Omit<RenderOptions, 'subjects'> {
  readonly readDrawing: (path: string) => Promise<string>;
  readonly grade?: (task: Task, rendered: Rendered, reached?: Reached) => Grade;
  /** Breaks each proven good drawing in many ways; no mutants without it. */
  readonly proveMutants?: (task: Task, good: GoodDrawing, options: MutantOptions) => Promise<MutantProof>;
}

/** A known drawing against what the task says of it. */
export interface DrawingProof {
  readonly file: string;
  /** Drawn without a TeX error, and exactly the listed criteria are unmet. */
  readonly isProven: boolean;
  readonly outcome: Outcome;
  readonly clean: boolean | null;
  readonly reason: string;
  /** Ids that should fail and do not. */
  readonly survived: readonly string[];
  /** Ids that fail and should not, with the reason of each. */
  readonly unexpected: readonly { readonly id: string; readonly reason: string }[];
  /** What it says that it is read as, and what it is read as; left out where they agree. */
  readonly misread?: { readonly expected: string; readonly got: string | null };
}

/** A task against its own drawings. */
export interface TaskProof {
  readonly taskId: string;
  /** Every drawing is proven and, when there were mutants, each criterion can be failed. */
  readonly isProven: boolean;
  readonly drawings: readonly DrawingProof[];
  readonly criteria: readonly CriterionProof[];
  /** One for each proven good drawing; null when mutants were not asked for. */
  readonly mutants: readonly MutantProof[] | null;
}

/** What shows that a criterion can fail. */
export interface CriterionProof {
  readonly id: string;
  readonly check: string;
  /** Files of the proven bad drawings that fail it. */
  readonly killedBy: readonly string[];
  /** How many mutants fail it. */
  readonly mutantKills: number;
}

/** Whether something shows that it can fail. */
export function isKilled({ killedBy, mutantKills }: CriterionProof): boolean {
  return killedBy.length + mutantKills > 0;
}

/** Grades a task's known drawings: each must fail exactly what it says, the good ones nothing. */
export async function proveTask(task: Task, options: ProofOptions): Promise<TaskProof> {
  const drawings: DrawingProof[] = [];
  const good: GoodDrawing[] = [];
  for (const known of task.drawings) {
    options.signal?.throwIfAborted();
    const { proof, turns } = await proveDrawing(known, { ...options, task });
    drawings.push(proof);
    if (proof.isProven && isGood(known)) good.push(...goodDrawings(known, turns));
  }
  const mutants = await proveAllMutants(task, good, { ...options, killed: killedBy(task, drawings) });
  const criteria = task.checks.map((spec) =>
    criterionProof(spec, { task, drawings, mutants: mutants ?? [] }),
  );
  const isProven =
    drawings.every((drawing) => drawing.isProven) && (mutants === null || criteria.every(isKilled));
  return { taskId: task.id, isProven, drawings, criteria, mutants };
}

async function proveAllMutants(
  task: Task,
  good: readonly GoodDrawing[],
  { proveMutants, reader, signal, killed }: ProofOptions & { readonly killed: ReadonlySet<string> },
): Promise<readonly MutantProof[] | null> {
  if (proveMutants === undefined) return null;
  const proofs: MutantProof[] = [];
  for (const drawing of good) {
    const known = new Set([...killed, ...proofs.flatMap(({ kills }) => Object.keys(kills))]);
    proofs.push(await proveMutants(task, drawing, { reader, killed: known, ...(signal && { signal }) }));
  }
  return proofs;
}

/** Criteria that a proven bad drawing fails. */
function killedBy({ drawings: known }: Task, proofs: readonly DrawingProof[]): ReadonlySet<string> {
  const proven = new Set(proofs.filter(({ isProven }) => isProven).map(({ file }) => file));
  return new Set(known.filter(({ file }) => proven.has(file)).flatMap(({ fails }) => fails));
}

function criterionProof(
  { id, check }: CheckSpec,
  {
    task,
    drawings,
    mutants,
  }: {
    readonly task: Task;
    readonly drawings: readonly DrawingProof[];
    readonly mutants: readonly MutantProof[];
  },
): CriterionProof {
  const proven = new Set(drawings.filter(({ isProven }) => isProven).map(({ file }) => file));
  const killers = task.drawings.filter(({ file, fails }) => proven.has(file) && fails.includes(id));
  const mutantKills = mutants.reduce((sum, { kills }) => sum + (kills[id]?.length ?? 0), 0);
  return { id, check, killedBy: killers.map(({ file }) => file), mutantKills };
}

/** One for each turn, so that mutants break each of them. */
function goodDrawings({ file }: KnownDrawing, turns: readonly GradedTurn[]): GoodDrawing[] {
  return turns.flatMap(({ rendered, reached }, index) => {
    if (rendered.outcome !== 'drawn') return [];
    return [{ file: turns.length === 1 ? file : `${file}, turn ${index + 1}`, rendered, reached }];
  });
}

/** Where a drawing says which reading it is and is another one. */
function misreadingOf({ reading }: KnownDrawing, grade: Grade): DrawingProof['misread'] {
  const { reading: found = null } = grade;
  return reading === undefined || reading === found ? undefined : { expected: reading, got: found };
}

async function proveDrawing(
  known: KnownDrawing,
  options: ProofOptions & { readonly task: Task },
): Promise<{ readonly proof: DrawingProof; readonly turns: readonly GradedTurn[] }> {
  const texts = await Promise.all(pathsOf(known).map(options.readDrawing));
  const { rendered, grade, clean, turns } = await gradeTurns(texts, { ...options, picture: false });
  const { outcome, reason } = rendered;
  const facts = { file: known.file, outcome, clean, reason };
  if (rendered.outcome !== 'drawn')
    return { proof: { ...facts, isProven: false, survived: [], unexpected: [] }, turns: [] };
  const unmet = grade.verdicts.filter((verdict) => verdict.outcome !== 'met');
  const survived = known.fails.filter((id) => !unmet.some((verdict) => verdict.id === id));
  const unexpected = unmet
    .filter(({ id }) => !known.fails.includes(id))
    .map(({ id, reason: why }) => ({ id, reason: why }));
  const misread = misreadingOf(known, grade);
  const isProven =
    clean === true && survived.length === 0 && unexpected.length === 0 && misread === undefined;
  return { proof: { ...facts, isProven, survived, unexpected, ...(misread && { misread }) }, turns };
}
