import { readdirSync, readFileSync } from 'node:fs';

interface Process {
  readonly pid: number;
  readonly parent: number;
  readonly name: string;
  readonly peakBytes: number;
}

function readProcess(pid: number): Process | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string) => new RegExp(`^${name}:\\s*(\\S+)`, 'm').exec(status)?.[1] ?? '';
    return {
      pid,
      parent: Number(field('PPid')),
      name: field('Name'),
      peakBytes: Number(field('VmHWM')) * 1024,
    };
  } catch {
    // Gone between the listing and the reading.
    return null;
  }
}

/** The most memory that any process below `root` ever held; those are readers while no TeX is running. */
export function largestReaderBytes(root: number): number {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => readProcess(Number(name)))
    .filter((entry) => entry !== null);
  const family = new Set([root]);
  // Children come after their parents in few rounds: prlimit, bubblewrap, its child, Node.
  for (let depth = 0; depth < 8; depth += 1)
    for (const { pid, parent } of all) if (family.has(parent)) family.add(pid);
  family.delete(root);
  return Math.max(0, ...all.filter(({ pid }) => family.has(pid)).map(({ peakBytes }) => peakBytes));
}
