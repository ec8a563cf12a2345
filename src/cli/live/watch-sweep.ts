import type { Environment } from '../environment.ts';
import type { ModelEstimate } from './sweep-state.ts';
import { watchJson } from './watch-json.ts';
import { watchPlain } from './watch-plain.ts';
import { watchTerminal } from './watch-terminal.ts';
import type { Watcher } from './watcher.ts';

/** What a watcher is to know besides the events. */
export interface WatchOptions {
  readonly json: boolean;
  readonly estimates: readonly ModelEstimate[];
  /** The id of the run; known from the first event on. */
  readonly runId: () => string;
}

/** Events for machines, bars on a terminal that can draw, plain lines elsewhere. */
export function watchSweep(environment: Environment, options: WatchOptions): Watcher {
  if (options.json) return watchJson(environment, options.runId);
  return environment.isInteractive && environment.variables.TERM !== 'dumb'
    ? watchTerminal(environment, options.estimates)
    : watchPlain(environment, options.estimates);
}
