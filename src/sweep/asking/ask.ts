import type { Model } from '../../domain/model.ts';
import { costOf } from '../../domain/money.ts';
import type { Clock } from '../../domain/ports.ts';
import type { ModelReply, ModelRequest, RequestTimeouts, TroubleKind } from '../../domain/reply.ts';
import type { SweepEvent } from '../sweep-event.ts';
import type { Limit } from '../tally.ts';
import type { LaneNews } from './breaker.ts';
import type { Budget } from './budget.ts';
import { GivingUp } from './giving-up.ts';
import { LaneGate, type Pass } from './lane-gate.ts';
import { retryDelayMs } from './retry-policy.ts';

/** What is to be asked. `key`: of the reply in the run file. */
export interface Asked {
  readonly id: string;
  readonly round: number;
  readonly key: string;
  readonly model: Model;
  readonly request: ModelRequest;
}

/** One request that was made, and what came of it. */
export interface Attempted {
  readonly reply: ModelReply;
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** 1, 2, 3… within one `ask`. */
  readonly attempt: number;
  /** US dollars; null: not known. */
  readonly costUsd: number | null;
  readonly isBatch?: boolean;
}

/** Keeps a request's answer, before anything else is done with it. What it throws flies. */
export interface Commit {
  commit(attempted: Attempted): void;
}

export type AskResult =
  | { readonly kind: 'answered'; readonly reply: ModelReply }
  | { readonly kind: 'left-out'; readonly limit: Limit };

/** Asks models as their providers bear it and as the budget allows. */
export interface Asker {
  /** The answer, or the trouble that is left when trying again has not helped; each attempt is committed. Rejects with the signal's reason. */
  ask(asked: Asked, commit: Commit): Promise<AskResult>;
}

export interface AskerOptions {
  readonly clock: Clock;
  /** 0 ≤ x < 1 */
  readonly random: () => number;
  readonly budget: Budget;
  /** The user's own limit of requests at a time to one provider. */
  readonly mostRequests: number;
  readonly timeouts?: RequestTimeouts;
  readonly onEvent: (event: SweepEvent) => void;
  readonly signal: AbortSignal;
}

/** Trying is over after this long, whatever the number of attempts; waiting for a lane does not count. */
const LONGEST_TRYING_MS = 60 * 60_000;

export function createAsker(options: AskerOptions): Asker {
  return new PatientAsker(options);
}

class PatientAsker implements Asker {
  readonly #options: AskerOptions;
  readonly #gates = new Map<string, LaneGate>();
  readonly #givingUp: GivingUp;

  constructor(options: AskerOptions) {
    this.#options = options;
    this.#givingUp = new GivingUp(options.onEvent);
  }

