import { isTrouble } from '../domain/outcome.ts';
import type { Rendered } from '../domain/rendered.ts';
import type { Message } from '../domain/reply.ts';
import type { Track } from '../domain/task.ts';
import type { Prompts } from './prompts.ts';
import { leaveOutThinking } from './thinking.ts';

/** A reply that holds nothing to go on from: the model refused, said nothing, or was cut off. */
const DEAD_ENDS: ReadonlySet<string> = new Set(['refused', 'empty', 'truncated']);

/**
 * What a model is told next on its track; null: nothing, the conversation is over. `repair` answers to what does not
 * compile cleanly; `sighted` also shows every picture. Trouble of ours is never told.
 */
export function nextMessage(track: Track, rendered: Rendered, prompts: Prompts): Message | null {
  if (track === 'blind' || isTrouble(rendered.outcome) || DEAD_ENDS.has(rendered.outcome)) return null;
  const isClean = rendered.outcome === 'drawn' && rendered.clean;
  if (track === 'repair' || rendered.outcome !== 'drawn')
    return isClean ? null : { role: 'user', text: prompts.repair(rendered), pictures: [] };
  const pictures = [{ mediaType: 'image/png' as const, bytes: rendered.png }];
  return { role: 'user', text: prompts.sighted(rendered), pictures };
}

/** Whether a model that was shown its picture is content with it: the one word KEEP, however it is dressed up. */
export function keepsDrawing(reply: string): boolean {
  return /^\W*keep\W*$/i.test(leaveOutThinking(reply).text.trim());
}
