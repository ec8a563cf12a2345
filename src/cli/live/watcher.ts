import type { SweepEvent } from '../../sweep/sweep-event.ts';

/** Somebody who is told what happens in a sweep. Disposing of it ends what it shows. */
export interface Watcher extends Disposable {
  onEvent(event: SweepEvent): void;
}
