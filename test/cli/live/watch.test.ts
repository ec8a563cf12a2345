import { describe, expect, it } from 'vitest';
import type { ModelEstimate } from '../../../src/cli/live/sweep-state.ts';
import { watchSweep } from '../../../src/cli/live/watch-sweep.ts';
import type { Outcome } from '../../../src/domain/outcome.ts';
import type { SweepEvent } from '../../../src/sweep/sweep-event.ts';
import { type ListeningEnvironment, listeningEnvironment } from '../listening-environment.ts';

const NONE: readonly ModelEstimate[] = [];

function finished(id: string, outcome: Outcome = 'drawn'): SweepEvent {
  return { kind: 'finished', id, outcome, isNew: true, spatial: 1 };
}

function replied(id: string, costUsd: number | null, isCached = false): SweepEvent {
  return { kind: 'replied', id, round: 1, outcome: 'replied', trouble: null, isCached, costUsd };
}

function waiting(untilMs: number, lane = 'openai'): SweepEvent {
  return { kind: 'waiting', lane, why: 'rate-limit', untilMs, reason: '429' };
}

const PLANNED: SweepEvent = { kind: 'planned', cells: 5, byModel: { 'a/x': 3, 'b|c/y@low': 2 } };

function show(
  environment: ListeningEnvironment,
  events: readonly SweepEvent[],
  estimates: readonly ModelEstimate[] = NONE,
): void {
  using watcher = watchSweep(environment, { json: false, estimates, runId: () => 'run-1' });
  for (const event of events) watcher.onEvent(event);
}

describe('where lines can not be overwritten', () => {
  it('about ten lines tell of a sweep, however long', () => {
    const environment = listeningEnvironment();
    const events = Array.from({ length: 1000 }, (_, index) => finished(`t|a/x|blind|${index}`));
    show(environment, [{ kind: 'planned', cells: 1000, byModel: { 'a/x': 1000 } }, ...events]);
    expect(environment.stderr).toEqual(
      Array.from({ length: 10 }, (_, index) => `${index + 1}00/1000  ${index + 1}00 drawn\n`),
    );
  });

  it('money is told as it is spent, with what is to be expected', () => {
    const environment = listeningEnvironment();
    const estimates = [{ modelId: 'a/x', requests: 4, costUsd: 4 }];
    const planned: SweepEvent = { kind: 'planned', cells: 4, byModel: { 'a/x': 4 } };
    const events = [1, 2, 3, 4].flatMap((number) => [
      replied(`t|a/x|blind|${number}`, 0.5),
      finished(`t|a/x|blind|${number}`, number === 2 ? 'tex-error' : 'drawn'),
    ]);
    show(environment, [planned, ...events], estimates);
    expect(environment.stderr).toEqual([
      '1/4  1 drawn; $0.50 of about $3.50\n',
      '2/4  1 drawn, 1 tex-error; $1.00 of about $3.00\n',
      '3/4  2 drawn, 1 tex-error; $1.50 of about $2.00\n',
      '4/4  3 drawn, 1 tex-error; $2.00 of about $2.00\n',
    ]);
  });

  it('a cost that nobody knows is never told as nothing', () => {
    const environment = listeningEnvironment();
    const planned: SweepEvent = { kind: 'planned', cells: 1, byModel: { 'a/x': 1 } };
    const estimates = [{ modelId: 'a/x', requests: 1, costUsd: null }];
    show(environment, [planned, replied('t|a/x|blind|1', null), finished('t|a/x|blind|1')], estimates);
    expect(environment.stderr).toEqual(['1/1  1 drawn; at least $0 so far, the whole is not known\n']);
  });

  it('a wait is told once, and again when it is another; so is a model that is given up', () => {
    const environment = listeningEnvironment();
    const { nowMs } = environment;
    show(environment, [
      waiting(nowMs + 12_000),
      waiting(nowMs + 30_000),
      waiting(nowMs + 5_000, 'anthropic'),
      waiting(nowMs + 400_000),
      { kind: 'gave-up', modelId: 'a/x', reason: 'no key' },
    ]);
    expect(environment.stderr).toEqual([
      'openai: rate limited, 12 s\n',
      'anthropic: rate limited, 5 s\n',
      'openai: rate limited, 7 min\n',
      'a/x: nothing more is asked of it: no key\n',
    ]);
  });
});

