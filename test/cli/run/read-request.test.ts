import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RunOptions } from '../../../src/cli/run/options.ts';
import { readRequest } from '../../../src/cli/run/read-request.ts';
import { folderWith } from '../../helpers/run-otterbench.ts';
import { listeningEnvironment } from '../listening-environment.ts';

const NO_FLAGS = {
  batch: false,
  dryRun: false,
  yes: false,
  json: false,
  unsafeNoSandbox: false,
} as RunOptions;

function read(files: Readonly<Record<string, string>>, flags: Partial<RunOptions>) {
  const workingDirectory = folderWith(files);
  const request = readRequest(
    { ...NO_FLAGS, ...flags },
    listeningEnvironment({ workingDirectory, now: () => new Date('2026-11-24T01:02:03.456Z') }),
  );
  return { request, workingDirectory };
}

const FILE = `title: From the file
defaults: {effort: low}
models: [openai/a, {model: openai/a, label: high, effort: high}]
tasks: ['otters/*']
tracks: [{track: repair, rounds: 5}]
samples: 4
budget: {maxCost: 2, maxRequests: 100, maxMinutes: 30}
concurrency: 3
seed: 11
out: out-of-file
cache: false
prompts: words
`;

describe('what a sweep is asked for', () => {
  it('is what its file says where no flag says otherwise', () => {
    const { request, workingDirectory } = read({ 'plans/a.yaml': FILE }, { sweep: 'plans/a.yaml' });
    expect(request).toEqual({
      title: 'From the file',
      models: [
        { id: 'openai/a', settings: { effort: 'low' } },
        { id: 'openai/a@high', settings: { effort: 'high' } },
      ],
      tasks: ['otters/*'],
      tracks: ['repair'],
      rounds: { repair: 5, sighted: 3 },
      samples: 4,
      judges: [],
      judging: { votes: 1, blindNaming: true, skipsOwnFamily: false, comparesPairs: false },
      recorded: [],
      prompts: join(workingDirectory, 'plans/words'),
      knownModels: null,
      directory: join(workingDirectory, 'out-of-file'),
      limits: { maxCostUsd: 2, maxRequests: 100, maxMinutes: 30 },
      concurrency: 3,
      workers: 2,
      seed: 11,
      usesCache: false,
      usesBatches: false,
      unsafeNoSandbox: false,
      isDryRun: false,
      isAgreed: false,
      json: false,
      minScore: null,
    });
  });

  it('is what the flags say before the file', () => {
    const { request, workingDirectory } = read(
      { 'sweep.yaml': FILE },
      {
        sweep: 'sweep.yaml',
        title: 'Mine',
        tasks: ['basics/a,basics/b', 'tag:c'],
        tracks: ['blind,sighted'],
        rounds: '2',
        samples: '1',
        maxCost: '0.5',
        maxRequests: '7',
        maxMinutes: '1.5',
        concurrency: '1',
        workers: '5',
        seed: '0',
        out: 'there',
        cache: true,
        knownModels: 'known.yaml',
        prompts: 'others',
        yes: true,
        json: true,
        minScore: '0.3',
      },
    );
    expect(request).toMatchObject({
      title: 'Mine',
      tasks: ['basics/a', 'basics/b', 'tag:c'],
      tracks: ['blind', 'sighted'],
      rounds: { repair: 2, sighted: 2 },
      samples: 1,
      limits: { maxCostUsd: 0.5, maxRequests: 7, maxMinutes: 1.5 },
      concurrency: 1,
      workers: 5,
      seed: 0,
      directory: join(workingDirectory, 'there'),
      usesCache: true,
      knownModels: join(workingDirectory, 'known.yaml'),
      prompts: join(workingDirectory, 'others'),
      isAgreed: true,
      json: true,
      minScore: 0.3,
    });
  });

  it('gives models that flags name the settings of the file, else its defaults', () => {
    const models = ['openai/a@high,openai/new,bundled/good,openai/new'];
    expect(read({ 'sweep.yaml': FILE }, { sweep: 'sweep.yaml', models }).request.models).toEqual([
      { id: 'openai/a@high', settings: { effort: 'high' } },
      { id: 'openai/new', settings: { effort: 'low' } },
      { id: 'bundled/good', settings: {} },
    ]);
  });

  it('is nothing of sweep.yaml where models are named and no file', () => {
    const { request, workingDirectory } = read({ 'sweep.yaml': FILE }, { models: ['bundled/good'] });
    expect(request).toMatchObject({ title: null, samples: 1, tracks: ['blind'], concurrency: 16 });
    expect(request.directory).toBe(join(workingDirectory, 'reports/run-2026-11-24-01-02-03'));
  });

  it.each([
    [{ maxCost: '-1' }, '--max-cost: expected a number from 0 to 1000000, got "-1".'],
    [{ maxRequests: '1.5' }, '--max-requests: expected a whole number from 0 to 100000000, got "1.5".'],
    [{ rounds: '11' }, '--rounds: expected a whole number from 1 to 10, got "11".'],
    [{ tracks: ['blnd'] }, '--tracks: expected blind, repair, sighted, got "blnd".'],
  ])('is refused where a flag is wrong: %j', (flags, message) => {
    expect(() => read({}, { models: ['bundled/good'], ...flags })).toThrow(message);
  });
});