  async ask(asked: Asked, commit: Commit): Promise<AskResult> {
    const { clock, random, signal } = this.#options;
    const tries = new Map<TroubleKind, number>();
    let tryingMs = 0;
    for (let attempt = 1; ; attempt += 1) {
      const result = await this.#attempt(asked, { attempt, commit });
      if (result.kind === 'left-out') return result;
      const trouble = result.reply.outcome === 'provider-trouble' ? result.reply.trouble : undefined;
      if (!trouble || this.#givingUp.reasonFor(asked.model) !== null) return result;
      const ofKind = (tries.get(trouble.kind) ?? 0) + 1;
      tries.set(trouble.kind, ofKind);
      tryingMs += result.durationMs;
      const delayMs = retryDelayMs(trouble, { ofKind, random });
      if (delayMs === null || tryingMs + delayMs > LONGEST_TRYING_MS) return result;
      tryingMs += delayMs;
      if (delayMs > 0) await clock.sleep(delayMs, signal);
    }
  }

  /** One request, when there is room for it in the budget and on its lane. */
  async #attempt(asked: Asked, { attempt, commit }: Attempting): Promise<AttemptResult> {
    const { budget, signal } = this.#options;
    const { model } = asked;
    const room = await budget.take(model, signal);
    if ('leftOut' in room) return { kind: 'left-out', limit: room.leftOut };
    let costUsd: number | null = 0;
    let isSent = false;
    try {
      const pass = await this.#gateOf(model)?.enter(model.id);
      if (pass === null)
        return this.#notAsked({ commit, reason: this.#gateOf(model)?.whyShut() ?? 'not asked' });
      const reason = this.#givingUp.reasonFor(model);
      if (reason !== null || budget.isOver()) {
        pass?.leave('not-sent', null);
        if (reason === null) return { kind: 'left-out', limit: 'max-minutes' };
        return this.#notAsked({
          commit,
          reason: `not asked, since requests like it were refused: ${reason}`,
        });
      }
      isSent = true;
      const attempted = await this.#send(asked, attempt, pass);
      costUsd = attempted.costUsd;
      commit.commit(attempted);
      this.#tell(asked, attempted);
      return { kind: 'answered', reply: attempted.reply, durationMs: attempted.durationMs };
    } finally {
      if (isSent) room.settle(costUsd);
      else room.giveBack();
    }
  }

  async #send(
    { id, round, model, request }: Asked,
    attempt: number,
    pass: Pass | undefined,
  ): Promise<Attempted> {
    const { clock, onEvent, signal, timeouts } = this.#options;
    const startedAtMs = clock.now();
    let news: LaneNews = 'refused';
    let retryAfterMs: number | null = null;
    try {
      onEvent({ kind: 'asked', id, round, attempt });
      const reply = await model.reply(request, { signal, ...(timeouts && { timeouts }) });
      if (reply.outcome === 'provider-trouble') signal.throwIfAborted();
      this.#givingUp.learn(model, reply);
      news = newsOf(reply);
      retryAfterMs = (reply.outcome === 'provider-trouble' ? reply.trouble?.retryAfterMs : null) ?? null;
      return {
        reply,
        startedAtMs,
        durationMs: clock.now() - startedAtMs,
        attempt,
        costUsd: costOfReply(reply, model),
      };
    } finally {
      pass?.leave(news, retryAfterMs);
    }
  }

  #notAsked({ commit, reason }: { readonly commit: Commit; readonly reason: string }): AttemptResult {
    const reply: ModelReply = { outcome: 'provider-trouble', reason };
    commit.commit({ reply, startedAtMs: this.#options.clock.now(), durationMs: 0, attempt: 0, costUsd: 0 });
    return { kind: 'answered', reply, durationMs: 0 };
  }

  #tell({ id, round }: Asked, { reply, costUsd }: Attempted): void {
    const trouble = reply.outcome === 'provider-trouble' ? (reply.trouble?.kind ?? null) : null;
    this.#options.onEvent({
      kind: 'replied',
      id,
      round,
      outcome: reply.outcome,
      trouble,
      isCached: false,
      costUsd,
    });
  }

  /** What needs no lane has none. */
  #gateOf({ lane }: Model): LaneGate | undefined {
    if (!lane) return undefined;
    const gate =
      this.#gates.get(lane.id) ??
      new LaneGate({
        ...this.#options,
        laneId: lane.id,
        most: Math.max(1, Math.min(lane.mostRequests, this.#options.mostRequests)),
      });
    this.#gates.set(lane.id, gate);
    return gate;
  }
}

interface Attempting {
  readonly attempt: number;
  readonly commit: Commit;
}

type AttemptResult =
  | { readonly kind: 'answered'; readonly reply: ModelReply; readonly durationMs: number }
  | { readonly kind: 'left-out'; readonly limit: Limit };

const NEWS: Readonly<Record<TroubleKind, LaneNews>> = {
  'rate-limit': 'rate-limit',
  server: 'down',
  network: 'down',
  timeout: 'down',
  malformed: 'down',
  key: 'refused',
  quota: 'refused',
  'not-found': 'refused',
  'bad-request': 'refused',
};

function newsOf(reply: ModelReply): LaneNews {
  if (reply.outcome !== 'provider-trouble') return 'answered';
  return reply.trouble ? NEWS[reply.trouble.kind] : 'refused';
}

/** What the provider says that it cost, else by its tokens; a request that failed before any were counted costs nothing. */
function costOfReply(reply: ModelReply, { price }: Model): number | null {
  if (price === undefined) return 0;
  if (reply.outcome === 'provider-trouble' && !reply.facts?.usage) return 0;
  return reply.facts?.costUsd ?? costOf(reply.facts?.usage ?? null, price);
}
