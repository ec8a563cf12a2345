import type { Environment } from '../environment.ts';
import { barLines } from './bars.ts';
import { createCanvas } from './canvas.ts';
import { createSweepState, type ModelEstimate } from './sweep-state.ts';
import { gaveUpLine } from './watch-plain.ts';
import type { Watcher } from './watcher.ts';

// Fast enough to look alive, slow enough to cost nothing; a wait counts down by seconds in between.
const LEAST_BETWEEN_MS = 100;
const TICK_MS = 1000;

/** Bars that are drawn again in place, at most ten times a second. */
export function watchTerminal(environment: Environment, estimates: readonly ModelEstimate[]): Watcher {
  const state = createSweepState();
  const canvas = createCanvas(environment);
  let drawnAtMs = Number.NEGATIVE_INFINITY;
  const draw = (): void => {
    const nowMs = environment.now().getTime();
    drawnAtMs = nowMs;
    canvas.show(barLines(state, estimates, { columns: environment.columns, rows: environment.rows, nowMs }));
  };
  const timer = setInterval(draw, TICK_MS);
  return {
    onEvent: (event) => {
      state.take(event);
      if (event.kind === 'gave-up') canvas.above(gaveUpLine(event));
      if (environment.now().getTime() - drawnAtMs >= LEAST_BETWEEN_MS) draw();
    },
    [Symbol.dispose]: () => {
      clearInterval(timer);
      draw();
    },
  };
}
