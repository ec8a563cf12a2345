import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, it } from 'vitest';
import { createRunStore } from '../../src/store/run-store.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { FACTS, FIRST, REPLY } from './store-world.ts';

const CHILD = join(import.meta.dirname, '..', 'fixtures', 'attempts-child.ts');

/** Kills the child with SIGKILL once it has said so many numbers; returns the last one that it said. */
async function lastReported(folder: string, killAfter: number): Promise<number> {
  const child = spawn(process.execPath, [CHILD, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  let last = 0;
  for await (const line of createInterface(child.stdout)) {
    last = Number(line);
    if (last === killAfter) child.kill('SIGKILL');
  }
  expect(await exit).toEqual([null, 'SIGKILL']);
  return last;
}

it.each([1, 7, 60])(
  'every attempt that was reported before a kill (after %i) is on file, whole',
  async (killAfter) => {
    const folder = temporaryFolder();
    const last = await lastReported(folder, killAfter);
    using store = createRunStore(folder);
    const wanted = { ...REPLY, facts: { ...FACTS, raw: null } };
    const numbers = Array.from({ length: last }, (_, index) => index + 1);
    expect(numbers.map((number) => store.findReply(FIRST, String(number)))).toEqual(
      numbers.map((number) => ({ attemptId: number, reply: wanted })),
    );
    // One more may have been committed when it was killed.
    const { requests, costUsd } = store.spend();
    expect([last, last + 1]).toContain(requests);
    expect(costUsd).toBe((requests * (requests + 1)) / 2);
  },
);
