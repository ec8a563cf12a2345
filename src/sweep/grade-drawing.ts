import { picturesOf, type Rendered, type RenderedDrawing } from '../domain/rendered.ts';
import type { Task } from '../domain/task.ts';
import type { Grade } from '../domain/verdict.ts';
import { gradeDrawing, gradeFailure, type Reached } from '../grade/grade.ts';
import { measurePixels } from '../grade/pixels/measure-pixels.ts';
import { whereReadable } from '../grade/pixels/png.ts';
import { referencePicture } from './reference-picture.ts';

/** The grade of what became of a reply: a drawing by its geometry, a failure by its outcome alone. */
export function gradeRendered(task: Task, rendered: Rendered, reached: Reached = {}): Grade {
  if (rendered.outcome !== 'drawn') return gradeFailure(task, rendered, reached);
  const { scene, grounding, laterFrames } = rendered;
  const grade = gradeDrawing({ task, scene, grounding, ...(laterFrames && { laterFrames }), ...reached });
  const pixels = pixelsOf(task, rendered, reached);
  return pixels === null ? grade : { ...grade, pixels };
}

function pixelsOf(task: Task, rendered: RenderedDrawing, { turn = 1, before }: Reached) {
  const [picture] = picturesOf(rendered);
  const [first] = before ?? [];
  const reference = task.reference && referencePicture(task.reference);
  if (picture === undefined) throw new Error('a drawing has a picture');
  const compared = { ...(first && { before: first }), ...(reference && { reference }) };
  return whereReadable(() => measurePixels({ task, turn, picture, ...compared }));
}
