import { describe, expect, it } from 'vitest';
import { bubblewrapSandbox } from '../../../src/tex/sandbox/bubblewrap.ts';
import { trySandbox } from '../../../src/tex/sandbox/try-sandbox.ts';
import { unconfinedSandbox } from '../../../src/tex/sandbox/unconfined.ts';

describe('trySandbox', () => {
  it('finds that bubblewrap works here', async () => {
    expect(await trySandbox(bubblewrapSandbox())).toEqual({ works: true });
  });

  it('names a missing bubblewrap and the command that installs it', async () => {
    expect(await trySandbox(bubblewrapSandbox({ bwrap: '/nowhere/bwrap' }))).toEqual({
      works: false,
      reason: 'prlimit: failed to execute /nowhere/bwrap: No such file or directory',
      remedy: 'Debian or Ubuntu: apt-get install -y bubblewrap util-linux',
    });
  });

  it('names a missing prlimit', async () => {
    expect(await trySandbox(bubblewrapSandbox({ prlimit: '/nowhere/prlimit' }))).toEqual({
      works: false,
      reason: 'spawn /nowhere/prlimit ENOENT',
      remedy: 'Debian or Ubuntu: apt-get install -y bubblewrap util-linux',
    });
  });

  it('says what to do where user namespaces are blocked', async () => {
    const trial = await trySandbox(bubblewrapSandbox({ bwrap: '/bin/false' }));
    expect([trial.works, 'remedy' in trial && trial.remedy.includes('AppArmor')]).toEqual([false, true]);
  });

  it('finds out an adapter that claims to be safe and is not', async () => {
    const trial = await trySandbox({ ...unconfinedSandbox(), isSafe: true });
    expect(trial).toMatchObject({ works: false, reason: 'a file outside of the sandbox could be read' });
  });
});
