import type { SweepEvent } from '../../sweep/sweep-event.ts';
import type { Environment } from '../environment.ts';
import type { ModelEstimate } from './sweep-state.ts';
import { watchJson } from './watch-json.ts';
import { watchPlain } from './watch-plain.ts';
import { watchTerminal } from './watch-terminal.ts';

/** Somebody who is told what happens in a sweep. Disposing of it ends what it shows. */
export interface Watcher extends Disposable {
  onEvent(event: SweepEvent): void;
}

/** What a watcher is to know besides the events. */
export interface WatchOptions {
  readonly json: boolean;
  readonly estimates: readonly ModelEstimate[];
  /** The id of the run; known from the first event on. */
  readonly runId: () => string;
}

/** Events for machines, bars on a terminal, plain lines elsewhere. */
export function watchSweep(environment: Environment, options: WatchOptions): Watcher {
  if (options.json) return watchJson(environment, options.runId);
  return environment.isInteractive
    ? watchTerminal(environment, options.estimates)
    : watchPlain(environment, options.estimates);
}
