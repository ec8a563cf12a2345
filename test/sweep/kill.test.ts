import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { createRunStore, openRunStore } from '../../src/store/run-store.ts';
import { dumpRun } from '../helpers/dump-run.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

const SCRIPT = join(import.meta.dirname, '..', 'fixtures', 'sweep-child.ts');

interface Killing {
  /** The event at which the child stands still; 0: it never does. */
  readonly stopAt?: number;
  /** The event after which it is killed, wherever it then is. */
  readonly killAfter?: number;
  readonly concurrency?: number;
}

/** Runs the sweep in a child; kills it with SIGKILL at the event asked for. Returns the kinds of the events seen. */
async function sweepInChild(
  folder: string,
  { stopAt = 0, killAfter = stopAt, concurrency = 1 }: Killing = {},
): Promise<string[]> {
  const child = spawn(process.execPath, [SCRIPT, folder, String(stopAt), String(concurrency)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    lines.push(line);
    if (lines.length === killAfter) child.kill('SIGKILL');
  }
  const [code, signal] = await ended;
  expect([code, signal]).toEqual(killAfter > 0 && !lines.includes('done') ? [null, 'SIGKILL'] : [0, null]);
  return lines;
}

function askedIn(folder: string): string[] {
  return readFileSync(join(folder, 'asked.txt'), 'utf8').trim().split('\n').sort();
}

describe('a sweep that is killed', () => {
  it('goes on to the same run as one that was not, from whatever step it was killed at', async () => {
    const undisturbed = temporaryFolder();
    const events = await sweepInChild(undisturbed);
    const expected = dumpRun(undisturbed);
    // planned, then for a cell: asked, replied, rendered, graded, finished.
    expect(events.slice(1, 7).map((line) => line.split(' ')[1])).toEqual([
      'asked',
      'replied',
      'rendered',
      'graded',
      'finished',
      'asked',
    ]);
    const folder = temporaryFolder();
    const kinds: (string | undefined)[] = [];
    for (const stopAt of [1, 2, 3, 3, 5, 4]) {
      const lines = await sweepInChild(folder, { stopAt });
      kinds.push(lines[stopAt - 1]?.split(' ')[1]);
    }
    await sweepInChild(folder);
    expect(kinds).toEqual(['planned', 'asked', 'replied', 'graded', 'rendered', 'finished']);
    expect(dumpRun(folder)).toEqual(expected);
    expect(askedIn(folder)).toEqual(askedIn(undisturbed));
  });

  it('asks nothing twice but what was in flight, killed at any moment with several at work', async () => {
    const undisturbed = temporaryFolder();
    await sweepInChild(undisturbed, { concurrency: 3 });
    const folder = temporaryFolder();
    const concurrency = 3;
    for (const killAfter of [2, 5, 9, 14]) await sweepInChild(folder, { killAfter, concurrency });
    await sweepInChild(folder, { concurrency });
    const { samples, ...rest } = dumpRun(folder);
    const { samples: wanted, ...expected } = dumpRun(undisturbed);
    expect(samples).toEqual(wanted);
    expect(rest).toEqual(expected);
    const asked = askedIn(folder);
    expect(new Set(asked).size).toBe(12);
    expect(asked.length).toBeLessThanOrEqual(12 + 4 * concurrency);
  });

  it('can be read while it goes on, keeps a second writer out, and leaves no lock behind', async () => {
    const folder = temporaryFolder();
    const child = spawn(process.execPath, [SCRIPT, folder, '6'], { stdio: ['ignore', 'pipe', 'inherit'] });
    const lines = createInterface(child.stdout);
    for await (const line of lines) if (line.startsWith('6 ')) break;
    {
      using reader = openRunStore(folder, { readOnly: true });
      expect(reader.counts()).toEqual({ planned: 12, finished: 1 });
      expect([...reader.listSamples()].map(({ id }) => id)).toEqual(['otters/one|fake/a|blind|1']);
    }
    expect(() => createRunStore(folder)).toThrow(
      `${folder} is being written by another otterbench (process ${child.pid}).`,
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    using store = createRunStore(folder);
    expect(store.counts()).toEqual({ planned: 12, finished: 1 });
  });
});
