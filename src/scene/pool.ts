import { execPath } from 'node:process';
import type { Sandbox, SceneReader, SceneReading, SceneRequest } from '../domain/ports.ts';
import { type Crew, createCrew } from './pool/crew.ts';
import { judgeDeath } from './pool/judge-death.ts';
import { POOL_LIMITS, type PoolLimits } from './pool/pool-limits.ts';
import { createTurns } from './pool/turns.ts';

export interface SceneReaderOptions {
  readonly sandbox: Sandbox;
  /** How many PDFs are read at the same time, each in a process of its own. */
  readonly workers: number;
  readonly limits?: Partial<PoolLimits>;
  /** The Node that runs the workers; ours unless said. */
  readonly nodePath?: string;
}

const CLOSED: SceneReading = {
  outcome: 'sandbox-trouble',
  reason: 'The reader of scenes has been closed.',
};

/**
 * The sandboxed processes that read PDFs. Workers start when they are first needed and live on. A reading rejects only
 * with the reason of its signal.
 */
export function createSceneReader(options: SceneReaderOptions): SceneReader {
  const { sandbox, workers, nodePath = execPath } = options;
  const crew = createCrew({ sandbox, nodePath }, { ...POOL_LIMITS, ...options.limits });
  const turns = createTurns(workers);
  let isClosed = false;
  return {
    async read(request, { signal } = {}) {
      await turns.take(signal);
      try {
        return isClosed ? CLOSED : await readTwice(crew, request, signal);
      } finally {
        turns.give();
      }
    },
    async [Symbol.asyncDispose]() {
      isClosed = true;
      await crew.dismiss();
    },
  };
}

/** A PDF that a process dies of gets a second chance in a fresh one, where it may have been the process's doing. */
async function readTwice(
  crew: Crew,
  request: SceneRequest,
  signal: AbortSignal | undefined,
): Promise<SceneReading> {
  const first = await crew.attempt(request, signal);
  const reading = judgeDeath(first.end, { isFresh: first.isFresh, isLast: false });
  if (reading !== null) return reading;
  const second = await crew.attempt(request, signal);
  return judgeDeath(second.end, { isFresh: second.isFresh, isLast: true }) ?? CLOSED;
}
