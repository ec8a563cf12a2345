import type { BatchItem, BatchPort, BatchState } from '../../domain/batch.ts';
import type { Model } from '../../domain/model.ts';
import type { Clock } from '../../domain/ports.ts';
import { type ModelReply, ModelTroubleError, type TroubleKind } from '../../domain/reply.ts';
import type { StoredBatchItem } from '../../store/record-batch.ts';
import type { RunStore } from '../../store/run-store.ts';
import { sha256 } from '../../util/sha256.ts';
import type { SweepEvent } from '../sweep-event.ts';

// Providers promise a day and often need minutes: asking each minute costs nothing and keeps a terminal alive.
const FIRST_LOOK_MS = 10_000;
const LONGEST_LOOK_MS = 120_000;
const MOST_SUBMITS = 5;
/** Trouble that passes; all else ends the batch's cells in trouble. */
const PASSING: ReadonlySet<TroubleKind> = new Set<TroubleKind>([
  'rate-limit',
  'server',
  'network',
  'timeout',
  'malformed',
]);

export interface LineContext {
  readonly store: Pick<RunStore, 'recordBatch' | 'batchSubmitted' | 'batchEnded' | 'findReply'>;
  readonly clock: Clock;
  /** 0 ≤ x < 1: makes markers unique. */
  readonly random: () => number;
  readonly onEvent: (event: SweepEvent) => void;
  readonly signal: AbortSignal;
}

/** A batch whose id at the provider is on file. */
export interface KnownBatch {
  readonly marker: string;
  readonly batchId: string;
}

/** Commits a batch, sends it, and commits its id. What was sent before the process died is found again by its marker. */
export async function submitBatch(
  model: Model & { readonly batches: BatchPort },
  items: readonly (BatchItem & StoredBatchItem)[],
  context: LineContext,
): Promise<KnownBatch> {
  const { store, clock, random, signal } = context;
  const at = new Date(clock.now()).toISOString();
  const marker = `otterbench-${sha256(JSON.stringify([at, random(), items.map(({ key }) => key)])).slice(0, 24)}`;
  store.recordBatch({
    marker,
    modelId: model.id,
    items: items.map(({ customId, sampleId, round, key }) => ({ customId, sampleId, round, key })),
    at,
  });
  const send = async (): Promise<string> => await model.batches.submit(items, { marker, signal });
  const again = async (): Promise<string> =>
    (await findBatch(model.batches, { marker, firstCustomId: items[0]?.customId ?? '' }, context)) ??
    (await send());
  const batchId = await persist({ first: send, again, context });
  store.batchSubmitted(marker, batchId, new Date(clock.now()).toISOString());
  return { marker, batchId };
}

interface Persistence<Result> {
  readonly first: () => Promise<Result>;
  readonly again: () => Promise<Result>;
  readonly context: LineContext;
}

/** Tries again while the trouble is of the passing kind; a batch that was taken although no answer came is looked for first. */
async function persist<Result>({ first, again, context }: Persistence<Result>): Promise<Result> {
  const { clock, signal } = context;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return attempt === 1 ? await first() : await again();
    } catch (error) {
      signal.throwIfAborted();
      if (!isPassing(error) || attempt >= MOST_SUBMITS) throw error;
      await clock.sleep(waitAfter(error, attempt), signal);
    }
  }
}

interface Sought {
  readonly marker: string;
  readonly firstCustomId: string;
}

/** The id of a batch that was sent with a marker, if it was. */
export function findBatch(port: BatchPort, sought: Sought, { signal }: LineContext): Promise<string | null> {
  return port.find(sought.marker, { firstCustomId: sought.firstCustomId, signal });
}

/** Looks until the batch has ended; trouble on the way is waited out, however long it takes. */
export async function awaitBatch(
  model: Model & { readonly batches: BatchPort },
  { batchId }: KnownBatch,
  context: LineContext,
): Promise<Exclude<BatchState, { state: 'running' }>> {
  const { clock, onEvent, signal } = context;
  for (let look = 0; ; look += 1) {
    const state = await lookOnce(model.batches, batchId, signal);
    if (state.state !== 'running' && state.state !== 'unseen') return state;
    const waitMs = Math.min(FIRST_LOOK_MS * 1.5 ** look, LONGEST_LOOK_MS);
    const reason = state.state === 'running' ? `batch of ${state.total}: ${state.done} done` : state.reason;
    const lane = model.lane?.id ?? model.id;
    onEvent({ kind: 'waiting', lane, why: 'batch', untilMs: clock.now() + waitMs, reason });
    await clock.sleep(waitMs, signal);
  }
}

async function lookOnce(
  port: BatchPort,
  batchId: string,
  signal: AbortSignal,
): Promise<BatchState | { readonly state: 'unseen'; readonly reason: string }> {
  try {
    return await port.look(batchId, { signal });
  } catch (error) {
    signal.throwIfAborted();
    if (!isPassing(error)) throw error;
    return { state: 'unseen', reason: (error as Error).message };
  }
}

function isPassing(error: unknown): boolean {
  return error instanceof ModelTroubleError && PASSING.has(error.trouble.kind);
}

function waitAfter(error: unknown, attempt: number): number {
  const asked = error instanceof ModelTroubleError ? error.trouble.retryAfterMs : null;
  return asked ?? 1_000 * 2 ** attempt;
}

/** Trouble of the provider as the reply of a cell; a bug flies. */
export function asReply(error: unknown): ModelReply {
  if (!(error instanceof ModelTroubleError)) throw error;
  return { outcome: 'provider-trouble', reason: error.message, trouble: error.trouble };
}
