import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ProcessLimits, Sandbox } from '../../src/domain/ports.ts';
import { type ProcessResult, runProcess } from '../../src/util/run-process.ts';
import { libraryBinds } from '../../src/util/shared-libraries.ts';

const LIMITS: ProcessLimits = {
  cpuSeconds: 1,
  addressSpaceBytes: 512 * 1024 * 1024,
  fileSizeBytes: 65_536,
  openFiles: 32,
};
const SHELL = '/bin/dash';

interface Inside {
  readonly result: ProcessResult;
  readonly out: string;
  readonly output: string;
}

/** What every sandbox must hold to; `isSafe` adapters to the second part too. A shell is bound to try it from inside. */
export function describeSandbox(sandbox: Sandbox): void {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'otterbench-contract-'));
    await writeFile(join(folder, 'input'), 'what it may read');
    await writeFile(join(folder, 'secret'), 'what it must not read');
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function inside(script: string): Promise<Inside> {
    await writeFile(join(folder, 'output'), '');
    const command = sandbox.wrap({
      program: SHELL,
      args: ['-c', script],
      environment: { WORD: 'given' },
      readOnly: [
        { source: SHELL, target: SHELL },
        { source: '/bin/cat', target: '/bin/cat' },
        ...(await libraryBinds(SHELL)),
        { source: join(folder, 'input'), target: '/job/input' },
      ],
      writable: [{ source: join(folder, 'output'), target: '/job/output' }],
      workingDirectory: '/job',
      scratchBytes: 1_048_576,
      limits: LIMITS,
    });
    const result = await runProcess(command, { wallMs: 10_000, maxOutputBytes: 65_536 });
    const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
    const output = await readFile(join(folder, 'output'), 'latin1');
    return { result, out: text(result.stdout), output };
  }

  describe(`the sandbox ${sandbox.name}`, () => {
    it('runs the program in its working folder, with what is bound there', async () => {
      const { out, output, result } = await inside('/bin/cat input; echo written > output; echo $WORD');
      expect({ out, output, exitCode: result.exitCode }).toEqual({
        out: 'what it may readgiven\n',
        output: 'written\n',
        exitCode: 0,
      });
    });

    it('hands on the exit code', async () => {
      expect((await inside('exit 7')).result.exitCode).toBe(7);
    });

    it('ends a busy loop by the processor limit, told apart as SIGXCPU', async () => {
      const { result } = await inside('while :; do :; done');
      expect([result.timedOut, result.exitCode === 152 || result.signal === 'SIGXCPU']).toEqual([
        false,
        true,
      ]);
    });

    it('ends an endless file at the file limit', async () => {
      const { output } = await inside(
        'while :; do echo 0123456789012345678901234567890123456789; done > output',
      );
      expect(output.length).toBe(LIMITS.fileSizeBytes);
    });
  });

  describe.runIf(sandbox.isSafe)(`the safe sandbox ${sandbox.name}`, () => {
    it('shows no file of the host that is not bound', async () => {
      const { out } = await inside(
        `/bin/cat ${join(folder, 'secret')} /etc/passwd /proc/self/environ; echo /*`,
      );
      expect(out).toBe('/bin /dev /job /lib /lib64\n');
    });

    it('lets nothing be made outside of the working folder, nor what is made there last', async () => {
      await inside(
        `echo x > ${join(folder, 'planted')}; echo x > /planted; echo x > /dev/planted; echo x > /job/left`,
      );
      expect((await readdir(folder)).sort()).toEqual(['input', 'output', 'secret']);
    });

    it('refuses to write what is bound to be read', async () => {
      await inside('echo changed > input');
      expect(await readFile(join(folder, 'input'), 'utf8')).toBe('what it may read');
    });

    it('bounds what can be put into the working folder', async () => {
      const { out } = await inside(
        `line=0123456789012345678901234567890123456789012345678901234567890123456789
        for i in 0 1 2 3 4 5 6 7 8 9 a b c d e f g h i j k l m n o p q r s t; do
          j=0
          while [ $j -lt 700 ]; do echo $line 2>/dev/null || { echo full >&3; exit; }; j=$((j+1)); done 3>&1 > f$i
        done`,
      );
      expect(out).toBe('full\n');
    });

    it('hands on no variable of the caller', async () => {
      const { out } = await inside('echo "$HOME|$PATH|$USER"');
      expect(out.includes('root') || out.includes('home')).toBe(false);
    });
  });
}
