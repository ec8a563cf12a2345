import { readFileSync } from 'node:fs';

/** What a process and all that it started use now. */
export interface ProcessUsage {
  readonly residentBytes: number;
  readonly cpuMs: number;
}

/** Linux counts CPU time in hundredths of a second (USER_HZ), whatever the kernel's own clock. */
const TICK_MS = 10;
/** What we start is a chain of at most three: limits, sandbox, program. */
const MAX_DEPTH = 5;

/** Null where there is no /proc (macOS) or the process is gone. */
export function processUsage(pid: number, depth = 0): ProcessUsage | null {
  try {
    const own = readOwn(pid);
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'latin1').trim().split(' ');
    const ids = depth < MAX_DEPTH ? children.filter((id) => id !== '').map(Number) : [];
    const theirs = ids.map((id) => processUsage(id, depth + 1)).filter((usage) => usage !== null);
    return theirs.reduce(
      (sum, usage) => ({
        residentBytes: sum.residentBytes + usage.residentBytes,
        cpuMs: sum.cpuMs + usage.cpuMs,
      }),
      own,
    );
  } catch {
    // It may end between two of these lines; then there is nothing to measure.
    return null;
  }
}

function readOwn(pid: number): ProcessUsage {
  const status = readFileSync(`/proc/${pid}/status`, 'latin1');
  const kibibytes = Number(/^VmRSS:\s+(\d+) kB$/mu.exec(status)?.[1] ?? 0);
  // The name, in brackets, may hold anything: fields are counted from behind it. 14 and 15 are user and system time.
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1').split(') ').at(-1)?.split(' ') ?? [];
  const ticks = Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
  return { residentBytes: kibibytes * 1024, cpuMs: ticks * TICK_MS };
}
