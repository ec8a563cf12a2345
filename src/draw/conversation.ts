import { isTrouble } from '../domain/outcome.ts';
import type { Rendered } from '../domain/rendered.ts';
import type { Message } from '../domain/reply.ts';
import type { Track } from '../domain/task.ts';
import type { Prompts } from './prompts.ts';
import { leaveOutThinking } from './thinking.ts';

/** A reply that holds nothing to go on from: the model refused, said nothing, or was cut off. */
const DEAD_ENDS: ReadonlySet<string> = new Set(['refused', 'empty', 'truncated']);

/** Whether a model is told anything more on its track, going by what became of its drawing. Trouble of ours is never told. */
export function goesOn(track: Track, { outcome, clean }: Pick<Rendered, 'outcome' | 'clean'>): boolean {
  if (track === 'blind' || isTrouble(outcome) || DEAD_ENDS.has(outcome)) return false;
  return track === 'sighted' || outcome !== 'drawn' || clean !== true;
}

/**
 * What a model is told next on its track; null: nothing, the conversation is over. `repair` answers to what does not
 * compile cleanly; `sighted` also shows every picture. Trouble of ours is never told.
 */
export function nextMessage(track: Track, rendered: Rendered, prompts: Prompts): Message | null {
  if (!goesOn(track, rendered)) return null;
  if (track === 'repair' || rendered.outcome !== 'drawn')
    return { role: 'user', text: prompts.repair(rendered), pictures: [] };
  const pictures = [{ mediaType: 'image/png' as const, bytes: rendered.png }];
  return { role: 'user', text: prompts.sighted(rendered), pictures };
}

/** Whether a model that was shown its picture is content with it: the one word KEEP, however it is dressed up. */
export function keepsDrawing(reply: string): boolean {
  return /^\W*keep\W*$/i.test(leaveOutThinking(reply).text.trim());
}
