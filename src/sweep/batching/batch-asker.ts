import type { BatchItem, BatchPort } from '../../domain/batch.ts';
import type { Model } from '../../domain/model.ts';
import type { ModelReply } from '../../domain/reply.ts';
import type { StoredBatch, StoredBatchItem } from '../../store/record-batch.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Asked, Asker } from '../asking/ask.ts';
import type { Budget } from '../asking/budget.ts';
import { costOfReply } from '../asking/cost-of-reply.ts';
import {
  asReply,
  awaitBatch,
  findBatch,
  type KnownBatch,
  type LineContext,
  submitBatch,
} from './batch-line.ts';

/** Asks by batches. The cells of a model say when they begin and end, so that a batch is sent when all of them wait for it. */
export interface BatchAsker extends Asker {
  began(): void;
  ended(): void;
  /** Whether a request is in a batch that an earlier process sent, or may have sent. */
  isSent(asked: Asked): boolean;
}

export interface BatchAskerOptions extends LineContext {
  readonly model: Model & { readonly batches: BatchPort };
  readonly budget: Budget;
  /** Batches of this model that earlier processes have sent, or may have. */
  readonly open: readonly StoredBatch[];
}

interface Waiting {
  readonly item: BatchItem & StoredBatchItem;
  readonly answer: (reply: ModelReply) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * Collects the requests of one model and sends them together when none of its cells can go on without an answer. What
 * an earlier process has sent is waited for, not sent again. The rest of the sweep goes on meanwhile.
 */
export function createBatchAsker(options: BatchAskerOptions): BatchAsker {
  const { model, clock, budget, onEvent } = options;
  const line = new BatchLine(options);
  return {
    began: () => line.began(),
    ended: () => line.ended(),
    isSent: (asked) => line.isSent(toItem(asked).customId),
    async ask(asked, { commit }) {
      const startedAtMs = clock.now();
      const item = toItem(asked);
      const sent = line.isSent(item.customId);
      const room = sent
        ? null
        : await line.whileWaiting(() => budget.take(model, options.signal, { isBatch: true }));
      if (room !== null && 'leftOut' in room) return { kind: 'left-out', limit: room.leftOut };
      let costUsd: number | null = null;
      let isAnswered = false;
      try {
        onEvent({ kind: 'asked', id: asked.id, round: asked.round, attempt: 1 });
        const reply = await line.answerTo(item);
        costUsd = costOfBatched(reply, model);
        isAnswered = reply.outcome !== 'provider-trouble';
        commit({
          reply,
          startedAtMs,
          durationMs: clock.now() - startedAtMs,
          attempt: 1,
          costUsd,
          isBatch: true,
        });
        line.committed(item.customId);
        onEvent({
          kind: 'replied',
          id: asked.id,
          round: asked.round,
          ...summaryOf(reply),
          isCached: false,
          costUsd,
        });
        return { kind: 'answered', reply };
      } finally {
        room?.settle(costUsd, isAnswered);
      }
    },
  };
}

function summaryOf(reply: ModelReply) {
  const trouble = reply.outcome === 'provider-trouble' ? (reply.trouble?.kind ?? null) : null;
  return { outcome: reply.outcome, trouble };
}

function costOfBatched(reply: ModelReply, model: BatchAskerOptions['model']): number | null {
  const plain = costOfReply(reply, model);
  return reply.facts?.costUsd ?? (plain === null ? null : plain * model.batches.priceFactor);
}

/** The same request has the same id in every process. */
function toItem({ id: sampleId, round, key, request }: Asked): BatchItem & StoredBatchItem {
  const customId = `ob-${sha256(JSON.stringify([sampleId, round, key])).slice(0, 40)}`;
  return { customId, sampleId, round, key, request };
}

/** The batches of one model: those that are on their way, and the one that is being collected. */
class BatchLine {
  readonly #options: BatchAskerOptions;
  readonly #collected = new Map<string, Waiting>();
  readonly #sent = new Map<string, StoredBatch>();
  readonly #waiting = new Map<string, Waiting>();
  readonly #watched = new Set<string>();
  /** Cells under way, and those of them that can't go on: for want of an answer, or of room in the budget. */
  #cells = 0;
  #still = 0;

  constructor(options: BatchAskerOptions) {
    this.#options = options;
    for (const batch of options.open) for (const { customId } of batch.items) this.#sent.set(customId, batch);
  }

  began(): void {
    this.#cells += 1;
  }

  ended(): void {
    this.#cells -= 1;
    this.#sendWhenStill();
  }

  isSent(customId: string): boolean {
    return this.#sent.has(customId);
  }

  async whileWaiting<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#still += 1;
    this.#sendWhenStill();
    try {
      return await work();
    } finally {
      this.#still -= 1;
    }
  }

