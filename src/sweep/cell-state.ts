import type { Model } from '../domain/model.ts';
import { isTrouble, type Outcome } from '../domain/outcome.ts';
import { type Cell, sampleId } from '../domain/run.ts';
import { promptsOf, type Task, type Track } from '../domain/task.ts';
import { goesOn, keepsDrawing } from '../draw/conversation.ts';
import type { Prompts } from '../draw/prompts.ts';
import type { StoredReply } from '../store/record-reply.ts';
import type { ReplyCache } from '../store/reply-cache.ts';
import type { RunReader } from '../store/run-store.ts';
import { cacheKey, nextReplyKey } from './conversation-key.ts';
import { mostRequests, mostRounds, type Rounds } from './plan.ts';
import { firstQuestion, isNothingToMend } from './sweep-cell.ts';

/**
 * How far a cell is: `finished` needs nothing more, of `answered` some replies are on file, of `cached` the first one is in
 * the cache. `inHand`: so many of its replies need no request.
 */
export interface CellState {
  readonly kind: 'finished' | 'answered' | 'cached' | 'open';
  readonly inHand: number;
}

/** Where to look. */
export interface CellSources {
  readonly tasks: readonly Task[];
  readonly prompts: Prompts;
  readonly rounds: Rounds;
  /** Null: nothing has been run yet. */
  readonly store: Pick<RunReader, 'findReply' | 'drawnOutcome' | 'finalOutcome' | 'conclusionOf'> | null;
  readonly cache: Pick<ReplyCache, 'find'> | null;
}

/** How far a cell is, by what is on file and in the cache. */
export function cellState(cell: Cell, model: Model, sources: CellSources): CellState {
  const { store, cache, tasks, prompts } = sources;
  const task = tasks.find(({ id }) => id === cell.taskId);
  if (!task || !model.lane) return { kind: 'open', inHand: 0 };
  const id = sampleId(cell);
  const first = firstQuestion({ id, cell, task, model }, sources);
  const held = store ? heldRounds({ id, key: first.key, task, prompts }, store) : [];
  if (store && held.length > 0) {
    const most = mostRequests({ task, track: cell.track }, model, sources.rounds);
    const place = {
      id,
      track: cell.track,
      task,
      most,
      mostOfTurn: mostRounds(cell.track, model, sources.rounds),
    };
    const outcome = store.finalOutcome(id);
    const isFinished = outcome !== null && !isTrouble(outcome) && isOver(held, place, store);
    return { kind: isFinished ? 'finished' : 'answered', inHand: Math.min(held.length, place.most) };
  }
  return cache?.find(cacheKey(model, first.request))
    ? { kind: 'cached', inHand: 1 }
    : { kind: 'open', inHand: 0 };
}

interface Start {
  readonly id: string;
  readonly key: string;
  readonly task: Task;
  readonly prompts: Prompts;
}

type Store = NonNullable<CellSources['store']>;

interface Held extends StoredReply {
  readonly turn: number;
  /** Which request of its turn. */
  readonly roundOfTurn: number;
}

/** The replies of a conversation that are on file, from the first one on. */
function heldRounds({ id, key, task, prompts }: Start, store: Store): Held[] {
  const held: Held[] = [];
  const find = (next: string) => {
    const stored = store.findReply({ sampleId: id, round: held.length + 1 }, next);
    return stored && !isTrouble(stored.reply.outcome as Outcome) ? { ...stored, key: next } : null;
  };
  let found = find(key);
  let [turn, roundOfTurn] = [1, 1];
  while (found !== null) {
    held.push({ ...found, turn, roundOfTurn });
    const { key: before, reply } = found;
    found = find(nextReplyKey(before, reply, { promptsHash: prompts.hash }));
    roundOfTurn += 1;
    if (found !== null || turn >= promptsOf(task).length) continue;
    turn += 1;
    roundOfTurn = 1;
    found = find(nextReplyKey(before, reply, { promptsHash: prompts.hash, turn: prompts.turn(task, turn) }));
  }
  return held;
}

interface Place {
  readonly id: string;
  readonly task: Task;
  readonly track: Track;
  readonly most: number;
  readonly mostOfTurn: number;
}

/** Whether nothing more is asked after these replies. Where that hangs on a drawing which is not there, more may be. */
function isOver(held: readonly Held[], place: Place, store: Store): boolean {
  const { id, track, task, most, mostOfTurn } = place;
  const last = held.at(-1);
  if (!last || held.length >= most || last.reply.outcome !== 'replied') return true;
  const isLastTurn = last.turn >= promptsOf(task).length;
  if (last.roundOfTurn > 1 && keepsDrawing(last.reply.text)) return isLastTurn;
  const drawn = store.drawnOutcome({ sampleId: id, round: held.length });
  if (drawn?.attemptId !== last.attemptId) return false;
  const isTurnOver =
    last.roundOfTurn >= mostOfTurn ||
    !goesOn(track, drawn) ||
    isNothingToMend(store.conclusionOf(id), held.length);
  return isTurnOver && (isLastTurn || drawn.outcome !== 'drawn');
}
