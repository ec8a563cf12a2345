import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { openRunStore } from '../../src/store/run-store.ts';
import {
  endWithTest,
  folderWith,
  runOtterbench,
  type Started,
  startOtterbench,
} from '../helpers/run-otterbench.ts';

const RUN = [
  'run',
  '--models',
  'bundled/good,bundled/flawed',
  '--tasks',
  'basics/t*',
  '--workers',
  '1',
  '--out',
  'out',
];

/** Starts the run and resolves as soon as its first samples are finished. */
async function startRun(cwd: string): Promise<Started> {
  const started = startOtterbench(RUN, { cwd });
  endWithTest(started);
  await started.said('drawn');
  return started;
}

/** What a run found out, without what differs from one execution to the next. */
function resultOf(folder: string): unknown[] {
  using store = openRunStore(folder, { readOnly: true });
  return [...store.listSamples()].map(({ durationMs, pdfHash, rounds, ...sample }) => ({
    ...sample,
    rounds: rounds.map(({ durationMs: _ms, pdfHash: _hash, ...round }) => round),
  }));
}

/** Whether a process runs; one that is dead and not yet collected by its new parent does not. */
function isAlive(pid: number): boolean {
  try {
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
}

/** The kernel ends what was inside of a sandbox a moment after the process around it. */
function allGone(pids: readonly number[]): Promise<void> {
  return vi.waitFor(() => expect(pids.filter(isAlive)).toEqual([]), 5_000);
}

describe('a run that is stopped', () => {
  it('by Ctrl-C ends with 130, leaves no process, and the same command goes on to the same result', async () => {
    const cwd = folderWith({});
    const { child, ended } = await startRun(cwd);
    const pids = descendants(child.pid!);
    expect(pids.length).toBeGreaterThan(0);
    child.kill('SIGINT');
    const { exitCode, signal, stdout, stderr } = await ended;
    expect({ exitCode, signal, stdout }).toEqual({ exitCode: 130, signal: null, stdout: '' });
    expect(stderr).toMatch(
      /\nStopped\. \d+ of \d+ samples are finished and kept in out\.\nTo go on, run the same command again, with --out out\n$/,
    );
    await allGone(pids);
    expect(existsSync(join(cwd, 'out/index.html'))).toBe(false);
    const again = await runOtterbench(RUN, { cwd });
    expect(again.exitCode).toBe(0);
    const undisturbed = folderWith({});
    await runOtterbench(RUN, { cwd: undisturbed });
    expect(resultOf(join(cwd, 'out'))).toEqual(resultOf(join(undisturbed, 'out')));
  });

  it('by kill -9 leaves no process, and the same command goes on with what is on file', async () => {
    const cwd = folderWith({});
    const { child, ended } = await startRun(cwd);
    const pids = descendants(child.pid!);
    child.kill('SIGKILL');
    expect(await ended).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
    const before = resultOf(join(cwd, 'out'));
    expect(before.length).toBeGreaterThan(0);
    const again = await runOtterbench(RUN, { cwd });
    expect(again.exitCode).toBe(0);
    await allGone(pids);
    const after = resultOf(join(cwd, 'out'));
    expect(after.length).toBeGreaterThan(before.length);
    expect(
      after.filter((sample) => before.some((one) => JSON.stringify(one) === JSON.stringify(sample))),
    ).toEqual(before);
  });
});

/** The processes below one, at any depth. */
function descendants(pid: number): number[] {
  const pairs = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => [Number(name), parentOf(name)] as const);
  const below = (parent: number): number[] =>
    pairs.filter(([, one]) => one === parent).flatMap(([child]) => [child, ...below(child)]);
  return below(pid);
}

function parentOf(pid: string): number | null {
  try {
    const [, parent] = /\) \S (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'latin1')) ?? [];
    return Number(parent);
  } catch {
    return null;
  }
}
