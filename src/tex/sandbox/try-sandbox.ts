import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../domain/ports.ts';
import { type ProcessResult, runProcess } from '../../util/run-process.ts';
import { libraryBinds } from '../../util/shared-libraries.ts';

export type SandboxTrial =
  | { readonly works: true }
  | { readonly works: false; readonly reason: string; readonly remedy: string };

const PROGRAM = '/bin/cat';
const SHOWN = 'shown to the sandbox';
const HIDDEN = 'kept from the sandbox';

/** How to get what the sandbox is made of. */
export const SANDBOX_PACKAGES = 'Debian or Ubuntu: apt-get install -y bubblewrap util-linux';
const NAMESPACES = [
  'Ubuntu 23.10 and later block user namespaces by AppArmor: allow them for /usr/bin/bwrap by a profile with `userns,`, or `sysctl -w kernel.apparmor_restrict_unprivileged_userns=0`.',
  'In Docker: `--security-opt seccomp=unconfined --security-opt apparmor=unconfined` (or `--privileged`).',
  'Elsewhere: `sysctl -w kernel.unprivileged_userns_clone=1`.',
  'On macOS there is no such sandbox yet: run in a Linux container or virtual machine.',
].join('\n');

function remedyFor(message: string): string {
  return /ENOENT|failed to execute|No such file or directory/.test(message) ? SANDBOX_PACKAGES : NAMESPACES;
}

function failure(reason: string): SandboxTrial {
  return { works: false, reason, remedy: remedyFor(reason) };
}

function judge(result: ProcessResult): SandboxTrial {
  const [out, err] = [result.stdout, result.stderr].map((bytes) => new TextDecoder().decode(bytes).trim());
  if (out?.includes(HIDDEN))
    return { works: false, reason: 'a file outside of the sandbox could be read', remedy: NAMESPACES };
  if (out === SHOWN) return { works: true };
  return failure(err || `it ended with exit code ${result.exitCode} and printed nothing`);
}

async function readBoth(sandbox: Sandbox, folder: string): Promise<SandboxTrial> {
  const [shown, hidden, output] = ['shown', 'hidden', 'output'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await Promise.all([writeFile(shown, SHOWN), writeFile(hidden, HIDDEN), writeFile(output, '')]);
  const command = sandbox.wrap({
    program: PROGRAM,
    args: ['/shown', hidden, '/proc/self/environ'],
    environment: {},
    readOnly: [
      { source: PROGRAM, target: PROGRAM },
      ...(await libraryBinds(PROGRAM)),
      { source: shown, target: '/shown' },
    ],
    writable: [{ source: output, target: '/job/output' }],
    workingDirectory: '/job',
    scratchBytes: 1_048_576,
    limits: { cpuSeconds: 5, addressSpaceBytes: 268_435_456, fileSizeBytes: 1_048_576, openFiles: 32 },
  });
  return judge(await runProcess(command, { wallMs: 10_000, maxOutputBytes: 65_536 }));
}

/**
 * Runs a small program under the real flags: it must see the file that is bound and not the one beside it. What fails
 * is said with what to do about it. An adapter that does not claim to be safe is not held to that.
 */
export async function trySandbox(sandbox: Sandbox): Promise<SandboxTrial> {
  if (!sandbox.isSafe) return { works: true };
  const folder = await mkdtemp(join(tmpdir(), 'otterbench-trial-'));
  try {
    return await readBoth(sandbox, folder);
  } catch (error) {
    return failure((error as Error).message);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
