import { todosIn } from '../../catalog/new-task-todos.ts';
import { type KnownDrawing, pathsOf, type Task } from '../../domain/task.ts';
import { type ProofOptions, proveTask, type TaskProof } from '../../sweep/prove-task.ts';

/** A known drawing that is still to be drawn. */
export interface UndrawnFile {
  readonly file: string;
  /** Its first line with TODO, from 1, and what that says. */
  readonly line: number;
  readonly todo: string;
}

/** A proof over what is drawn so far. */
export interface DrawnProof extends TaskProof {
  readonly undrawn: readonly UndrawnFile[];
}

/** Proves a task by those of its drawings that hold no TODO any more; it is proven only when none does. */
export async function proveDrawn(task: Task, options: ProofOptions): Promise<DrawnProof> {
  const looked = await Promise.all(
    task.drawings.map(async (drawing) => ({ drawing, todo: await todoOf(drawing, options) })),
  );
  const drawings = looked.filter(({ todo }) => todo === null).map(({ drawing }) => drawing);
  const undrawn = looked.flatMap(({ todo }) => (todo === null ? [] : [todo]));
  const proof = await proveTask({ ...task, drawings }, options);
  return { ...proof, isProven: proof.isProven && undrawn.length === 0, undrawn };
}

async function todoOf(drawing: KnownDrawing, { readDrawing }: ProofOptions): Promise<UndrawnFile | null> {
  for (const path of pathsOf(drawing)) {
    const [first] = todosIn(await readDrawing(path));
    if (first !== undefined) return { file: drawing.file, line: first.line, todo: first.text };
  }
  return null;
}
