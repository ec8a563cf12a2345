import type { Environment } from '../environment.ts';
import { jsonLine } from '../json-line.ts';
import type { Watcher } from './watcher.ts';

/** Each event as a line of JSON on standard output, with the time and the run's id. */
export function watchJson(environment: Pick<Environment, 'out' | 'now'>, runId: () => string): Watcher {
  return {
    onEvent: (event) =>
      environment.out(jsonLine({ time: environment.now().toISOString(), run: runId(), ...event })),
    [Symbol.dispose]: () => {},
  };
}
