import { readFileSync } from 'node:fs';

/** What we start is a chain of at most four: limits, sandbox, first process inside, program. */
const MAX_DEPTH = 6;

/**
 * Kills a process group and all that its leader has started, also what has left the group. `leader` was spawned
 * detached and has not been waited for. A sandbox that is killed while it starts may else leave a child that waits
 * for it for ever: for a moment the child is out of the group, but not yet bound to die with its parent. So the group
 * is stopped first, which keeps the list of children from changing, and then all of the list is killed.
 */
export function killTree(leader: number): void {
  signal(-leader, 'SIGSTOP');
  const started = descendants(leader);
  signal(-leader, 'SIGKILL');
  for (const pid of started) signal(pid, 'SIGKILL');
}

/** Ids of all that a process has started, as far as they live. Empty where there is no /proc (macOS). */
function descendants(pid: number, depth = 0): readonly number[] {
  if (depth >= MAX_DEPTH) return [];
  const own = childrenOf(pid);
  return [...own, ...own.flatMap((child) => descendants(child, depth + 1))];
}

/** Only of the first thread: what we start and what a sandbox starts is started from there. */
function childrenOf(pid: number): readonly number[] {
  try {
    const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim();
    return list === '' ? [] : list.split(' ').map(Number);
  } catch {
    // Gone meanwhile, or no /proc: then there is nothing to list.
    return [];
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    // Already gone: that is what was wanted.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
