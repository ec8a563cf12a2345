import { isGood, pathsOf, type Task } from '../../domain/task.ts';
import { hashJson } from '../stage-key.ts';

/** Which mutants are read: none, as many as a proof takes, or all. */
export type MutantMode = 'none' | 'few' | 'all';

/** What a proof depends on besides the task: versions of all that draws and reads, and the hash of our own code. */
export interface ProofSurroundings {
  readonly versions: Readonly<Record<string, string>>;
  readonly mode: MutantMode;
  readonly readDrawing: (path: string) => Promise<string>;
}

/** SHA-256 of all that a proof depends on: the task, the text of its drawings, what each fails, tools, code, mutants. */
export async function proofKey(
  task: Task,
  { versions, mode, readDrawing }: ProofSurroundings,
): Promise<string> {
  const drawings = await Promise.all(
    task.drawings.map(async (known) => ({
      file: known.file,
      fails: known.fails,
      ...(known.reading !== undefined && { reading: known.reading }),
      // Mutants are made of good drawings alone.
      ...(!isGood(known) && known.fails.length === 0 && { isGood: false }),
      texts: await Promise.all(pathsOf(known).map(readDrawing)),
    })),
  );
  return hashJson({ id: task.id, task: task.hash, drawings, versions, mode });
}
