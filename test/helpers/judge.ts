import { join } from 'node:path';
import { loadTask } from '../../src/catalog/load-tasks.ts';
import type { Task } from '../../src/domain/task.ts';
import { CHECKS } from '../../src/grade/checks/table.ts';
import { gradeRendered } from '../../src/sweep/grade-drawing.ts';
import { renderReply } from '../../src/sweep/render-drawing.ts';
import { ROOT, type TestWorkshop } from './workshop.ts';

/** A drawing of a shipped task, as a model would write it. */
export interface TriedDrawing {
  readonly task: string;
  readonly name: string;
  readonly source: string;
  /** Ids of the criteria that it fails. */
  readonly unmet: readonly string[];
}

/** Ids of the unmet criteria, with the reason of each; the outcome where nothing was drawn. */
export async function unmetOf(
  { task: id, source }: TriedDrawing,
  { compiler, reader }: TestWorkshop,
): Promise<Record<string, string>> {
  const task = taskOf(id);
  const rendered = await renderReply(source, { compiler, reader, subjects: task.subjects });
  if (rendered.outcome !== 'drawn') return { [rendered.outcome]: rendered.reason };
  const { verdicts } = gradeRendered(task, rendered);
  return Object.fromEntries(
    verdicts.filter(({ outcome }) => outcome !== 'met').map((verdict) => [verdict.id, verdict.reason]),
  );
}

function taskOf(id: string): Task {
  return loadTask(join(ROOT, 'tasks', id), { checks: CHECKS });
}
