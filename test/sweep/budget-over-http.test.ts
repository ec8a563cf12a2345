import { describe, expect, it, onTestFinished } from 'vitest';
import type { ModelFacts } from '../../src/domain/model.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { runSweep, type SweepLimits, type SweepOptions } from '../../src/sweep/run-sweep.ts';
import type { SweepEvent } from '../../src/sweep/sweep-event.ts';
import { askerOf, httpSweep, modelsThatTell, replyByAsker } from '../fixtures/http-sweep.ts';
import { type ModelServer, type SeenRequest, startModelServer } from '../helpers/model-server.ts';
import type { Answer } from '../helpers/model-server-answers.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const CHEAP = 'openai/cheap';
const DEAR = 'anthropic/dear';
const NO_LIMITS: SweepLimits = { maxCostUsd: null, maxRequests: null, maxMinutes: null };

/** What is known of a model: its price, per million tokens. The dear one takes five times as much. */
function factsOf(id: string): ModelFacts {
  const times = id === DEAR ? 5 : 1;
  const price = { inputUsd: times, outputUsd: 5 * times, cachedInputUsd: null, basis: 'made up' };
  return {
    ...{ id, name: id, family: null, maker: null, releasedOn: null, hasOpenWeights: null },
    ...{ contextTokens: null, maxOutputTokens: 50_000, seesPictures: true, reasons: false },
    ...{ takesTemperature: true, price },
  };
}

interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

interface Spending {
  readonly limits: Partial<SweepLimits>;
  readonly changes?: Partial<SweepOptions>;
}

/** A server that says of each answer that it took so many tokens, and how to run a sweep of two models on it. */
async function shop(usage: Usage) {
  const server = await startModelServer({
    text: replyByAsker,
    // Those that are sure to cost nothing.
    faults: { share: 0.1, seed: 3, kinds: ['rate-limit', 'server', 'overloaded'] },
    usage,
  });
  onTestFinished(() => server.close());
  const facts = [factsOf(CHEAP), factsOf(DEAR)];
  const models = await modelsThatTell(server.variables, { ids: [CHEAP, DEAR], facts });
  const sweep = async (folder: string, { limits, changes }: Spending) => {
    using store = createRunStore(folder);
    const events: SweepEvent[] = [];
    const before = server.requests.length;
    const result = await runSweep(
      httpSweep(store, {
        models,
        limits: { ...NO_LIMITS, ...limits },
        onEvent: (event) => void events.push(event),
        ...changes,
      }),
    );
    return { result, events, spend: store.spend(), asked: server.requests.slice(before) };
  };
  return { server, sweep };
}

/** What an answer with so many tokens costs. */
function usdOf(modelId: string, { inputTokens, outputTokens }: Usage): number {
  return ((modelId === DEAR ? 5 : 1) * (inputTokens + 5 * outputTokens)) / 1_000_000;
}

/** By the server's own count: answers that went out whole. */
function answersOf(server: ModelServer, modelId: string): SeenRequest[] {
  return server.requests.filter(
    (seen) => seen.outcome === 'answered' && askerOf(seen).split('|')[1] === modelId,
  );
}

const BLIND: Partial<SweepOptions> = { tracks: ['blind'], samples: 15 };

/** What the replies told of so far had cost each time that another request was begun. */
function spentWhenAsked(events: readonly SweepEvent[]): number[] {
  let spentUsd = 0;
  return events.flatMap((event) => {
    if (event.kind === 'replied') spentUsd += event.costUsd ?? Number.POSITIVE_INFINITY;
    return event.kind === 'asked' ? [spentUsd] : [];
  });
}

const SHORT = { inputTokens: 1_000, outputTokens: 1_000 };
const LONG = { inputTokens: 1_000, outputTokens: 40_000 };

