import { todosIn } from '../../catalog/new-task-todos.ts';
import { type KnownDrawing, pathsOf, type Task } from '../../domain/task.ts';
import { type DrawingProof, type ProofOptions, proveTask, type TaskProof } from '../../sweep/prove-task.ts';

/**
 * Proves a task, or, while some of its drawings still hold a comment with TODO, only those that hold none: then
 * nothing is said of its criteria, and no mutants are made.
 */
export async function proveDrawn(task: Task, options: ProofOptions): Promise<TaskProof> {
  const undrawn = new Map<string, DrawingProof>();
  for (const drawing of task.drawings) {
    const todo = await todoOf(drawing, options);
    if (todo !== null) undrawn.set(drawing.file, { ...UNDRAWN, file: drawing.file, reason: todo });
  }
  if (undrawn.size === 0) return proveTask(task, options);
  const drawings = task.drawings.filter(({ file }) => !undrawn.has(file));
  const { proveMutants: _, ...withoutMutants } = options;
  const proof = await proveTask({ ...task, drawings }, withoutMutants);
  const all = task.drawings.flatMap(
    ({ file }) => undrawn.get(file) ?? proof.drawings.filter((one) => one.file === file),
  );
  return { ...proof, isProven: false, drawings: all, criteria: [] };
}

const UNDRAWN = { isProven: false, outcome: 'no-code', clean: null, survived: [], unexpected: [] } as const;

/** What the first TODO in a drawing says, with its place; null when it holds none. */
async function todoOf(drawing: KnownDrawing, { readDrawing }: ProofOptions): Promise<string | null> {
  for (const path of pathsOf(drawing)) {
    const [first] = todosIn(await readDrawing(path));
    if (first !== undefined) return `line ${first.line} still says TODO: ${first.text}`;
  }
  return null;
}
