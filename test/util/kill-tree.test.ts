import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { bubblewrapSandbox } from '../../src/tex/sandbox/bubblewrap.ts';
import { killTree } from '../../src/util/kill-tree.ts';

const STARTS = 120;
/** A sandbox needs some 10 ms to start on a quiet machine; the kills are spread over them. */
const STEP_MS = 0.1;

/** Ids of the processes whose command line holds this word. */
function running(word: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => /^\d+$/u.test(pid) && commandLine(pid).includes(word));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'latin1');
  } catch {
    return '';
  }
}

test('a sandbox that is killed at any moment of its start leaves no process and no open stream', async () => {
  const seconds = `98765.${process.pid}`;
  const { file, args } = bubblewrapSandbox().wrap({
    program: '/bin/sleep',
    args: [seconds],
    environment: {},
    readOnly: ['/bin', '/usr', '/lib', '/lib64'].map((path) => ({ source: path, target: path })),
    writable: [],
    workingDirectory: '/job',
    scratchBytes: 1024 * 1024,
    limits: { cpuSeconds: 60, addressSpaceBytes: null, fileSizeBytes: 1024, openFiles: 64 },
  });
  for (let start = 0; start < STARTS; start += 1) {
    const child = spawn(file, args, { env: {}, stdio: 'pipe', detached: true });
    const closed = new Promise((resolve) => child.once('close', resolve));
    await wait(start * STEP_MS);
    killTree(child.pid ?? 0);
    await closed;
  }
  await expect.poll(() => running(seconds)).toEqual([]);
});

test('a group that is gone already is no error', async () => {
  const child = spawn('/bin/true', [], { detached: true });
  await new Promise((resolve) => child.once('close', resolve));
  expect(() => killTree(child.pid ?? 0)).not.toThrow();
});
