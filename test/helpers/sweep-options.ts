import { join } from 'node:path';
import { readPrompts } from '../../src/draw/prompts.ts';
import type { RunStore } from '../../src/store/run-store.ts';
import type { SweepOptions } from '../../src/sweep/run-sweep.ts';
import { circleModel, circleReader, echoCompiler, gradeCircles, makeTask } from './sweep-world.ts';

/** A sweep of two tasks, two models and three samples over ports that only compute. */
export function sweepOptions(store: RunStore, changes: Partial<SweepOptions> = {}): SweepOptions {
  return {
    store,
    description: {
      id: 'run-1',
      title: 'Circles',
      sandbox: { name: 'none needed', isSafe: true },
      versions: { otterbench: '0.1.0' },
      settings: { note: 'for tests' },
    },
    tasks: [makeTask('otters/one'), makeTask('otters/two')],
    models: [circleModel('fake/a'), circleModel('fake/b')],
    tracks: ['blind'],
    samples: 3,
    compiler: echoCompiler(),
    reader: circleReader(),
    grade: gradeCircles,
    prompts: readPrompts(join(import.meta.dirname, '../../prompts')),
    rounds: { repair: 3, sighted: 3 },
    cache: null,
    limits: { maxCostUsd: null, maxRequests: null, maxMinutes: null },
    versions: { render: { tex: '1' }, grade: { grader: '1' } },
    concurrency: 2,
    workers: 2,
    clock: { now: () => 1_700_000_000_000, sleep: async () => {} },
    random: () => 0.5,
    ...changes,
  };
}
