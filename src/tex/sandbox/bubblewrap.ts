import type { ProcessLimits, Sandbox, SandboxBind, SandboxedCommand } from '../../domain/ports.ts';

// --unshare-all is not enough for --disable-userns, hence each by name.
const NAMESPACES = [
  '--unshare-user',
  '--unshare-ipc',
  '--unshare-pid',
  '--unshare-net',
  '--unshare-uts',
  '--unshare-cgroup-try',
  '--disable-userns',
];
const CONFINEMENT = [
  ...['--uid', '65534', '--gid', '65534', '--hostname', 'sandbox'],
  ...['--die-with-parent', '--new-session', '--cap-drop', 'ALL', '--clearenv'],
];

/** `prlimit` arguments; no RLIMIT_NPROC, which counts per user and stops bubblewrap itself. */
export function limitArguments(limits: ProcessLimits): readonly string[] {
  return [
    // The hard limit is above the soft one: the soft one ends a process with SIGXCPU, which can be told apart.
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 2}`,
    ...(limits.addressSpaceBytes === null ? [] : [`--as=${limits.addressSpaceBytes}`]),
    `--fsize=${limits.fileSizeBytes}`,
    `--nofile=${limits.openFiles}`,
    '--core=0',
  ];
}

function binds(flag: string, list: readonly SandboxBind[]): readonly string[] {
  return list.flatMap(({ source, target }) => [flag, source, target]);
}

function bubblewrapArguments(command: SandboxedCommand): readonly string[] {
  return [
    ...NAMESPACES,
    ...CONFINEMENT,
    ...binds('--ro-bind', command.readOnly),
    ...['--perms', '0700', '--size', String(command.scratchBytes), '--tmpfs', command.workingDirectory],
    ...binds('--bind', command.writable),
    // No --dev: its tmpfs has no size. One device that reads as empty is enough.
    ...['--dev-bind', '/dev/null', '/dev/null'],
    // The root is a tmpfs without a size too, so it is closed once all is in place.
    ...['--remount-ro', '/', '--chdir', command.workingDirectory],
    ...Object.entries(command.environment).flatMap(([name, value]) => ['--setenv', name, value]),
    '--',
    command.program,
    ...command.args,
  ];
}

/**
 * Linux: user namespaces by bubblewrap, limits by prlimit. Inside there is an empty root, no network, no `/proc`, no
 * shell; only what is bound. Read-only binds that lie inside the working folder are bound after its tmpfs.
 */
export function bubblewrapSandbox(
  programs: { readonly bwrap?: string; readonly prlimit?: string } = {},
): Sandbox {
  const { bwrap = '/usr/bin/bwrap', prlimit = '/usr/bin/prlimit' } = programs;
  return {
    name: 'bubblewrap',
    isSafe: true,
    wrap(command) {
      const inside = command.readOnly.filter((bind) =>
        bind.target.startsWith(`${command.workingDirectory}/`),
      );
      const outside = command.readOnly.filter((bind) => !inside.includes(bind));
      const args = bubblewrapArguments({ ...command, readOnly: outside });
      const at = args.indexOf('--dev-bind');
      const wrapped = [...args.slice(0, at), ...binds('--ro-bind', inside), ...args.slice(at)];
      return { file: prlimit, args: [...limitArguments(command.limits), bwrap, ...wrapped] };
    },
  };
}
