import { processUsage } from '../../util/process-usage.ts';
import type { PoolLimits } from './pool-limits.ts';
import type { DeathCause, ReadingEnd } from './reading-end.ts';

/** Keeps an eye on a process while it reads. `end` stops watching and says better why it died, if memory tells. */
export interface ReadingWatch {
  end(how: ReadingEnd): ReadingEnd;
}

/** A process that crashes with this part of its memory in use ran out of it between two looks. */
const NEARLY_FULL = 0.5;

/**
 * Kills a process that computes too long, grows too large or waits too long. Computing is counted in CPU time, so that
 * a busy machine takes nothing from a drawing; where there is no /proc, by the clock alone.
 */
export function watchReading(
  pid: number | undefined,
  limits: PoolLimits,
  kill: (cause: DeathCause, reason: string) => void,
): ReadingWatch {
  const look = () => (pid === undefined ? null : processUsage(pid));
  const before = look();
  let residentBytes = 0;
  const timer = setInterval(() => {
    const usage = look();
    if (usage === null) return;
    residentBytes = usage.residentBytes;
    if (residentBytes > limits.memoryBytes) kill('memory', `it used ${megabytes(residentBytes)} of memory`);
    if (usage.cpuMs - (before?.cpuMs ?? 0) > limits.readingMs) kill('time', tookMoreThan(limits.readingMs));
  }, limits.watchMs);
  const waitMs = before === null ? limits.readingMs : limits.waitMs;
  const cause = before === null ? 'time' : 'starved';
  const waitTimer = setTimeout(() => kill(cause, tookMoreThan(waitMs)), waitMs);
  return {
    end(how) {
      clearInterval(timer);
      clearTimeout(waitTimer);
      const isFull = residentBytes > NEARLY_FULL * limits.memoryBytes;
      return how.kind === 'died' && how.cause === 'crash' && isFull ? { ...how, cause: 'memory' } : how;
    },
  };
}

function tookMoreThan(limitMs: number): string {
  return `it took more than ${limitMs / 1000} s`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