  async answerTo(item: BatchItem & StoredBatchItem): Promise<ModelReply> {
    const { promise, resolve, reject } = Promise.withResolvers<ModelReply>();
    const waiting = { item, answer: resolve, fail: reject };
    const batch = this.#sent.get(item.customId);
    if (batch) this.#joinSent(batch, waiting);
    else this.#collected.set(item.customId, waiting);
    return await this.whileWaiting(() => promise);
  }

  /** A batch has ended once every answer of it is on file. */
  committed(customId: string): void {
    this.#waiting.delete(customId);
    const batch = this.#sent.get(customId);
    if (!batch || batch.items.some(({ customId: other }) => this.#waiting.has(other))) return;
    const { store, clock } = this.#options;
    if (!batch.items.every((item) => store.findReply(item, item.key) !== null)) return;
    store.batchEnded(batch.marker, new Date(clock.now()).toISOString());
    for (const item of batch.items) this.#sent.delete(item.customId);
  }

  /** Called whenever a cell may have come to a stand; those that are about to go on have their turn first. */
  #sendWhenStill(): void {
    setImmediate(() => {
      const { signal, model } = this.#options;
      if (signal.aborted || this.#collected.size === 0) return;
      if (this.#still < this.#cells && this.#collected.size < model.batches.mostItems) return;
      const all = [...this.#collected.values()].slice(0, model.batches.mostItems);
      for (const { item } of all) this.#collected.delete(item.customId);
      void this.#follow(
        () => this.#send(all),
        () => all,
      );
    });
  }

  async #send(all: readonly Waiting[]): Promise<KnownBatch> {
    const items = all.map(({ item }) => item);
    const known = await submitBatch(this.#options.model, items, this.#options);
    const stored = { ...known, modelId: this.#options.model.id, items, at: '', submittedAt: null };
    for (const one of all) {
      this.#sent.set(one.item.customId, stored);
      this.#waiting.set(one.item.customId, one);
    }
    return known;
  }

  #joinSent(batch: StoredBatch, waiting: Waiting): void {
    this.#waiting.set(waiting.item.customId, waiting);
    if (this.#watched.has(batch.marker)) return;
    this.#watched.add(batch.marker);
    void this.#follow(
      () => this.#recall(batch),
      () => this.#waitingFor(batch.marker),
    );
  }

  /** What an earlier process recorded, and perhaps never sent. */
  async #recall(batch: StoredBatch): Promise<KnownBatch | null> {
    const { model, store, clock } = this.#options;
    const sought = { marker: batch.marker, firstCustomId: batch.items[0]?.customId ?? '' };
    const batchId = batch.batchId ?? (await findBatch(model.batches, sought, this.#options));
    const at = new Date(clock.now()).toISOString();
    if (batchId !== null) {
      if (batch.batchId === null) store.batchSubmitted(batch.marker, batchId, at);
      return { marker: batch.marker, batchId };
    }
    store.batchEnded(batch.marker, at);
    for (const { customId } of batch.items) {
      this.#sent.delete(customId);
      const waiting = this.#waiting.get(customId);
      this.#waiting.delete(customId);
      if (waiting) this.#collected.set(customId, waiting);
    }
    this.#sendWhenStill();
    return null;
  }

  /** Gives each cell that waits its answer, or the trouble that keeps it from one. `early`: the cells before the batch is known. */
  async #follow(open: () => Promise<KnownBatch | null>, early: () => readonly Waiting[]): Promise<void> {
    let concerned = early;
    try {
      const known = await open();
      if (known === null) return;
      concerned = () => this.#waitingFor(known.marker);
      const state = await awaitBatch(this.#options.model, known, this.#options);
      const replies = new Map(
        state.state === 'ended' ? state.replies.map((one) => [one.customId, one.reply]) : [],
      );
      const lost =
        state.state === 'lost' ? state.reason : 'the batch came back without an answer to this request';
      for (const { item, answer } of concerned()) answer(replies.get(item.customId) ?? troubleFor(lost));
    } catch (error) {
      this.#failAll(concerned(), error);
    }
  }

  #failAll(concerned: readonly Waiting[], error: unknown): void {
    for (const { answer, fail } of concerned) {
      try {
        answer(asReply(error));
      } catch (bug) {
        fail(bug);
      }
    }
  }

  #waitingFor(marker: string): Waiting[] {
    return [...this.#waiting.values()].filter(({ item }) => this.#sent.get(item.customId)?.marker === marker);
  }
}

function troubleFor(reason: string): ModelReply {
  const trouble = { kind: 'server' as const, status: null, retryAfterMs: null };
  return { outcome: 'provider-trouble', reason, trouble };
}
