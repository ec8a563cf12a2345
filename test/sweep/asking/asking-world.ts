import type { Model, ModelPrice } from '../../../src/domain/model.ts';
import type { Clock } from '../../../src/domain/ports.ts';
import type { ModelReply, ModelRequest, ReplyFacts, TroubleKind } from '../../../src/domain/reply.ts';
import {
  type AskerOptions,
  type AskResult,
  type Attempted,
  createAsker,
} from '../../../src/sweep/asking/ask.ts';
import { type BudgetOptions, createBudget } from '../../../src/sweep/asking/budget.ts';
import type { SweepEvent } from '../../../src/sweep/sweep-event.ts';
import { seededRandom } from '../../../src/util/random.ts';
import { makeTask } from '../../helpers/sweep-world.ts';
import { type VirtualClock, virtualClock } from '../../helpers/virtual-clock.ts';

export const NO_LIMITS = { maxCostUsd: null, maxRequests: null, maxMinutes: null };
export const MINUTE_MS = 60_000;
const DEAR: ModelPrice = { inputUsd: 1, outputUsd: 1, cachedInputUsd: null, basis: 'a test' };
const NOTHING_KNOWN: ReplyFacts = {
  reasoning: null,
  stopReason: null,
  usage: null,
  latencyMs: null,
  firstTokenMs: null,
  requestId: null,
  servedBy: null,
  costUsd: null,
  raw: null,
};

export function answer(costUsd: number | null = 0): ModelReply {
  return { outcome: 'replied', text: 'otter', note: '', facts: { ...NOTHING_KNOWN, costUsd } };
}

const STATUS: Readonly<Partial<Record<TroubleKind, number>>> = {
  'rate-limit': 429,
  server: 500,
  key: 401,
  quota: 402,
  'not-found': 404,
  'bad-request': 400,
};

export function trouble(kind: TroubleKind, retryAfterMs: number | null = null): ModelReply {
  const status = STATUS[kind] ?? null;
  return { outcome: 'provider-trouble', reason: `trouble: ${kind}`, trouble: { kind, status, retryAfterMs } };
}

/** What a fake provider is told of a request. */
export interface AtProvider {
  /** 1, 2, 3… of this model. */
  readonly number: number;
  readonly atMs: number;
  /** Requests of the same lane that are under way, this one included. */
  readonly underWay: number;
}

export interface FakeModel {
  readonly id: string;
  readonly laneId: string;
  readonly mostRequests: number;
  /** Cells. */
  readonly asks: number;
  /** Requests that are expected; its cells where left out. */
  readonly expectedRequests?: number;
  readonly guessedUsd: number;
  readonly isFree: boolean;
  /** Long enough for a provider; begins when the request is sent. */
  readonly latencyMs: (at: AtProvider) => number;
  readonly reply: (at: AtProvider) => ModelReply;
}

export function fakeModel(changes: Partial<FakeModel> = {}): FakeModel {
  return {
    id: 'fake/a',
    laneId: 'fake',
    mostRequests: Number.POSITIVE_INFINITY,
    asks: 1,
    guessedUsd: 0,
    isFree: false,
    latencyMs: () => 1_000,
    reply: () => answer(),
    ...changes,
  };
}

/** A request as the provider saw it. */
export interface Seen {
  readonly modelId: string;
  readonly laneId: string;
  readonly cell: number;
  readonly sentMs: number;
  endedMs: number;
  costUsd: number | null;
}

export interface Course {
  readonly models: readonly FakeModel[];
  readonly limits?: Pick<BudgetOptions, 'maxCostUsd' | 'maxRequests' | 'maxMinutes'>;
  /** Cells of each model under way. */
  readonly cellsAtATime?: number;
  readonly mostRequests?: number;
  readonly seed?: number;
  readonly spent?: BudgetOptions['spent'];
  readonly signal?: AbortSignal;
  readonly onCommit?: (attempted: Attempted) => void;
  readonly keepsNothing?: boolean;
}

export interface Went {
  readonly seen: readonly Seen[];
  /** By model, in the order of its cells. */
  readonly results: Readonly<Record<string, readonly AskResult[]>>;
  readonly committed: readonly (Attempted & { readonly cell: string })[];
  readonly events: readonly SweepEvent[];
  readonly endedMs: number;
  readonly clock: VirtualClock;
}

