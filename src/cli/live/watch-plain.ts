import { printableLine } from '../../util/printable.ts';
import type { Environment } from '../environment.ts';
import { describeOutcomes, describeSpending, describeWaits, totalsOf } from './describe-state.ts';
import { createSweepState, type ModelEstimate, type ModelState, spendingOf } from './sweep-state.ts';
import type { Watcher } from './watcher.ts';

// Where lines can't be overwritten, so many lines tell of a run, however long it is.
const PLAIN_LINES = 10;

/** About ten lines of progress, and one for each wait and each model that is given up. */
export function watchPlain(
  environment: Pick<Environment, 'say' | 'now'>,
  estimates: readonly ModelEstimate[],
): Watcher {
  const state = createSweepState();
  const isNewWait = newWaits();
  const sayProgress = (): void => {
    const { planned, finished, outcomes } = totalsOf(state);
    if (finished !== planned && finished % Math.ceil(planned / PLAIN_LINES) !== 0) return;
    const spending = describeSpending(spendingOf(state, estimates));
    const money = spending === null ? '' : `; ${spending}`;
    environment.say(`${finished}/${planned}  ${describeOutcomes(outcomes)}${money}`);
  };
  const sayJudged = (): void => {
    const judges = [...state.judges.values()];
    const sum = (of: (judge: ModelState) => number): number =>
      judges.reduce((total, judge) => total + of(judge), 0);
    const [planned, open] = [sum((judge) => judge.planned), sum(({ leftOut }) => leftOut)];
    const done = sum(({ finished }) => finished) + open;
    if (done !== planned && done % Math.ceil(planned / PLAIN_LINES) !== 0) return;
    const spending = describeSpending(spendingOf(state, estimates));
    const rest = open > 0 ? `, ${open} without all verdicts` : '';
    environment.say(`${done}/${planned}  judged${rest}${spending === null ? '' : `; ${spending}`}`);
  };
  return {
    onEvent: (event) => {
      state.take(event);
      if (event.kind === 'finished') sayProgress();
      if (event.kind === 'judged') sayJudged();
      if (event.kind === 'gave-up') environment.say(gaveUpLine(event));
      if (event.kind === 'waiting' && isNewWait(event))
        for (const line of describeWaits(
          { waits: new Map([[event.lane, event]]) },
          environment.now().getTime(),
        ))
          environment.say(line);
    },
    [Symbol.dispose]: () => {},
  };
}

/** `openai/x: nothing more is asked: …` */
export function gaveUpLine({
  modelId,
  reason,
}: {
  readonly modelId: string;
  readonly reason: string;
}): string {
  return `${printableLine(modelId, 60)}: nothing more is asked of it: ${printableLine(reason, 200)}`;
}

/** Whether a wait is another one than the last that was told of its lane; waits that follow each other are one. */
function newWaits(): (event: {
  readonly lane: string;
  readonly why: string;
  readonly untilMs: number;
}) => boolean {
  const toldUntil = new Map<string, number>();
  return ({ lane, why, untilMs }) => {
    const key = `${lane}|${why}`;
    const until = toldUntil.get(key) ?? Number.NEGATIVE_INFINITY;
    toldUntil.set(key, Math.max(until, untilMs));
    return untilMs > until + SAME_WAIT_MS;
  };
}

// A lane that is cut again and again within a minute is in one long wait.
const SAME_WAIT_MS = 60_000;
