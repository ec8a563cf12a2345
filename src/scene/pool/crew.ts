import type { Sandbox, SceneRequest } from '../../domain/ports.ts';
import type { PoolLimits } from './pool-limits.ts';
import type { ReadingEnd } from './reading-end.ts';
import { workerCommand } from './worker-command.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

/** How one try ended, and whether its process had read nothing before. */
export interface Attempt {
  readonly end: ReadingEnd;
  readonly isFresh: boolean;
}

/** The living workers. Worn and dead ones are replaced when next needed. */
export interface Crew {
  /** Reads once, in an idle worker or a new one. @throws the signal's reason when aborted */
  attempt(request: SceneRequest, signal: AbortSignal | undefined): Promise<Attempt>;
  /** Stops all; resolves when no process is left. */
  dismiss(): Promise<void>;
}

export function createCrew(
  { sandbox, nodePath }: { readonly sandbox: Sandbox; readonly nodePath: string },
  limits: PoolLimits,
): Crew {
  const idle: WorkerProcess[] = [];
  const all = new Set<WorkerProcess>();
  let isDismissed = false;
  let command: ReturnType<typeof workerCommand> | null = null;

  const start = async (): Promise<WorkerProcess> => {
    command ??= workerCommand(nodePath);
    const worker = startWorker(sandbox.wrap(await command), limits);
    all.add(worker);
    if (isDismissed) await discard(worker);
    return worker;
  };
  const discard = async (worker: WorkerProcess) => {
    await worker.stop();
    all.delete(worker);
  };
  return {
    async attempt(request, signal) {
      const worker = idle.pop() ?? (await start());
      const isFresh = worker.readings === 0;
      const end = await readAbortably(worker, request, signal);
      const isSpent = isWorn(worker, { end, limits }) || isDismissed || signal?.aborted === true;
      if (isSpent) await discard(worker);
      else idle.push(worker);
      signal?.throwIfAborted();
      return { end, isFresh };
    },
    async dismiss() {
      isDismissed = true;
      idle.length = 0;
      await Promise.all([...all].map(discard));
    },
  };
}

async function readAbortably(worker: WorkerProcess, request: SceneRequest, signal: AbortSignal | undefined) {
  const onAbort = () => void worker.stop();
  // It may have been aborted while the worker was started.
  if (signal?.aborted) onAbort();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    return await worker.read(request);
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
}

function isWorn(worker: WorkerProcess, { end, limits }: { end: ReadingEnd; limits: PoolLimits }): boolean {
  if (end.kind !== 'reading') return true;
  return end.peakBytes > limits.recycleBytes || worker.readings >= limits.recycleReadings;
}
