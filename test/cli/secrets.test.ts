import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { describe, expect, it } from 'vitest';
import { reportRun } from '../../src/cli/report-run.ts';
import type { SceneReader } from '../../src/domain/ports.ts';
import { openModels, PROVIDERS } from '../../src/models/registry.ts';
import { openReplyCache } from '../../src/store/reply-cache.ts';
import { createRunStore } from '../../src/store/run-store.ts';
import { runSweep } from '../../src/sweep/run-sweep.ts';
import { turnedClock } from '../fixtures/http-sweep.ts';
import { everythingBelow, type Found, formsOf, isComplete, leaksIn } from '../fixtures/sweep-bytes.ts';
import { startEchoServer } from '../fixtures/sweep-echo-server.ts';
import { DISC, folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { sweepOptions } from '../helpers/sweep-options.ts';
import { circleReader } from '../helpers/sweep-world.ts';
import { ROOT } from '../helpers/workshop.ts';
import { ownCache } from './own-cache.ts';

const HOSTED = PROVIDERS.filter(({ keyVariable }) => keyVariable !== null);
const VARIABLES = [...HOSTED.map(({ keyVariable }) => String(keyVariable)), 'LAB_API_KEY'];
/** A key of its own for every provider, and for a server of the user's own. */
const KEYS = Object.fromEntries(
  VARIABLES.map((name, index) => [name, `sk-${index}/${name.slice(0, 6).toLowerCase()}+planted==`]),
);
const SECRETS = Object.values(KEYS);
const NAMED: Readonly<Record<string, string>> = {
  openai: 'openai/gpt-4o-mini',
  anthropic: 'anthropic/claude-haiku-4-5',
};
const MODELS = [
  ...HOSTED.map(({ id }) => NAMED[id] ?? `${id}/some-model`),
  'ollama/gemma3',
  'compatible/lab/some-model',
];

/** Where each provider is: a place of its own on the server. */
function addresses(url: string): Record<string, string> {
  return Object.fromEntries([
    ['OLLAMA_HOST', `${url}/ollama`],
    ...HOSTED.map(({ id, baseUrlVariable }) => [
      baseUrlVariable,
      id === 'anthropic' ? `${url}/anthropic` : `${url}/${id}/v1`,
    ]),
  ]);
}

const serverOf = (url: string) => ({
  name: 'lab',
  baseUrl: `${url}/lab/v1`,
  keyVariable: 'LAB_API_KEY',
  mostRequests: null,
  headers: {},
});

const TASK = `title: A disc
prompt: Draw a red disc.
tracks: [blind, repair]
subjects:
  disc: { shape: circle }
checks:
  - { id: disc-round, skill: shape, check: shape, of: [disc], is: circle }
drawings:
  good-1.tex: {}
`;

/** A home with a task, a server in models.yaml, every other key in a key file, and the rest in the environment. */
function home(url: string) {
  const inFile = VARIABLES.filter((_, index) => index % 2 === 1);
  const cwd = folderWith({
    'tasks/mine/disc/task.yaml': TASK,
    'tasks/mine/disc/drawings/good-1.tex': DISC,
    'models.yaml': `servers:\n  lab: {baseUrl: '${url}/lab/v1', keyVariable: LAB_API_KEY}\n`,
    '.config/otterbench/keys': inFile.map((name) => `${name}=${KEYS[name]}\n`).join(''),
  });
  const keyFile = join(cwd, '.config/otterbench/keys');
  chmodSync(keyFile, 0o600);
  mkdirSync(join(cwd, 'tmp'));
  const inEnvironment = VARIABLES.filter((name) => !inFile.includes(name));
  const environment = {
    ...addresses(url),
    ...Object.fromEntries(inEnvironment.map((name) => [name, KEYS[name] ?? ''])),
    OTTERBENCH_CACHE: ownCache(),
    TMPDIR: join(cwd, 'tmp'),
  };
  return { cwd, environment, keyFile };
}

/** A reader whose pictures are pictures. */
function dotReader(): SceneReader {
  const reader = circleReader();
  const png = encode({ width: 1, height: 1, channels: 4, data: new Uint8Array(4) });
  return {
    async read(request) {
      const reading = await reader.read(request);
      return reading.outcome === 'drawn' ? { ...reading, png } : reading;
    },
    [Symbol.asyncDispose]: () => reader[Symbol.asyncDispose](),
  };
}

describe('keys that every provider echoes in every answer', () => {
  it('are in no file and no line of a sweep, a report, an export or the cache', async () => {
    await using server = await startEchoServer(SECRETS);
    const { cwd, environment, keyFile } = home(server.url);
    const run = ['run', '--tasks', 'mine/disc', '--models', MODELS.join(','), '--tracks', 'blind,repair'];
    const rest = ['--samples', '3', '--rounds', '2', '--concurrency', '2', '--seed', '1', '--out', 'out'];
    const commands = [
      [...run, ...rest, '--yes', '--json'],
      [...run, ...rest, '--yes'],
      ['report', 'out'],
      ['export', 'out', '--format', 'jsonl'],
      ['export', 'out', '--format', 'csv'],
      ['models', 'list', '--json'],
      ['cache', 'stats'],
    ];
    const said: Found[] = [];
    const exitCodes: (number | null)[] = [];
    for (const args of commands) {
      const { stdout, stderr, exitCode } = await runOtterbench(args, { cwd, environment });
      exitCodes.push(exitCode);
      said.push(
        { path: `stdout of ${args[0]}`, text: stdout },
        { path: `stderr of ${args[0]}`, text: stderr },
      );
    }
    expect(exitCodes).toEqual([1, 1, 0, 0, 0, 0, 0]);
    // Each lane got through all of its troubles, or was given up on the way.
    expect([...server.asked.keys()].sort()).toEqual([...HOSTED.map(({ id }) => id), 'lab', 'ollama'].sort());
    expect(Math.min(...server.asked.values())).toBeGreaterThanOrEqual(9);
    expect(isComplete(join(cwd, 'out'), environment.OTTERBENCH_CACHE)).toBe(true);
    rmSync(keyFile);
    const texts = [...said, ...everythingBelow(cwd), ...everythingBelow(environment.OTTERBENCH_CACHE)];
    expect(leaksIn(texts, SECRETS)).toEqual([]);
    const all = texts.map(({ text }) => text).join('\n');
    for (const name of VARIABLES) expect(all).toContain(`[redacted ${name}]`);
    expect(jsonLines({ exitCode: 0, signal: null, stderr: '', stdout: said[0]!.text }).at(-1)).toMatchObject({
      kind: 'done',
      exitCode: 1,
    });
  });

  it('would be found by this search in each of these files, and in each form', async () => {
    await using server = await startEchoServer(SECRETS);
    const folder = folderWith({});
    const models = await openModels(
      MODELS.map((id) => ({ id, settings: {} })),
      {
        recordedFiles: [],
        variables: { ...addresses(server.url), ...KEYS },
        facts: [],
        servers: [serverOf(server.url)],
      },
    );
    using store = createRunStore(join(folder, 'out'));
    using cache = openReplyCache(join(folder, 'replies.sqlite'));
    await runSweep(
      sweepOptions(store, { models, cache, reader: dotReader(), clock: turnedClock(), samples: 6 }),
    );
    const pageDirectory = join(ROOT, 'dist', 'report-page');
    await reportRun(store, { directory: join(folder, 'out'), pageDirectory });
    const texts = everythingBelow(folder);
    const leaks = leaksIn(texts, SECRETS);
    const files = new Set(leaks.map((leak) => leak.slice(0, leak.lastIndexOf(': '))));
    expect([...files].sort()).toEqual(
      expect.arrayContaining(
        ['out/index.html', 'out/run.sqlite', 'replies.sqlite'].map((name) => join(folder, name)),
      ),
    );
    const found = new Set(leaks.map((leak) => leak.slice(leak.lastIndexOf(': ') + 2)));
    for (const secret of SECRETS)
      expect(formsOf(secret).filter((form) => found.has(form)).length).toBeGreaterThanOrEqual(3);
  });
});
