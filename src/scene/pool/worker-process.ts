import type { SceneRequest } from '../../domain/ports.ts';
import type { WorkerMessage } from '../worker/messages.ts';
import type { PoolLimits } from './pool-limits.ts';
import type { DeathCause, ReadingEnd } from './reading-end.ts';
import { spawnWorker } from './spawn-worker.ts';
import { watchReading } from './watch-reading.ts';

/** A process that reads one PDF after the other. */
export interface WorkerProcess {
  readonly readings: number;
  /** One at a time. Resolves whatever happens. */
  read(request: SceneRequest): Promise<ReadingEnd>;
  /** Kills it; resolves when no process is left. */
  stop(): Promise<void>;
}

interface State {
  isReady: boolean;
  isStopped: boolean;
  readings: number;
  /** How the process ended; null while it lives. */
  end: ReadingEnd | null;
  onAnswer: (end: ReadingEnd) => void;
}

/** Starts a worker. `command`: what to run, already wrapped by the sandbox. */
export function startWorker(
  command: { readonly file: string; readonly args: readonly string[] },
  limits: PoolLimits,
): WorkerProcess {
  const started = Promise.withResolvers<void>();
  const state: State = { isReady: false, isStopped: false, readings: 0, end: null, onAnswer: () => {} };
  const endWith = (end: ReadingEnd) => {
    state.end ??= end;
    started.resolve();
    state.onAnswer(state.end);
  };

  const onMessage = (message: WorkerMessage | null) => {
    if (message === null) return kill('crash', 'it answered nonsense');
    if (message.kind !== 'ready') return state.onAnswer(message);
    state.isReady = true;
    return started.resolve();
  };
  const child = spawnWorker(command, {
    onMessage,
    onNonsense: (reason) => kill('crash', reason),
    onGone: (reason) => {
      const cause = state.isReady ? 'crash' : 'start';
      endWith({ kind: 'died', cause: state.isStopped ? 'stopped' : cause, reason });
    },
  });
  const kill = (cause: DeathCause, reason: string) => {
    endWith({ kind: 'died', cause, reason });
    child.kill();
  };
  const startTimer = setTimeout(() => kill('start', 'it did not become ready in time'), limits.startMs);
  void started.promise.then(() => clearTimeout(startTimer));

  return {
    get readings() {
      return state.readings;
    },
    async read(request) {
      await started.promise;
      state.readings += 1;
      if (state.end !== null) return state.end;
      // No race with a promise of the worker's whole life: that would keep every answer for as long.
      const answer = Promise.withResolvers<ReadingEnd>();
      state.onAnswer = answer.resolve;
      const watch = watchReading(child.pid, limits, kill);
      child.send({ id: state.readings, request });
      return watch.end(await answer.promise);
    },
    async stop() {
      state.isStopped = true;
      child.kill();
      await child.gone;
    },
  };
}
