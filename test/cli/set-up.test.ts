import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { pathWith } from '../helpers/path-with.ts';
import { runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';

const SET_UP = join(ROOT, 'scripts/setup.sh');

describe('set-up where it can not install', () => {
  it('names the packages that are missing and the command to run, and ends with 2', async () => {
    const environment = { PATH: pathWith('id', 'uname', 'prlimit') };
    const { exitCode, stdout, stderr } = await runOtterbench([SET_UP], { program: '/bin/sh', environment });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(
      /^set-up: this is not a Debian system\. Missing Debian packages: bubblewrap texlive-latex-base .*lmodern\n/,
    );
    expect(stderr).toMatch(/\nset-up: (run: |install )/);
  });

  it.skipIf(!existsSync('/usr/bin/bwrap') || !existsSync('/usr/bin/apt-get'))(
    'as someone who is not root (needs bubblewrap and apt-get)',
    async () => {
      const environment = { PATH: pathWith('id', 'uname', 'prlimit', 'apt-get') };
      const { exitCode, stderr } = await runOtterbench([SET_UP], {
        program: '/bin/sh',
        environment,
        disk: ['--unshare-user', '--uid', '1000'],
      });
      expect({ exitCode, stderr }).toEqual({
        exitCode: 2,
        stderr: expect.stringContaining('set-up: not root, so nothing can be installed.'),
      });
      expect(stderr).toMatch(/\nset-up: run: sudo apt-get update && sudo apt-get install .* bubblewrap /);
    },
  );

  it('has nothing to do, and says nothing, where all is there', async () => {
    const ended = await runOtterbench([SET_UP], { program: '/bin/sh' });
    expect(ended).toEqual({ exitCode: 0, signal: null, stdout: '', stderr: '' });
  });
});

it('every package of the lock file has a version, also those of other systems', () => {
  // npm leaves entries without one where a registry lacked a package, and no npm can install them on a new machine.
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string }>;
  };
  expect(Object.keys(packages).filter((name) => name !== '' && !packages[name]?.version)).toEqual([]);
});
