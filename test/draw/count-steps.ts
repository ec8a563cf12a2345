import { Session } from 'node:inspector';
import { setFlagsFromString } from 'node:v8';

// Optimised code loses counts: 64,000 statements then count for 3,000.
for (const flag of ['--no-opt', '--no-maglev', '--no-sparkplug']) setFlagsFromString(flag);

interface Coverage {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[];
  }[];
}

/** How many blocks of code in `src/draw` a call executes, as V8 counts them: repeatable where a clock is not. */
export function countSteps(call: () => void): number {
  const session = new Session();
  session.connect();
  let steps = 0;
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  session.post('Profiler.takePreciseCoverage');
  call();
  session.post('Profiler.takePreciseCoverage', (_: Error | null, coverage: Coverage) => {
    const files = coverage.result.filter(({ url }) => url.includes('/src/draw/'));
    for (const { ranges } of files.flatMap(({ functions }) => functions)) {
      for (const { count } of ranges) steps += count;
    }
  });
  session.post('Profiler.stopPreciseCoverage');
  session.disconnect();
  return steps;
}
