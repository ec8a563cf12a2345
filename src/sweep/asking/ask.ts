import type { Model } from '../../domain/model.ts';
import type { Clock } from '../../domain/ports.ts';
import type { ModelReply, ModelRequest, RequestTimeouts, Trouble } from '../../domain/reply.ts';
import type { Limit } from '../limit.ts';
import type { SweepEvent } from '../sweep-event.ts';
import type { Budget, Room } from './budget.ts';
import { costOfReply } from './cost-of-reply.ts';
import { GivingUp } from './giving-up.ts';
import { LaneGate, type Pass, type Shut } from './lane-gate.ts';
import { newsOf } from './news-of.ts';
import { Tries } from './retry-policy.ts';

/** What is to be asked. `key`: of the reply in the run file. */
export interface Asked {
  readonly id: string;
  readonly round: number;
  readonly key: string;
  readonly model: Model;
  readonly request: ModelRequest;
  /** Who judges, where it is a question about the sample and not one for it. */
  readonly judgeId?: string;
}

/** One request that was made, and what came of it. */
export interface Attempted {
  readonly reply: ModelReply;
  readonly startedAtMs: number;
  readonly durationMs: number;
  /** 1, 2, 3… within one `ask`; 0: nothing was sent. */
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

export function createAsker(options: AskerOptions): Asker {
  return new PatientAsker(options);
}

type AttemptResult =
  | { readonly kind: 'answered'; readonly reply: ModelReply; readonly durationMs: number }
  | { readonly kind: 'left-out'; readonly limit: Limit }
  /** The room that it had is gone: it has to wait for other. */
  | { readonly kind: 'not-yet' };

interface Attempting {
  /** 1, 2, 3… */
  readonly attempt: number;
  /** Nothing was taken for it before. */
  readonly isFirst: boolean;
  readonly commit: Commit;
}

interface Sending extends Attempting {
  readonly room: Room;
  readonly pass: Pass;
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
    const { clock, random, signal, budget } = this.#options;
    const tries = new Tries(random);
    let attempt = 1;
    let isFirst = true;
    for (;;) {
      const result = await this.#attempt(asked, { attempt, isFirst, commit });
      isFirst = false;
      if (result.kind === 'left-out') return result;
      if (result.kind === 'not-yet') continue;
      attempt += 1;
      const { reply, durationMs } = result;
      const trouble = troubleOf(reply);
      if (!trouble || this.#givingUp.reasonFor(asked.model) !== null) return { kind: 'answered', reply };
      const delayMs = tries.delayAfter(trouble, durationMs);
      if (delayMs === null) return { kind: 'answered', reply };
      if (clock.now() + delayMs >= budget.endsAtMs) return { kind: 'left-out', limit: 'max-minutes' };
      if (delayMs > 0) await clock.sleep(delayMs, signal);
    }
  }

  /** One request, when there is room for it in the budget and on its lane. */
  async #attempt(asked: Asked, attempting: Attempting): Promise<AttemptResult> {
    const { budget, signal } = this.#options;
    const { model } = asked;
    const early = this.#refusal(model, attempting);
    if (early !== null) return early;
    const room = await budget.take(model, signal, { isRetry: !attempting.isFirst });
    if ('leftOut' in room) return { kind: 'left-out', limit: room.leftOut };
    try {
      const pass = await this.#enter(model);
      if ('shut' in pass) return this.#shutOut(pass, attempting);
      try {
        // Others have had their answers while this one waited, and some may have cost more than was expected.
        if (!room.stillFits()) return { kind: 'not-yet' };
        return this.#refusal(model, attempting) ?? (await this.#send(asked, { ...attempting, room, pass }));
      } finally {
        pass.leave('no-news', null);
      }
    } finally {
      room.giveBack();
    }
  }

  /** Why it is not sent: the time is up, or nothing more is asked of the model; null: it is. */
  #refusal(model: Model, { commit }: Attempting): AttemptResult | null {
    if (model.lane && this.#options.budget.isOver()) return { kind: 'left-out', limit: 'max-minutes' };
    const reason = this.#givingUp.reasonFor(model);
    if (reason === null) return null;
    return this.#notAsked(commit, `not asked, since requests like it were refused: ${reason}`);
  }

  #shutOut(shut: Shut, { commit }: Attempting): AttemptResult {
    if (shut.shut === 'time') return { kind: 'left-out', limit: 'max-minutes' };
    return this.#notAsked(commit, shut.reason);
  }

  async #send(asked: Asked, { attempt, commit, room, pass }: Sending): Promise<AttemptResult> {
    const { clock, onEvent, signal, timeouts } = this.#options;
    const { id, round, model, request, judgeId } = asked;
    const about = { id, round, ...(judgeId !== undefined && { judgeId }) };
    const startedAtMs = clock.now();
    onEvent({ kind: 'asked', ...about, attempt });
    const reply = await model.reply(request, { signal, ...(timeouts && { timeouts }) });
    const trouble = troubleOf(reply);
    if (reply.outcome === 'provider-trouble') signal.throwIfAborted();
    const durationMs = clock.now() - startedAtMs;
    const costUsd = costOfReply(reply, model);
    try {
      commit.commit({ reply, startedAtMs, durationMs, attempt, costUsd });
      this.#givingUp.learn(model, reply);
    } finally {
      room.settle(costUsd, reply.outcome !== 'provider-trouble');
      pass.leave(newsOf(reply), trouble?.retryAfterMs ?? null);
    }
    const outcome = { outcome: reply.outcome, trouble: trouble?.kind ?? null };
    onEvent({ kind: 'replied', ...about, ...outcome, isCached: false, costUsd });
    return { kind: 'answered', reply, durationMs };
  }

  #notAsked(commit: Commit, reason: string): AttemptResult {
    const reply: ModelReply = { outcome: 'provider-trouble', reason };
    commit.commit({ reply, startedAtMs: this.#options.clock.now(), durationMs: 0, attempt: 0, costUsd: 0 });
    return { kind: 'answered', reply, durationMs: 0 };
  }

  /** What needs no lane is let through. */
  async #enter({ lane, id }: Model): Promise<Pass | Shut> {
    if (!lane) return OPEN;
    const most = Math.max(1, Math.min(lane.mostRequests, this.#options.mostRequests));
    const { endsAtMs } = this.#options.budget;
    const gate =
      this.#gates.get(lane.id) ?? new LaneGate({ ...this.#options, laneId: lane.id, most, endsAtMs });
    this.#gates.set(lane.id, gate);
    return await gate.enter(id);
  }
}

const OPEN: Pass = { leave: () => {} };

function troubleOf(reply: ModelReply): Trouble | undefined {
  return reply.outcome === 'provider-trouble' ? reply.trouble : undefined;
}
