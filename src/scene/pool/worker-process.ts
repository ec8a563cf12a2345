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

/** Starts a worker. `command`: what to run, already wrapped by the sandbox. */
export function startWorker(
  command: { readonly file: string; readonly args: readonly string[] },
  limits: PoolLimits,
): WorkerProcess {
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<ReadingEnd>();
  const state = { isReady: false, isStopped: false, readings: 0, onAnswer: (_end: ReadingEnd) => {} };

  const onMessage = (message: WorkerMessage | null) => {
    if (message === null) return kill('crash', 'it answered nonsense');
    if (message.kind !== 'ready') return state.onAnswer(message);
    state.isReady = true;
    return ready.resolve();
  };
  const child = spawnWorker(command, {
    onMessage,
    onNonsense: (reason) => kill('crash', reason),
    onGone: (reason) => {
      const cause = state.isReady ? 'crash' : 'start';
      ended.resolve({ kind: 'died', cause: state.isStopped ? 'stopped' : cause, reason });
    },
  });
  const kill = (cause: DeathCause, reason: string) => {
    ended.resolve({ kind: 'died', cause, reason });
    child.kill();
  };
  const startTimer = setTimeout(() => kill('start', 'it did not become ready in time'), limits.startMs);
  void Promise.race([ready.promise, ended.promise]).then(() => clearTimeout(startTimer));

  return {
    get readings() {
      return state.readings;
    },
    async read(request) {
      await Promise.race([ready.promise, ended.promise]);
      state.readings += 1;
      const answer = new Promise<ReadingEnd>((resolve) => {
        state.onAnswer = resolve;
      });
      const watch = watchReading(child.pid, limits, kill);
      child.send({ id: state.readings, request });
      return watch.end(await Promise.race([answer, ended.promise]));
    },
    async stop() {
      state.isStopped = true;
      child.kill();
      await child.gone;
    },
  };
}
