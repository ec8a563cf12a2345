import { expect, test } from 'vitest';
import { loadSweep } from '../../src/catalog/load-sweep.ts';
import { mistakesOf, workspace } from './workspace.ts';

test('a sweep keeps what its file says and makes recorded files absolute', () => {
  using files = workspace({
    'plans/sweep.yaml': `title: Otters
models: [bundled/good, recorded/gpt]
tasks: ['otters/*', 'tag:seed']
tracks: [blind]
samples: 4
concurrency: 2
out: reports/otters
recorded: [replies.jsonl, ../more.jsonl]
`,
  });
  expect(loadSweep(files.path('plans/sweep.yaml'))).toEqual({
    title: 'Otters',
    models: ['bundled/good', 'recorded/gpt'],
    tasks: ['otters/*', 'tag:seed'],
    tracks: ['blind'],
    samples: 4,
    concurrency: 2,
    out: 'reports/otters',
    recorded: [files.path('plans/replies.jsonl'), files.path('more.jsonl')],
  });
});

test('what the file leaves out is left out', () => {
  using files = workspace({ 'sweep.yaml': 'models: [bundled/good]\n' });
  expect(loadSweep(files.path('sweep.yaml'))).toEqual({ models: ['bundled/good'] });
});

test('all mistakes of a sweep are listed at once', () => {
  using files = workspace({
    'sweep.yaml': `modles: [bundled/good]
models: [good]
tasks: []
tracks: [blnd]
samples: 0
concurrency: 1.5
recorded: replies.jsonl
`,
  });
  expect(mistakesOf(files.root, () => loadSweep(files.path('sweep.yaml')))).toEqual([
    'sweep.yaml:1:1: unknown key "modles"; did you mean "models"? Expected one of title, models, tasks, tracks, samples, concurrency, out, recorded',
    'sweep.yaml:2:10: item 1 is no model; expected provider/name, such as bundled/good, got "good"',
    'sweep.yaml:3:8: tasks is too small; expected at least 1 items, got 0',
    'sweep.yaml:4:10: item 1 is unknown; did you mean "blind"? Expected one of blind, repair, sighted, got "blnd"',
    'sweep.yaml:5:10: samples is too small; expected at least 1, got 0',
    'sweep.yaml:6:14: concurrency is wrong; expected a whole number, got 1.5',
    'sweep.yaml:7:11: recorded is wrong; expected a list, got "replies.jsonl"',
  ]);
});
