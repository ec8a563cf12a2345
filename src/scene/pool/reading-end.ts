import type { SceneReading } from '../../domain/ports.ts';

/** How a reading ended. `died`: the process is gone, and `cause` says as much as is known. */
export type ReadingEnd =
  | { readonly kind: 'reading'; readonly reading: SceneReading; readonly peakBytes: number }
  | { readonly kind: 'bug'; readonly reason: string }
  | { readonly kind: 'died'; readonly cause: DeathCause; readonly reason: string };

/**
 * `start`: it never became ready · `memory`, `time`: by the PDF's doing · `starved`: the time was up, but the process
 * had hardly run · `crash`: anything else · `stopped`: by us.
 */
export type DeathCause = 'start' | 'memory' | 'time' | 'starved' | 'crash' | 'stopped';
