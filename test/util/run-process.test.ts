import { describe, expect, it } from 'vitest';
import { runProcess } from '../../src/util/run-process.ts';

const options = { wallMs: 10_000, maxOutputBytes: 1000 };
const shell = (script: string) => ({ file: '/bin/sh', args: ['-c', script] });
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('runProcess', () => {
  it('gives output and exit code apart', async () => {
    const { durationMs, ...result } = await runProcess(shell('echo out; echo err >&2; exit 3'), options);
    expect({ ...result, stdout: text(result.stdout), stderr: text(result.stderr) }).toEqual({
      exitCode: 3,
      signal: null,
      timedOut: false,
      cpuMsAtTimeout: null,
      stdout: 'out\n',
      stderr: 'err\n',
    });
    expect(durationMs).toBeGreaterThan(0);
  });

  it('hands on no environment but what is given', async () => {
    const result = await runProcess(
      { file: '/usr/bin/env', args: [] },
      { ...options, environment: { ONE: '1' } },
    );
    expect(text(result.stdout)).toBe('ONE=1\n');
  });

  it('gives the input, and copes with a program that does not read it', async () => {
    const input = new Uint8Array(1_000_000);
    expect((await runProcess(shell('wc -c'), { ...options, input })).stdout).toEqual(
      Buffer.from('1000000\n'),
    );
    expect((await runProcess(shell('exit 0'), { ...options, input })).exitCode).toBe(0);
  });

  it('keeps the first bytes of a flood', async () => {
    const result = await runProcess(shell('head -c 100000 /dev/zero'), options);
    expect(result.stdout.length).toBe(1000);
  });

  it('kills the whole group at the wall limit', async () => {
    const result = await runProcess(shell('/bin/sleep 600 & /bin/sleep 600'), { ...options, wallMs: 200 });
    expect({ timedOut: result.timedOut, signal: result.signal }).toEqual({
      timedOut: true,
      signal: 'SIGKILL',
    });
  });

  it('tells how much processor time a command and its children had when the wall limit struck', async () => {
    const spin = await runProcess(shell('while :; do :; done'), { ...options, wallMs: 1500 });
    const wait = await runProcess(shell('/bin/sleep 600'), { ...options, wallMs: 200 });
    expect(spin.cpuMsAtTimeout).toBeGreaterThan(wait.cpuMsAtTimeout ?? Number.NaN);
  });

  it('kills it and rejects with the reason when it is aborted', async () => {
    const controller = new AbortController();
    const running = runProcess(shell('/bin/sleep 600'), { ...options, signal: controller.signal });
    controller.abort(new Error('stopped by the user'));
    await expect(running).rejects.toThrow('stopped by the user');
  });

  it('rejects when the program is not there', async () => {
    await expect(runProcess({ file: '/nowhere/x', args: [] }, options)).rejects.toMatchObject({
      code: 'ENOENT',
    });
  });
});
