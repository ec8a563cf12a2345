import { isTrouble, type Outcome } from '../domain/outcome.ts';
import type { SweepEvent } from '../sweep/sweep-event.ts';
import type { Environment } from './environment.ts';

const BAR_WIDTH = 24;
// Where lines can't be overwritten, so many lines tell of a run, however long it is.
const PLAIN_LINES = 10;

/** Shows how far a sweep is: a bar that overwrites itself in a terminal, about ten plain lines elsewhere. */
export function watchProgress(environment: Environment): (event: SweepEvent) => void {
  const counts = new Map<Outcome, number>();
  let planned = 0;
  let finished = 0;
  return (event) => {
    if (event.kind === 'planned') planned = event.cells;
    if (event.kind !== 'finished') return;
    finished += 1;
    counts.set(event.outcome, (counts.get(event.outcome) ?? 0) + 1);
    const line = `${finished}/${planned}  ${describeCounts(counts)}`;
    if (environment.isInteractive) drawBar(environment, { share: finished / planned, line });
    else if (finished === planned || finished % Math.ceil(planned / PLAIN_LINES) === 0) environment.say(line);
  };
}

function drawBar(
  environment: Environment,
  { share, line }: { readonly share: number; readonly line: string },
): void {
  const done = Math.round(share * BAR_WIDTH);
  const bar = '█'.repeat(done) + '░'.repeat(BAR_WIDTH - done);
  environment.draw(
    `\r\u001b[2K${`${bar} ${line}`.slice(0, environment.columns - 1)}${share === 1 ? '\n' : ''}`,
  );
}

/** `12 drawn, 2 tex-error, 1 sandbox-trouble (ours)`, what was drawn first. */
function describeCounts(counts: ReadonlyMap<Outcome, number>): string {
  const rank = (outcome: Outcome): number => (outcome === 'drawn' ? 0 : isTrouble(outcome) ? 2 : 1);
  return [...counts]
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([outcome, count]) => `${count} ${outcome}${isTrouble(outcome) ? ' (ours)' : ''}`)
    .join(', ');
}
