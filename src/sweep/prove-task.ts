import type { Outcome } from '../domain/outcome.ts';
import type { Rendered } from '../domain/rendered.ts';
import type { KnownDrawing, Task } from '../domain/task.ts';
import type { Grade } from '../domain/verdict.ts';
import { gradeRendered } from './grade-drawing.ts';
import { type RenderOptions, renderReply } from './render-drawing.ts';

/** What it takes to prove a task; `readDrawing` gives the text of a drawing by its path. */
export interface ProofOptions extends Omit<RenderOptions, 'subjects'> {
  readonly readDrawing: (path: string) => Promise<string>;
  readonly grade?: (task: Task, rendered: Rendered) => Grade;
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
}

/** A task against its own drawings. */
export interface TaskProof {
  readonly taskId: string;
  /** Every drawing is proven. */
  readonly isProven: boolean;
  readonly drawings: readonly DrawingProof[];
  /** Each criterion with the files of the proven bad drawings that fail it; none: nothing shows that it can fail. */
  readonly criteria: readonly { readonly id: string; readonly killedBy: readonly string[] }[];
}

/** Grades a task's known drawings: good ones must fail nothing, bad ones exactly what they say. */
export async function proveTask(task: Task, options: ProofOptions): Promise<TaskProof> {
  const drawings: DrawingProof[] = [];
  for (const drawing of task.drawings) {
    options.signal?.throwIfAborted();
    drawings.push(await proveDrawing(drawing, { ...options, task }));
  }
  const proven = new Set(drawings.filter(({ isProven }) => isProven).map(({ file }) => file));
  const criteria = task.checks.map(({ id }) => ({
    id,
    killedBy: task.drawings
      .filter(({ file, fails }) => proven.has(file) && fails.includes(id))
      .map(({ file }) => file),
  }));
  return { taskId: task.id, isProven: proven.size === drawings.length, drawings, criteria };
}

async function proveDrawing(
  known: KnownDrawing,
  options: ProofOptions & { readonly task: Task },
): Promise<DrawingProof> {
  const { task, grade = gradeRendered } = options;
  const rendered = await renderReply(await options.readDrawing(known.path), {
    ...options,
    subjects: task.subjects,
  });
  const { outcome, clean, reason } = rendered;
  const facts = { file: known.file, outcome, clean, reason };
  if (outcome !== 'drawn') return { ...facts, isProven: false, survived: [], unexpected: [] };
  const unmet = grade(task, rendered).verdicts.filter((verdict) => verdict.outcome !== 'met');
  const survived = known.fails.filter((id) => !unmet.some((verdict) => verdict.id === id));
  const unexpected = unmet
    .filter(({ id }) => !known.fails.includes(id))
    .map(({ id, reason: why }) => ({ id, reason: why }));
  return {
    ...facts,
    isProven: clean && survived.length === 0 && unexpected.length === 0,
    survived,
    unexpected,
  };
}
