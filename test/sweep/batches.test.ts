import { describe, expect, it } from 'vitest';
import type { BatchItem, BatchPort, BatchState } from '../../src/domain/batch.ts';
import type { Model } from '../../src/domain/model.ts';
import { type ModelReply, ModelTroubleError, type ReplyFacts } from '../../src/domain/reply.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { runSweep, type SweepOptions } from '../../src/sweep/run-sweep.ts';
import type { SweepEvent } from '../../src/sweep/sweep-event.ts';
import { seededRandom } from '../../src/util/random.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { circleModel, makeTask } from '../helpers/sweep-world.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const TASKS = [makeTask('otters/one', { tracks: ['blind', 'repair'] }), makeTask('otters/two')];
const BROKEN = '```latex\n\\begin{tikzpicture}\n\\undefined\n\\end{tikzpicture}\n```';
const CHANCE = seededRandom(1);
const TROUBLE = { kind: 'network' as const, status: null, retryAfterMs: null };

/** A provider that keeps its batches over the deaths of our process. */
class Provider {
  readonly batches = new Map<string, { readonly marker: string; readonly items: readonly BatchItem[] }>();
  /** Looks until a batch has ended. */
  looksNeeded = 2;
  looks = 0;
  onSubmit: (items: readonly BatchItem[], accept: () => string) => string = (_items, accept) => accept();
  reply: (item: BatchItem) => ModelReply | null = (item) => answer(item);

  port(): BatchPort {
    return {
      priceFactor: 0.5,
      mostItems: 100,
      submit: async (items, { marker }) =>
        this.onSubmit(items, () => {
          const id = `batch_${this.batches.size + 1}`;
          this.batches.set(id, { marker, items });
          return id;
        }),
      find: async (marker) => [...this.batches].find(([, batch]) => batch.marker === marker)?.[0] ?? null,
      look: async (batchId) => this.look(batchId),
    };
  }

  look(batchId: string): BatchState {
    const batch = this.batches.get(batchId);
    if (!batch) return { state: 'lost', reason: 'there is no such batch' };
    this.looks += 1;
    if (this.looks % this.looksNeeded !== 0) return { state: 'running', done: 0, total: batch.items.length };
    const replies = batch.items.flatMap((item) => {
      const reply = this.reply(item);
      return reply ? [{ customId: item.customId, reply }] : [];
    });
    return { state: 'ended', replies };
  }

  get itemsSent(): number {
    return [...this.batches.values()].reduce((sum, { items }) => sum + items.length, 0);
  }
}

const FACTS: ReplyFacts = {
  reasoning: null,
  stopReason: 'stop',
  usage: { inputTokens: 1_000, outputTokens: 1_000, reasoningTokens: null, cachedInputTokens: null },
  latencyMs: null,
  firstTokenMs: null,
  requestId: null,
  servedBy: null,
  costUsd: null,
  raw: null,
};

function answer({ request }: BatchItem, body = '\\draw (0,0) circle (1);'): ModelReply {
  const text = `${request.sample}\n\`\`\`latex\n\\begin{tikzpicture}\n${body}\n\\end{tikzpicture}\n\`\`\``;
  return { outcome: 'replied', text, note: '', facts: FACTS };
}

function modelOf(provider: Provider): Model {
  return {
    ...circleModel('fake/batched', {
      onReply: () => {
        throw new Error('nothing is asked one by one');
      },
    }),
    lane: { id: 'fake', mostRequests: 10, oneModelAtATime: false },
    price: { inputUsd: 1, outputUsd: 3, cachedInputUsd: null, basis: 'a test' },
    batches: provider.port(),
  };
}

async function sweepBy(provider: Provider, changes: Partial<SweepOptions> = {}, folder = temporaryFolder()) {
  const events: SweepEvent[] = [];
  using store = createRunStore(folder);
  const result = await runSweep(
    sweepOptions(store, {
      tasks: TASKS,
      models: [modelOf(provider)],
      usesBatches: true,
      random: CHANCE,
      onEvent: (event) => events.push(event),
      ...changes,
    }),
  );
  return {
    folder,
    events,
    result,
    spend: store.spend(),
    open: store.openBatches(),
    samples: [...store.listSamples()],
  };
}

