import type { SceneReading } from '../../domain/ports.ts';
import type { ReadingEnd } from './reading-end.ts';

/**
 * The outcome of a reading; null: try once more in a fresh process. Only what is surely the PDF's doing counts against
 * the drawing: time spent computing, or memory filled by a process that had read nothing before. A crash that comes
 * again is a bug of ours or of the libraries, hence trouble.
 */
export function judgeDeath(
  end: ReadingEnd,
  { isFresh, isLast }: { readonly isFresh: boolean; readonly isLast: boolean },
): SceneReading | null {
  if (end.kind === 'reading') return end.reading;
  const { reason } = end;
  if (end.kind === 'bug')
    return { outcome: 'sandbox-trouble', reason: `The reader of scenes failed: ${reason}` };
  if (end.cause === 'time')
    return { outcome: 'timeout', reason: `Reading the drawing was stopped: ${reason}.` };
  if (end.cause === 'memory' && isFresh) {
    return { outcome: 'too-large', reason: `Reading the drawing was stopped: ${reason}.` };
  }
  if (end.cause === 'start') {
    return { outcome: 'sandbox-trouble', reason: `The sandboxed reader of scenes can't start: ${reason}` };
  }
  if (end.cause === 'stopped')
    return { outcome: 'sandbox-trouble', reason: 'The reader of scenes was stopped.' };
  return isLast ? { outcome: 'sandbox-trouble', reason: `The reader of scenes died twice: ${reason}` } : null;
}
