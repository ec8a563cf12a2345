import type { Rendered } from '../domain/rendered.ts';
import type { Task } from '../domain/task.ts';
import type { Grade } from '../domain/verdict.ts';
import { gradeDrawing, gradeFailure, type Reached } from '../grade/grade.ts';

/** The grade of what became of a reply: a drawing by its geometry, a failure by its outcome alone. */
export function gradeRendered(task: Task, rendered: Rendered, reached: Reached = {}): Grade {
  if (rendered.outcome !== 'drawn') return gradeFailure(task, rendered, reached);
  const { scene, grounding, laterFrames } = rendered;
  return gradeDrawing({ task, scene, grounding, ...(laterFrames && { laterFrames }), ...reached });
}