describe('a limit on money', () => {
  it('is kept by the count of the server, and shared alike by models of different prices', async () => {
    const { server, sweep } = await shop(SHORT);
    const { result, events, spend } = await sweep(temporaryFolder(), {
      limits: { maxCostUsd: 0.24 },
      changes: BLIND,
    });
    const paid = [CHEAP, DEAR].map((id) => answersOf(server, id).length * usdOf(id, SHORT));
    const total = paid.reduce((sum, usd) => sum + usd, 0);
    expect(total).toBeLessThanOrEqual(0.24 + 1e-9);
    expect(spend.costUsd).toBeCloseTo(total, 9);
    // Half of it each, to one answer: that of the cheap one costs 0.006, of the dear one 0.03.
    expect(Math.max(...paid.map((usd) => Math.abs(usd - 0.12)))).toBeLessThanOrEqual(0.03 + 1e-9);
    expect(result).toMatchObject({ planned: 60, limit: 'max-cost', isCancelled: false });
    const told = events.flatMap((event) => (event.kind === 'left-out' ? [event.id] : []));
    expect(told).toEqual(result.leftOut);
    const finished = events.flatMap((event) => (event.kind === 'finished' ? [event.id] : []));
    expect(new Set([...told, ...finished]).size).toBe(60);
  });

  it('is overshot by no more than the first answers where these cost far more than was expected', async () => {
    const { server, sweep } = await shop(LONG);
    const { result, events, spend } = await sweep(temporaryFolder(), {
      limits: { maxCostUsd: 0.5 },
      changes: BLIND,
    });
    const paid = [CHEAP, DEAR].map((id) => answersOf(server, id).length * usdOf(id, LONG));
    const total = paid.reduce((sum, usd) => sum + usd, 0);
    expect(Math.min(...paid)).toBeGreaterThan(0);
    // Nobody knew what a request costs before the first answer of each model: until then one is in flight.
    expect(total).toBeLessThanOrEqual(0.5 + usdOf(CHEAP, LONG) + usdOf(DEAR, LONG));
    expect(Math.max(...spentWhenAsked(events))).toBeLessThan(0.5);
    expect(spend.costUsd).toBeCloseTo(total, 9);
    expect(result.limit).toBe('max-cost');
  });

  it('is overshot by no more than is under way where answers become dearer on the way', async () => {
    const { server, sweep } = await shop(SHORT);
    const usageOf = ({ number }: SeenRequest) => (number <= 20 ? SHORT : LONG);
    const says = (seen: SeenRequest): Answer => {
      const { inputTokens, outputTokens } = usageOf(seen);
      const usage = { input_tokens: inputTokens, output_tokens: outputTokens };
      return { kind: 'mock', response: { content: replyByAsker(seen), usage } };
    };
    server.script(...Array.from({ length: 60 }, () => says));
    const { result, events } = await sweep(temporaryFolder(), {
      limits: { maxCostUsd: 1 },
      changes: BLIND,
    });
    const costs = server.requests.map((seen) => usdOf(askerOf(seen).split('|')[1] ?? '', usageOf(seen)));
    const total = costs.reduce((sum, usd) => sum + usd, 0);
    expect(total).toBeGreaterThan(1);
    // Of each model at most four requests and two more cells are under way at a time.
    expect(total).toBeLessThanOrEqual(1 + 6 * (usdOf(CHEAP, LONG) + usdOf(DEAR, LONG)));
    expect(Math.max(...spentWhenAsked(events))).toBeLessThan(1);
    expect(result.limit).toBe('max-cost');
  });

  it('counts what earlier runs spent; a higher one finishes the rest and pays nothing twice', async () => {
    const { server, sweep } = await shop(SHORT);
    const folder = temporaryFolder();
    const first = await sweep(folder, { limits: { maxCostUsd: 0.3 } });
    expect(first.result.limit).toBe('max-cost');
    expect(first.spend.costUsd).toBeGreaterThan(0.2);
    expect(first.spend.costUsd).toBeLessThanOrEqual(0.3 + 1e-9);
    // What is paid for already is the first thing that it has to cover.
    const same = await sweep(folder, { limits: { maxCostUsd: first.spend.costUsd } });
    expect({ asked: same.asked, leftOut: [...same.result.leftOut].sort() }).toEqual({
      asked: [],
      leftOut: [...first.result.leftOut].sort(),
    });
    const more = await sweep(folder, { limits: { maxCostUsd: 0.5 } });
    expect(more.spend.costUsd).toBeGreaterThan(first.spend.costUsd);
    expect(more.spend.costUsd).toBeLessThanOrEqual(0.5 + 1e-9);
    const whole = await sweep(folder, { limits: { maxCostUsd: 100 } });
    expect(whole.result).toMatchObject({ planned: 36, finished: 36, leftOut: [], limit: null });
    const answered = server.requests.filter(({ outcome }) => outcome === 'answered').map(askerOf);
    expect(new Set(answered).size).toBe(answered.length);
    expect(whole.spend.byModel.get(CHEAP)?.answers).toBe(answersOf(server, CHEAP).length);
  });
});

describe('a limit on requests', () => {
  it('is kept to the request, those that fail included, and shared alike', async () => {
    const { server, sweep } = await shop(SHORT);
    const folder = temporaryFolder();
    const { result, spend } = await sweep(folder, { limits: { maxRequests: 21 }, changes: BLIND });
    expect(server.requests).toHaveLength(21);
    expect(spend.requests).toBe(21);
    expect(server.requests.some(({ outcome }) => outcome === 'faulted')).toBe(true);
    const shares = [CHEAP, DEAR].map((id) => spend.byModel.get(id)?.requests ?? 0);
    expect(Math.abs((shares[0] ?? 0) - (shares[1] ?? 0))).toBeLessThanOrEqual(1);
    expect(result).toMatchObject({ limit: 'max-requests', isCancelled: false });

    const whole = await sweep(folder, { limits: { maxRequests: 1_000 }, changes: BLIND });
    expect(whole.result).toMatchObject({ planned: 60, finished: 60, troubles: 0, leftOut: [] });
    expect(whole.spend.requests).toBe(server.requests.length);
    const answered = server.requests.filter(({ outcome }) => outcome === 'answered').map(askerOf);
    expect([new Set(answered).size, answered.length]).toEqual([60, 60]);
  });
});
