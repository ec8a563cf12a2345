import type { Sandbox, SandboxBind, SandboxedCommand } from '../../domain/ports.ts';
import { limitArguments } from './bubblewrap.ts';

/** A path as it is outside: binds of files and folders are undone, longest target first. */
function outside(path: string, binds: readonly SandboxBind[]): string {
  const fitting = binds
    .filter(({ target }) => path === target || path.startsWith(`${target}/`))
    .sort((a, b) => b.target.length - a.target.length)[0];
  return fitting === undefined ? path : fitting.source + path.slice(fitting.target.length);
}

function translate(text: string, binds: readonly SandboxBind[]): string {
  const at = text.indexOf('/');
  return at < 0 ? text : text.slice(0, at) + outside(text.slice(at), binds);
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function workingFolder(command: SandboxedCommand): string {
  const writable = command.writable[0];
  return writable === undefined ? '/' : folderOf(writable.source);
}

/**
 * No sandbox: the command runs on the host with limits on CPU, memory and file size only, and can read all that its
 * user can. For `--unsafe-no-sandbox` and nothing else. It runs in the folder of the first writable file.
 */
export function unconfinedSandbox(
  programs: { readonly prlimit?: string; readonly env?: string } = {},
): Sandbox {
  const { prlimit = '/usr/bin/prlimit', env = '/usr/bin/env' } = programs;
  return {
    name: 'none',
    isSafe: false,
    wrap(command) {
      const binds = [...command.readOnly, ...command.writable];
      const variables = Object.entries(command.environment).map(
        ([name, value]) => `${name}=${translate(value, binds)}`,
      );
      const program = [command.program, ...command.args].map((text) => translate(text, binds));
      const chdir = `--chdir=${workingFolder(command)}`;
      return {
        file: prlimit,
        args: [...limitArguments(command.limits), env, '-i', chdir, ...variables, ...program],
      };
    },
  };
}
