import type { Model } from '../../domain/model.ts';
import type { ModelReply, TroubleKind } from '../../domain/reply.ts';
import type { SweepEvent } from '../sweep-event.ts';

/** Trouble that no other request can escape: of the model, or of its whole lane. */
const AT_ONCE: ReadonlySet<TroubleKind> = new Set<TroubleKind>(['key', 'quota', 'not-found']);
const OF_THE_LANE: ReadonlySet<TroubleKind> = new Set<TroubleKind>(['key', 'quota']);
// One refused request may be that task's own fault; three, and none that was ever taken, are the settings'.
const REFUSALS_TO_GIVE_UP = 3;

interface History {
  hasAnswered: boolean;
  refusals: number;
}

/** Remembers which models are not worth asking any more: one mistake is not paid for with every cell of a sweep. */
export class GivingUp {
  readonly #histories = new Map<string, History>();
  readonly #reasons = new Map<string, string>();
  readonly #onEvent: (event: SweepEvent) => void;

  constructor(onEvent: (event: SweepEvent) => void) {
    this.#onEvent = onEvent;
  }

  /** Why a model is not asked; null: it is. */
  reasonFor(model: Model): string | null {
    return this.#reasons.get(model.id) ?? this.#reasons.get(laneKey(model)) ?? null;
  }

  learn(model: Model, reply: ModelReply): void {
    const history = this.#histories.get(model.id) ?? { hasAnswered: false, refusals: 0 };
    this.#histories.set(model.id, history);
    if (reply.outcome !== 'provider-trouble') {
      history.hasAnswered = true;
      return;
    }
    const kind = reply.trouble?.kind;
    if (kind === undefined) return;
    if (kind === 'bad-request') history.refusals += 1;
    const isRefused =
      kind === 'bad-request' && !history.hasAnswered && history.refusals >= REFUSALS_TO_GIVE_UP;
    // 403 may be about this model alone; a key that is wrong altogether gets 401.
    const isOfLane = OF_THE_LANE.has(kind) && reply.trouble?.status !== 403;
    if (AT_ONCE.has(kind) || isRefused) this.#giveUp(model, isOfLane, reply.reason);
  }

  #giveUp(model: Model, isLane: boolean, reason: string): void {
    if (this.reasonFor(model) !== null) return;
    this.#reasons.set(isLane ? laneKey(model) : model.id, reason);
    this.#onEvent({ kind: 'gave-up', modelId: model.id, reason });
  }
}

function laneKey({ lane, id }: Model): string {
  return `lane of ${lane?.id ?? id}`;
}