/** Asks all cells of all models, some at a time, in virtual time. Throws when that does not come to an end. */
export async function runCourse(course: Course): Promise<Went> {
  const { models, limits = NO_LIMITS, seed = 1, spent = new Map(), keepsNothing = false } = course;
  const clock = virtualClock();
  const seen: Seen[] = [];
  const events: SweepEvent[] = [];
  const committed: (Attempted & { cell: string })[] = [];
  const plans = models.map(({ id, asks, expectedRequests = asks, guessedUsd }) => ({
    modelId: id,
    expectedRequests,
    expectedUsdPerRequest: guessedUsd,
  }));
  const options: AskerOptions = {
    clock,
    random: seededRandom(seed),
    budget: createBudget({ ...limits, clock, spent, models: plans }),
    mostRequests: course.mostRequests ?? Number.POSITIVE_INFINITY,
    onEvent: (event) => {
      if (!keepsNothing) events.push(event);
    },
    signal: course.signal ?? new AbortController().signal,
  };
  const asker = createAsker(options);
  const results: Record<string, AskResult[]> = {};
  const work = models.map(async (fake) => {
    const model = toModel(fake, { clock, seen, keepsNothing });
    const ofModel: AskResult[] = [];
    results[fake.id] = ofModel;
    let next = 0;
    const worker = async (): Promise<void> => {
      while (next < fake.asks) {
        const cell = next;
        next += 1;
        const id = `${fake.id} ${cell}`;
        const asked = { id, round: 1, key: id, model, request: requestOf(cell) };
        const result = await asker.ask(asked, {
          commit(attempted) {
            course.onCommit?.(attempted);
            if (!keepsNothing) committed.push({ ...attempted, cell: id });
          },
        });
        if (!keepsNothing) ofModel[cell] = result;
      }
    };
    await Promise.all(Array.from({ length: course.cellsAtATime ?? 8 }, worker));
  });
  await clock.run(Promise.all(work));
  return { seen, results, committed, events, endedMs: clock.now(), clock };
}

const TASK = makeTask('otters/one');

function requestOf(sample: number): ModelRequest {
  return { task: TASK, track: 'blind', sample, round: 1, systemPrompt: '', messages: [] };
}

interface Provider {
  readonly clock: Clock;
  readonly seen: Seen[];
  readonly keepsNothing?: boolean;
}

const underWayOf = new WeakMap<Seen[], Map<string, number>>();

/** A provider over the clock, that writes down what it sees. */
export function toModel(fake: FakeModel, { clock, seen, keepsNothing = false }: Provider): Model {
  const { id, laneId, mostRequests, isFree } = fake;
  const underWay = underWayOf.get(seen) ?? new Map<string, number>();
  underWayOf.set(seen, underWay);
  const count = (change: number): number => {
    const now = (underWay.get(laneId) ?? 0) + change;
    underWay.set(laneId, now);
    return now;
  };
  let number = 0;
  return {
    id,
    disclosure: null,
    lane: { id: laneId, mostRequests, oneModelAtATime: false },
    ...(isFree ? {} : { price: DEAR }),
    samplesFor: () => Number.POSITIVE_INFINITY,
    async reply(request, { signal } = {}) {
      number += 1;
      const at = { number, atMs: clock.now(), underWay: count(1) };
      const one: Seen = {
        modelId: id,
        laneId,
        cell: request.sample,
        sentMs: at.atMs,
        endedMs: Number.POSITIVE_INFINITY,
        costUsd: null,
      };
      if (!keepsNothing) seen.push(one);
      const reply = fake.reply(at);
      try {
        await clock.sleep(fake.latencyMs(at), signal);
        one.endedMs = clock.now();
        one.costUsd = reply.facts?.costUsd ?? 0;
        return reply;
      } finally {
        count(-1);
      }
    },
  };
}

/** How many results there are of each kind: `replied`, `server`, `max-cost`… */
export function countResults(results: readonly AskResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const name = nameOf(result);
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function nameOf(result: AskResult): string {
  if (result.kind === 'left-out') return result.limit;
  const { reply } = result;
  if (reply.outcome !== 'provider-trouble') return reply.outcome;
  return reply.trouble?.kind ?? 'not asked';
}

/** The most requests that were under way at the same moment. */
export function mostAtATime(seen: readonly Seen[]): number {
  const changes = seen
    .flatMap(({ sentMs, endedMs }) => [
      { atMs: sentMs, change: 1 },
      { atMs: endedMs, change: -1 },
    ])
    .sort((a, b) => a.atMs - b.atMs || a.change - b.change);
  let now = 0;
  return changes.reduce((most, { change }) => {
    now += change;
    return Math.max(most, now);
  }, 0);
}
