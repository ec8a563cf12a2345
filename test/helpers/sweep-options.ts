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
    prompts: { system: () => 'Draw in TikZ.', user: (task) => task.prompt },
    versions: { render: { tex: '1' }, grade: { grader: '1' } },
    concurrency: 2,
    now: () => 1_700_000_000_000,
    ...changes,
  };
}
