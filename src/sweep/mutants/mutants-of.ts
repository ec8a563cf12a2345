import type { SceneRequest } from '../../domain/ports.ts';
import { picturesOf, type RenderedDrawing } from '../../domain/rendered.ts';
import type { Task } from '../../domain/task.ts';
import type { Reached } from '../../grade/grade.ts';
import { type Mutant, type Mutants, makeMutants } from './make-mutants.ts';

/** A drawing that is known to meet every criterion. */
export interface GoodDrawing {
  readonly file: string;
  readonly rendered: RenderedDrawing;
  /** Of an edit task: which turn it answers, and what came before. */
  readonly reached?: Reached;
}

/**
 * The task with the criteria of this turn alone: those of other turns are graded by other drawings. What they need of
 * earlier turns is met by a good drawing.
 */
export function askedOf(task: Task, { reached }: GoodDrawing): Task {
  const turn = reached?.turn ?? 1;
  const own = task.checks.filter((spec) => (spec.turn ?? 1) === turn);
  const ids = new Set(own.map(({ id }) => id));
  return { ...task, checks: own.map((spec) => ({ ...spec, needs: spec.needs.filter((id) => ids.has(id)) })) };
}

/** All mutants of a good drawing; of a moving scene, for each frame those that break it and leave the others as they are. */
export function mutantsOf(task: Task, rendered: RenderedDrawing): Mutants {
  if (task.frames === undefined) return makeMutants(task, rendered);
  const each = picturesOf(rendered).map((picture, index) => {
    const checks = task.checks.filter(({ frames }) => frames === undefined || frames.includes(index + 1));
    return makeMutants({ ...task, checks }, { ...rendered, ...picture }, index + 1);
  });
  const unmade = each.find((one) => one.unmade !== null)?.unmade ?? null;
  return { mutants: each.flatMap(({ mutants }) => mutants), unmade };
}

/** What is asked of the reader: all that grading takes, and no picture. */
export function requestOf({ pdf }: Mutant, { subjects, frames }: Task): SceneRequest {
  return { pdf, subjects, picture: false, ...(frames !== undefined && { frames }) };
}
