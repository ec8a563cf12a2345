import { picturesOf, type Rendered, type SeenPicture } from '../domain/rendered.ts';
import type { Task } from '../domain/task.ts';
import type { Grade } from '../domain/verdict.ts';
import type { Reached } from '../grade/grade.ts';
import { gradeRendered } from './grade-drawing.ts';
import { type RenderOptions, renderReply } from './render-drawing.ts';

export interface GradeTurnsOptions extends Omit<RenderOptions, 'subjects' | 'frames'> {
  readonly task: Task;
  readonly grade?: (task: Task, rendered: Rendered, reached?: Reached) => Grade;
}

/** What became of the drawing of one turn; the grade covers the turns up to it. */
export interface GradedTurn {
  readonly rendered: Rendered;
  readonly grade: Grade;
  /** What it was held against. */
  readonly reached: Reached;
}

/** What the drawings of a task's turns came to: that of the last one that was made is the grade of all. */
export interface GradedTurns extends GradedTurn {
  readonly turns: readonly GradedTurn[];
  /** Whether TeX reported no error in any of them; null where it did not run. */
  readonly clean: boolean | null;
}

/**
 * Renders and grades one drawing a turn (`.tex` or raw replies), each held against the one before, the first against the
 * drawing that the task gives. Ends with the first that is not drawn.
 */
export async function gradeTurns(texts: readonly string[], options: GradeTurnsOptions): Promise<GradedTurns> {
  const { task, grade = gradeRendered } = options;
  let before = await givenPictures(options);
  const turns: GradedTurn[] = [];
  for (const [index, text] of texts.entries()) {
    const rendered = await renderReply(text, withTask(options));
    const reached: Reached = {
      ...(task.laterPrompts && { turn: index + 1 }),
      ...(before && { before }),
      earlier: turns.at(-1)?.grade.verdicts ?? [],
    };
    turns.push({ rendered, reached, grade: grade(task, rendered, reached) });
    if (rendered.outcome !== 'drawn') break;
    before = picturesOf(rendered);
  }
  const last = turns.at(-1);
  if (last === undefined) throw new Error(`${task.id}: no drawing to grade`);
  const cleans = turns.map(({ rendered }) => rendered.clean);
  const clean = cleans.includes(null) ? null : cleans.every((one) => one);
  return { ...last, turns, clean };
}

/** Null when nothing is given, or when it is not drawn: then nothing can be compared with it. */
async function givenPictures(options: GradeTurnsOptions): Promise<readonly SeenPicture[] | null> {
  const { given } = options.task;
  if (given === undefined) return null;
  const rendered = await renderReply(given.tex, withTask(options));
  return rendered.outcome === 'drawn' ? picturesOf(rendered) : null;
}

function withTask({ task, grade: _, ...options }: GradeTurnsOptions): RenderOptions {
  return { ...options, subjects: task.subjects, ...(task.frames !== undefined && { frames: task.frames }) };
}
