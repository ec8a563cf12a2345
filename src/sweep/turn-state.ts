import { picturesOf, type SeenPicture } from '../domain/rendered.ts';
import type { Task } from '../domain/task.ts';
import type { Drawn } from './ensure-drawn.ts';
import { renderReply } from './render-drawing.ts';
import type { DrawingContext, Sample } from './sample.ts';
import { hashJson } from './stage-key.ts';
import type { Standing } from './standing.ts';

/** Where in its turns a conversation is. */
export interface TurnState {
  readonly turn: number;
  /** 1, 2, 3…: which request of this turn. */
  readonly round: number;
  readonly reached: () => Standing;
}

/** The first turn: it is held against the drawing that was given, where there is one. */
export async function beginTurns({ task }: Pick<Sample, 'task'>, context: GivenContext): Promise<TurnState> {
  const given = task.given === undefined ? null : await renderGiven(task, context);
  const standing = { turn: 1, before: () => given, earlier: () => [], hash: task.given ? 'given' : '' };
  return { turn: 1, round: 1, reached: () => standing };
}

/** The next turn: it is held against what the one before came to. */
export function turnEnded(state: TurnState, drawn: Drawn): TurnState {
  const turn = state.turn + 1;
  const standing: Standing = {
    turn,
    before: () => {
      const rendered = drawn.rendered();
      return rendered.outcome === 'drawn' ? picturesOf(rendered) : null;
    },
    earlier: drawn.verdicts,
    hash: hashJson([state.reached().hash, drawn.resultHash]),
  };
  return { turn, round: 1, reached: () => standing };
}

type GivenContext = Pick<
  DrawingContext,
  'store' | 'compiler' | 'reader' | 'takeTurn' | 'signal' | 'givenPictures'
>;

/**
 * The pictures of a task's given drawing, rendered once a sweep, and its picture kept for the report. @throws Error when it is not drawn: `tasks check` would
 * have told
 */
async function renderGiven(task: Task, context: GivenContext): Promise<readonly SeenPicture[]> {
  const { compiler, reader, signal, givenPictures } = context;
  const known = givenPictures.get(task.hash);
  if (known !== undefined) return known;
  const options = { compiler, reader, subjects: task.subjects, ...(signal && { signal }) };
  const rendered = await context.takeTurn(() => renderReply(task.given?.tex ?? '', options));
  signal?.throwIfAborted();
  if (rendered.outcome !== 'drawn')
    throw new Error(
      `${task.given?.path}: the given drawing is not drawn (${rendered.outcome}: ${rendered.reason})`,
    );
  const pictures = picturesOf(rendered);
  givenPictures.set(task.hash, pictures);
  context.store.recordGiven(task.hash, rendered.png);
  return pictures;
}
