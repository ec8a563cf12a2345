import { judgeAccount } from '../../sweep/judging/judge.ts';
import { printableLine } from '../../util/printable.ts';
import { describeOutcomes, describeSpending, describeWaits, totalsOf } from './describe-state.ts';
import { type ModelEstimate, type ModelState, type SweepState, spendingOf } from './sweep-state.ts';

const LEAST_BAR = 4;
const MOST_BAR = 20;
// Beside name and bar: `12/117  ` and the beginning of the outcomes.
const COUNT_WIDTH = 16;
const MOST_NAME = 32;

/** Where the bars stand, and when. */
export interface Screen {
  readonly columns: number;
  readonly rows: number;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/**
 * One line a model, then one for the whole and one for each wait: never more lines than fit, none wider than the
 * screen. Where models must be left out, those that still work come first.
 */
export function barLines(
  state: SweepState,
  estimates: readonly ModelEstimate[],
  screen: Screen,
): readonly string[] {
  const room = Math.max(2, screen.rows - 1);
  const waits = describeWaits(state, screen.nowMs).slice(0, Math.max(0, room - 2));
  const most = Math.max(0, room - 1 - waits.length);
  const models = modelLines([...state.models.values(), ...state.judges.values()], most, screen.columns);
  const lines = [...models, totalLine(state, estimates), ...waits];
  return lines.map((line) => cut(line, Math.max(1, screen.columns - 1)));
}

function modelLines(models: readonly ModelState[], room: number, columns: number): string[] {
  const name = Math.max(0, ...models.map(({ modelId }) => nameOf(modelId).length));
  const width = { name, bar: Math.min(MOST_BAR, Math.max(LEAST_BAR, columns - name - COUNT_WIDTH)) };
  if (models.length <= room) return models.map((model) => modelLine(model, width));
  if (room === 0) return [];
  const shown = [...models].sort((a, b) => Number(isDone(a)) - Number(isDone(b))).slice(0, room - 1);
  return [
    ...shown.map((model) => modelLine(model, width)),
    `… and ${models.length - shown.length} more models`,
  ];
}

function isDone({ planned, finished, leftOut }: ModelState): boolean {
  return finished + leftOut >= planned;
}

const JUDGE = judgeAccount('');

interface Widths {
  readonly name: number;
  readonly bar: number;
}

function modelLine(model: ModelState, width: Widths): string {
  const { modelId, planned, finished, outcomes, leftOut } = model;
  const counted = describeOutcomes(outcomes);
  const word = modelId.startsWith(JUDGE) ? 'without all verdicts' : 'left out';
  const left = leftOut > 0 ? `${counted === '' ? '' : ', '}${leftOut} ${word}` : '';
  return `${nameOf(modelId).padEnd(width.name)} ${bar(finished, planned, width.bar)} ${finished}/${planned}  ${counted}${left}`;
}

function bar(done: number, planned: number, width: number): string {
  const full = planned === 0 ? width : Math.min(width, Math.floor((done / planned) * width));
  return '█'.repeat(full) + '░'.repeat(width - full);
}

function nameOf(modelId: string): string {
  return printableLine(modelId, MOST_NAME);
}

function totalLine(state: SweepState, estimates: readonly ModelEstimate[]): string {
  const { planned, finished, cached } = totalsOf(state);
  const spending = describeSpending(spendingOf(state, estimates));
  const parts = [
    `${finished} of ${planned} samples`,
    ...(spending === null ? [] : [spending]),
    ...(cached > 0 ? [`${cached} answers from the cache`] : []),
  ];
  return parts.join(' · ');
}

function cut(line: string, width: number): string {
  const characters = [...line];
  return characters.length <= width ? line : `${characters.slice(0, width - 1).join('')}…`;
}