describe('a sweep in batches', () => {
  it('sends all that can be asked at once, for the lower price, and waits in the open', async () => {
    const provider = new Provider();
    const { result, events, spend, open } = await sweepBy(provider);
    expect(result).toMatchObject({ planned: 6, finished: 6, troubles: 0 });
    expect([...provider.batches.values()].map(({ items }) => items.length)).toEqual([6]);
    expect(events.filter(({ kind }) => kind === 'waiting')).toEqual([
      {
        kind: 'waiting',
        lane: 'fake',
        why: 'batch',
        untilMs: expect.any(Number),
        reason: 'batch of 6: 0 done',
      },
    ]);
    // 1,000 tokens in at $1 and 1,000 out at $3 a million, halved, six times.
    expect(spend.costUsd).toBeCloseTo(0.012, 9);
    expect(open).toEqual([]);
  });

  it('sends the second round of all conversations together', async () => {
    const provider = new Provider();
    provider.reply = (item) => answer(item, item.request.round === 1 ? '\\undefined' : undefined);
    const { samples } = await sweepBy(provider, { tracks: ['repair'], tasks: TASKS.slice(0, 1) });
    expect(
      [...provider.batches.values()].map(({ items }) => items.map(({ request }) => request.round)),
    ).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
    expect(samples.map(({ rounds }) => rounds.map(({ outcome }) => outcome))).toEqual([
      ['tex-error', 'drawn'],
      ['tex-error', 'drawn'],
      ['tex-error', 'drawn'],
    ]);
  });

  it('picks up a batch of a process that is gone, with or without --batch', async () => {
    for (const usesBatches of [true, false]) {
      const provider = new Provider();
      provider.looksNeeded = 1_000;
      const controller = new AbortController();
      const sleep = async (_ms: number, signal?: AbortSignal): Promise<void> => {
        controller.abort();
        signal?.throwIfAborted();
      };
      const clock = { now: () => 1_700_000_000_000, sleep };
      const first = await sweepBy(provider, { clock, signal: controller.signal });
      expect(first.result).toMatchObject({ finished: 0, isCancelled: true });
      expect(first.open.map(({ batchId, items }) => [batchId, items.length])).toEqual([['batch_1', 6]]);
      provider.looksNeeded = 1;
      const second = await sweepBy(provider, { usesBatches }, first.folder);
      expect(second.result).toMatchObject({ finished: 6, troubles: 0 });
      expect(provider.itemsSent).toBe(6);
      expect(second.open).toEqual([]);
    }
  });

  it('finds a batch that was taken although the process died before it was told', async () => {
    const provider = new Provider();
    provider.onSubmit = (_items, accept) => {
      accept();
      throw new TypeError('the process dies here');
    };
    const folder = temporaryFolder();
    await expect(sweepBy(provider, {}, folder)).rejects.toThrow('the process dies here');
    const { result, open } = await sweepBy(provider, {}, folder);
    expect(result).toMatchObject({ finished: 6, troubles: 0 });
    expect([provider.itemsSent, open]).toEqual([6, []]);
  });

  it('sends a batch anew that was recorded and never taken', async () => {
    const provider = new Provider();
    provider.onSubmit = () => {
      throw new TypeError('the process dies here');
    };
    const folder = temporaryFolder();
    await expect(sweepBy(provider, {}, folder)).rejects.toThrow('the process dies here');
    provider.onSubmit = (_items, accept) => accept();
    const { result, open } = await sweepBy(provider, {}, folder);
    expect(result).toMatchObject({ finished: 6 });
    expect([provider.itemsSent, open]).toEqual([6, []]);
  });

  it('looks before it sends again when the connection broke while sending', async () => {
    const provider = new Provider();
    let broken = false;
    provider.onSubmit = (_items, accept) => {
      const id = accept();
      if (broken) return id;
      broken = true;
      throw new ModelTroubleError('cut', TROUBLE);
    };
    const { result } = await sweepBy(provider);
    expect([result.finished, provider.itemsSent]).toEqual([6, 6]);
  });

  it('counts an answer that is missing as trouble, asks it again by the next call, and nothing else', async () => {
    const provider = new Provider();
    provider.reply = (item) => (item.request.sample === 2 ? null : answer(item));
    const first = await sweepBy(provider);
    expect(first.result).toMatchObject({ finished: 6, troubles: 2 });
    provider.reply = (item) => answer(item);
    const second = await sweepBy(provider, {}, first.folder);
    expect(second.result).toMatchObject({ finished: 6, troubles: 0 });
    expect(provider.itemsSent).toBe(8);
  });

  it('ends in trouble when the provider refuses the batch, and has sent it once', async () => {
    const provider = new Provider();
    let submits = 0;
    provider.onSubmit = () => {
      submits += 1;
      throw new ModelTroubleError('no such key', { ...TROUBLE, kind: 'key', status: 401 });
    };
    const { result, samples } = await sweepBy(provider);
    expect([result.troubles, submits]).toEqual([6, 1]);
    expect(new Set(samples.map(({ reason }) => reason))).toEqual(new Set(['no such key']));
  });

  it('sends no more than the budget allows', async () => {
    const provider = new Provider();
    const { result } = await sweepBy(provider, {
      limits: { maxCostUsd: null, maxRequests: 4, maxMinutes: null },
    });
    expect([provider.itemsSent, result.leftOut.length, result.limit]).toEqual([4, 2, 'max-requests']);
  });

  it('keeps replies that do not compile like any other', async () => {
    const provider = new Provider();
    provider.reply = () => ({ outcome: 'replied', text: BROKEN, note: '', facts: FACTS });
    const { result } = await sweepBy(provider);
    expect(result.outcomes).toEqual({ 'tex-error': 6 });
  });
});
