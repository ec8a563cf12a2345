import type { Outcome } from '../../domain/outcome.ts';
import { judgeAccount } from '../../sweep/judging/judge.ts';
import type { SweepEvent } from '../../sweep/sweep-event.ts';

/** What the plan says of a model, for the money that is still to come. */
export interface ModelEstimate {
  readonly modelId: string;
  readonly requests: number;
  /** Null: not known. */
  readonly costUsd: number | null;
}

/** How far one model is. */
export interface ModelState {
  readonly modelId: string;
  planned: number;
  finished: number;
  leftOut: number;
  readonly outcomes: Map<Outcome, number>;
  /** Answers that were paid for in this execution. */
  answers: number;
  cached: number;
  /** US dollars of this execution, as far as they are known. */
  costUsd: number;
  /** Answers whose cost is not known. */
  unknownCosts: number;
}

type Waiting = Extract<SweepEvent, { kind: 'waiting' }>;

/** How far a sweep is, by what its events told. */
export interface SweepState {
  readonly models: ReadonlyMap<string, ModelState>;
  /** The same of judges, whose samples are drawings to look at; `leftOut` are those without all verdicts. */
  readonly judges: ReadonlyMap<string, ModelState>;
  /** The newest wait of each lane, past ones included. */
  readonly waits: ReadonlyMap<string, Waiting>;
  /** Why nothing more is asked of a model, by its id. */
  readonly gaveUp: ReadonlyMap<string, string>;
  take(event: SweepEvent): void;
}

/** A sweep that has not begun. Grows with models and lanes, not with samples. */
export function createSweepState(): SweepState {
  const models = new Map<string, ModelState>();
  const waits = new Map<string, Waiting>();
  const gaveUp = new Map<string, string>();
  const judges = new Map<string, ModelState>();
  const stateIn = (states: Map<string, ModelState>, modelId: string): ModelState => {
    const known = states.get(modelId) ?? newModel(modelId);
    states.set(modelId, known);
    return known;
  };
  const stateOf = (event: SampleEvent): ModelState =>
    'judgeId' in event && event.judgeId !== undefined
      ? stateIn(judges, judgeAccount(event.judgeId))
      : stateIn(models, modelOfSample(event.id));
  const take = (event: SweepEvent): void => {
    if (event.kind === 'planned')
      for (const [modelId, planned] of Object.entries(event.byModel))
        stateIn(models, modelId).planned = planned;
    else if (event.kind === 'judging')
      for (const [id, planned] of Object.entries(event.byJudge))
        stateIn(judges, judgeAccount(id)).planned = planned;
    else if (event.kind === 'waiting') waits.set(event.lane, event);
    else if (event.kind === 'gave-up') gaveUp.set(event.modelId, event.reason);
    else takeOfSample(stateOf(event), event);
  };
  return { models, judges, waits, gaveUp, take };
}

/** The model in the id of a sample, `task|model|track|number`; only the model may hold a `|`. */
export function modelOfSample(id: string): string {
  return id.split('|').slice(1, -2).join('|');
}

function newModel(modelId: string): ModelState {
  const none = { planned: 0, finished: 0, leftOut: 0, answers: 0, cached: 0, costUsd: 0, unknownCosts: 0 };
  return { modelId, outcomes: new Map(), ...none };
}

type SampleEvent = Extract<SweepEvent, { readonly id: string }>;

function takeOfSample(model: ModelState, event: SampleEvent): void {
  if (event.kind === 'left-out') model.leftOut += 1;
  if (event.kind === 'replied') takeReply(model, event);
  if (event.kind === 'judged' && event.ungraded > 0) model.leftOut += 1;
  else if (event.kind === 'judged') model.finished += 1;
  if (event.kind !== 'finished') return;
  model.finished += 1;
  model.outcomes.set(event.outcome, (model.outcomes.get(event.outcome) ?? 0) + 1);
}

function takeReply(model: ModelState, event: Extract<SampleEvent, { kind: 'replied' }>): void {
  if (event.isCached) model.cached += 1;
  else if (event.costUsd !== null) model.costUsd += event.costUsd;
  else if (event.outcome !== 'provider-trouble') model.unknownCosts += 1;
  if (!event.isCached && event.outcome !== 'provider-trouble') model.answers += 1;
}

/** Money of this execution so far, and what it will be at the end; null where a model's is not known at all. */
export interface Spending {
  readonly spentUsd: number;
  readonly expectedUsd: number | null;
  /** Some answers have a cost that nobody knows: it is more than that. */
  readonly isLowerBound: boolean;
}

// From so many answers on, their mean is a better guess than the plan's.
const ENOUGH_ANSWERS = 3;

/** What was spent and what is to be expected: the mean of the answers so far, else the plan's estimate, for the rest of the requests. */
export function spendingOf(
  { models, judges }: Pick<SweepState, 'models' | 'judges'>,
  estimates: readonly ModelEstimate[],
): Spending {
  const states = [...models.values(), ...judges.values()];
  const spentUsd = states.reduce((sum, { costUsd }) => sum + costUsd, 0);
  const expected = estimates.map((estimate) =>
    expectedOf(models.get(estimate.modelId) ?? judges.get(estimate.modelId), estimate),
  );
  const isKnown = expected.every((amount) => amount !== null);
  return {
    spentUsd,
    expectedUsd: isKnown ? expected.reduce((sum: number, amount) => sum + (amount ?? 0), 0) : null,
    isLowerBound: states.some(({ unknownCosts }) => unknownCosts > 0),
  };
}

function expectedOf(state: ModelState | undefined, estimate: ModelEstimate): number | null {
  const { requests, costUsd } = estimate;
  if (state === undefined || requests === 0) return costUsd;
  if (isOver(state)) return state.costUsd;
  const rest = Math.max(0, requests - state.answers);
  const known = state.answers - state.unknownCosts;
  if (known >= ENOUGH_ANSWERS) return state.costUsd + (state.costUsd / known) * rest;
  return costUsd === null ? null : state.costUsd + (costUsd / requests) * rest;
}

function isOver({ planned, finished, leftOut }: ModelState): boolean {
  return planned > 0 && finished + leftOut >= planned;
}
