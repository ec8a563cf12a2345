import type { RubricItem } from '../../domain/rubric.ts';
import { isGood, type KnownDrawing, type Task } from '../../domain/task.ts';

/**
 * Whether a known drawing should meet an item: null where nobody says. A good drawing meets them all. One that is not good
 * does not meet what its entry lists under `unlike`, nor what is asked about a subject that it lacks; what it fails
 * otherwise is a matter of geometry and says nothing of likeness.
 */
export function shouldMeet(known: KnownDrawing, item: RubricItem): boolean | null {
  if (known.unlike?.includes(item.id)) return false;
  if (isGood(known)) return true;
  return item.of !== undefined && known.fails.includes(`${item.of}-there`) ? false : null;
}

/** The known drawing that sample n (from 1) of `bundled/good` or `bundled/flawed` is. */
export function knownDrawing(task: Task, modelId: string, number: number): KnownDrawing | undefined {
  const wantsGood = modelId === 'bundled/good';
  return task.drawings.filter((known) => isGood(known) === wantsGood)[number - 1];
}
