import type { Model } from '../domain/model.ts';
import { isTrouble, type Outcome } from '../domain/outcome.ts';
import { type Cell, sampleId } from '../domain/run.ts';
import type { Task, Track } from '../domain/task.ts';
import { goesOn, keepsDrawing } from '../draw/conversation.ts';
import type { Prompts } from '../draw/prompts.ts';
import type { StoredReply } from '../store/record-reply.ts';
import type { ReplyCache } from '../store/reply-cache.ts';
import type { RunReader } from '../store/run-store.ts';
import { cacheKey, nextReplyKey } from './conversation-key.ts';
import { mostRequests, type Rounds } from './plan.ts';
import { firstTurn, isNothingToMend } from './sweep-cell.ts';

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
  const first = firstTurn({ id, cell, task, model }, sources);
  const held = store ? heldRounds({ id, key: first.key, promptsHash: prompts.hash }, store) : [];
  if (store && held.length > 0) {
    const place = { id, track: cell.track, most: mostRequests(cell.track, model, sources.rounds) };
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
  readonly promptsHash: string;
}

type Store = NonNullable<CellSources['store']>;

/** The replies of a conversation that are on file, from the first one on. */
function heldRounds({ id, key, promptsHash }: Start, store: Store): StoredReply[] {
  const held: StoredReply[] = [];
  for (let next = key; ; ) {
    const stored = store.findReply({ sampleId: id, round: held.length + 1 }, next);
    if (!stored || isTrouble(stored.reply.outcome as Outcome)) return held;
    held.push(stored);
    next = nextReplyKey(next, stored.reply, promptsHash);
  }
}

interface Place {
  readonly id: string;
  readonly track: Track;
  readonly most: number;
}

/** Whether nothing more is asked after these replies. Where that hangs on a drawing which is not there, more may be. */
function isOver(held: readonly StoredReply[], { id, track, most }: Place, store: Store): boolean {
  const last = held.at(-1);
  if (!last || held.length >= most || last.reply.outcome !== 'replied') return true;
  if (held.length > 1 && keepsDrawing(last.reply.text)) return true;
  const drawn = store.drawnOutcome({ sampleId: id, round: held.length });
  if (drawn?.attemptId !== last.attemptId) return false;
  return !goesOn(track, drawn) || isNothingToMend(store.conclusionOf(id), held.length);
}