describe('on a terminal', () => {
  const terminal = () => listeningEnvironment({ isInteractive: true });
  const ERASE = (rows: number) => `\u001b[${rows}A\r\u001b[J`;

  it('each model has a bar, with its outcomes, drawn again in place', () => {
    const environment = Object.assign(terminal(), { columns: 120 });
    const full = '█'.repeat(20);
    show(environment, [
      PLANNED,
      finished('t|a/x|blind|1'),
      finished('t|a/x|blind|2', 'provider-trouble'),
      finished('t|a/x|blind|3', 'tex-error'),
      finished('t|b|c/y@low|blind|1'),
      { kind: 'left-out', id: 't|b|c/y@low|blind|2', limit: 'max-cost' },
    ]);
    expect(environment.stderr).toEqual([
      `a/x       ${'░'.repeat(20)} 0/3  \nb|c/y@low ${'░'.repeat(20)} 0/2  \n0 of 5 samples\n`,
      `${ERASE(3)}a/x       ${full} 3/3  1 drawn, 1 tex-error, 1 provider-trouble (ours)\n` +
        `b|c/y@low ${'█'.repeat(10)}${'░'.repeat(10)} 1/2  1 drawn, 1 left out\n4 of 5 samples\n`,
    ]);
  });

  it('which can draw nothing (TERM=dumb), lines are said and none is drawn over', () => {
    const environment = listeningEnvironment({ isInteractive: true, variables: { TERM: 'dumb' } });
    show(environment, [PLANNED, finished('t|a/x|blind|1')]);
    expect(environment.stderr).toEqual(['1/5  1 drawn\n']);
  });

  it('which is narrow, the bar is shorter, so that the numbers stay in sight', () => {
    const environment = Object.assign(terminal(), { columns: 25 });
    show(environment, [PLANNED, finished('t|a/x|blind|1')]);
    expect(environment.stderr[0]).toBe(
      `a/x       ${'░'.repeat(4)} 0/3  \nb|c/y@low ${'░'.repeat(4)} 0/2  \n0 of 5 samples\n`,
    );
  });

  it('waits are named, and gone when they are over', () => {
    const environment = terminal();
    const { nowMs } = environment;
    const watcher = watchSweep(environment, { json: false, estimates: NONE, runId: () => '' });
    watcher.onEvent(PLANNED);
    environment.nowMs = nowMs + 1000;
    watcher.onEvent(waiting(nowMs + 13_000));
    expect(environment.stderr.at(-1)).toMatch(/\n0 of 5 samples\nopenai: rate limited, 12 s\n$/);
    environment.nowMs = nowMs + 13_000;
    watcher[Symbol.dispose]();
    expect(environment.stderr.at(-1)).toMatch(/\n0 of 5 samples\n$/);
  });

  it('no more lines are drawn than fit, none wider than the screen; what still works is shown first', () => {
    const environment = Object.assign(terminal(), { rows: 5, columns: 22 });
    const names = Array.from({ length: 9 }, (_, index) => `provider/model-${index}`);
    const byModel = Object.fromEntries(names.map((name) => [name, 1]));
    show(environment, [
      { kind: 'planned', cells: 9, byModel },
      finished('t|provider/model-0|blind|1'),
      waiting(environment.nowMs + 5000),
    ]);
    const lines = environment.stderr.at(-1)!.replace(ERASE(4), '').trimEnd().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^provider\/model-1 ░{3}…$/),
      '… and 8 more models',
      '1 of 9 samples',
      'openai: rate limited…',
    ]);
    expect(lines.map((line) => line.length).filter((length) => length > 21)).toEqual([]);
  });

  it('lines that a narrower terminal has wrapped are erased whole', () => {
    const environment = terminal();
    const watcher = watchSweep(environment, { json: false, estimates: NONE, runId: () => '' });
    watcher.onEvent({ kind: 'planned', cells: 3, byModel: { 'a/x': 3 } });
    // `a/x ░░░░░░░░░░░░░░░░░░░░ 0/3  ` has 30 characters.
    environment.columns = 20;
    watcher[Symbol.dispose]();
    expect(environment.stderr.at(-1)?.startsWith(ERASE(3))).toBe(true);
  });

  it('a line that stays goes above the bars', () => {
    const environment = terminal();
    show(environment, [PLANNED, { kind: 'gave-up', modelId: 'a/x', reason: 'no \u001b[2Jkey' }]);
    const [, erased, line, again] = environment.stderr;
    expect([erased, line, again]).toEqual([
      ERASE(3),
      'a/x: nothing more is asked of it: no \\u{1b}[2Jkey\n',
      environment.stderr[0],
    ]);
  });
});

describe('for machines', () => {
  it('each event is a line of JSON on standard output, and nothing is said elsewhere', () => {
    const environment = listeningEnvironment({ isInteractive: true });
    using watcher = watchSweep(environment, { json: true, estimates: NONE, runId: () => 'run-1' });
    watcher.onEvent(PLANNED);
    watcher.onEvent(replied('t|a/x|blind|1', 0.25));
    expect(environment.stderr).toEqual([]);
    const time = '2023-11-14T22:13:20.000Z';
    expect(environment.stdout.map((line) => JSON.parse(line))).toEqual([
      { time, run: 'run-1', ...PLANNED },
      { time, run: 'run-1', ...replied('t|a/x|blind|1', 0.25) },
    ]);
  });
});
