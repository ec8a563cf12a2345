import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRunStore } from '../../src/store/run-store.ts';
import {
  type ModelServer,
  type ModelServerOptions,
  PLANTED_KEYS,
  startModelServer,
} from '../helpers/model-server.ts';
import {
  type Ended,
  endWithTest,
  folderWith,
  jsonLines,
  runOtterbench,
  startOtterbench,
} from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';
import { ownCache } from './own-cache.ts';

const DISC_TASK = `title: A disc
prompt: Draw a red disc.
subjects:
  disc: { shape: circle }
checks:
  - { id: disc-round, skill: shape, check: shape, of: [disc], is: circle }
drawings:
  good-1.tex: {}
`;
const DRAWING = '\\begin{tikzpicture}\n\\fill[red] (0,0) circle (1);\n\\end{tikzpicture}\n';
const FILES = {
  'tasks/mine/disc/task.yaml': DISC_TASK,
  'tasks/mine/disc/drawings/good-1.tex': DRAWING,
};

interface Place {
  readonly server: ModelServer;
  readonly cwd: string;
  run(args: readonly string[]): Promise<Ended>;
  start(args: readonly string[]): ReturnType<typeof startOtterbench>;
}

/** A server, a folder with one task, and a command line that knows both. */
async function place(options: ModelServerOptions = {}): Promise<Place> {
  const server = await startModelServer(options);
  onTestFinished(() => server.close());
  const cwd = folderWith(FILES);
  const environment = { ...server.variables, OTTERBENCH_CACHE: ownCache() };
  const start = (args: readonly string[]) => {
    const started = startOtterbench(['run', '--tasks', 'mine/disc', ...args], { cwd, environment });
    endWithTest(started);
    return started;
  };
  return { server, cwd, start, run: (args) => start(args).ended };
}

const GPT = ['--models', 'openai/gpt-4o-mini'];
const OUT = ['--out', 'out'];
const AGREED = [...GPT, '--yes'];

/** Every file below a folder, as text. */
function everything(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
}

describe('the examples that ship', () => {
  const files = readdirSync(join(ROOT, 'examples')).filter((name) => name.endsWith('.yaml'));

  it('are three', () => {
    expect(files).toEqual(['closed-against-open.yaml', 'one-closed-model.yaml', 'one-ollama-model.yaml']);
  });

  it.each(files)('%s has a plan with a budget, and asks nobody for it', async (name) => {
    await using server = await startModelServer();
    const cwd = folderWith({});
    const environment = { ...server.variables, OTTERBENCH_CACHE: ownCache() };
    const args = ['run', join(ROOT, 'examples', name), '--dry-run'];
    const told = await runOtterbench(args, { cwd, environment });
    expect({ exitCode: told.exitCode, stderr: told.stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(told.stdout).toMatch(/^\d+ samples of \d+ tasks: [\s\S]*\nLimits: /);
    const [plan, ...rest] = jsonLines(await runOtterbench([...args, '--json'], { cwd, environment }));
    expect(rest).toEqual([]);
    expect(plan).toMatchObject({ kind: 'plan', costUsd: { unknownModels: [] }, finished: 0 });
    expect(server.requests).toEqual([]);
    expect(readdirSync(cwd)).toEqual([]);
  });
});

describe('before anything is spent', () => {
  it('a sweep that may cost money wants --yes where nobody can be asked', async () => {
    const { run, server, cwd } = await place();
    const { exitCode, stdout, stderr } = await run([...GPT, '--out', 'out']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr).toMatch(/\notterbench: this sweep may cost money \(about \$.*\nAdd --yes/);
    expect(server.requests).toEqual([]);
    expect(readdirSync(cwd)).toEqual(['tasks']);
  });

  it('a limit on money is refused where the price is not known', async () => {
    const { run, server } = await place();
    const ended = await run(['--models', 'openai/nobody-knows-it', '--max-cost', '1', '--yes']);
    expect(ended).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/the price is not known of openai\/nobody-knows-it\n.*--max-requests/),
    });
    expect(server.requests).toEqual([]);
  });

  it('a model of this machine needs no consent', async () => {
    const { run, server } = await place();
    const { exitCode } = await run(['--models', 'ollama/qwen3:8b', '--out', 'out']);
    expect(exitCode).toBe(0);
    expect(server.requests).toHaveLength(1);
  });
});

describe('a sweep over a model', () => {
  it('asks, draws, grades, says what it cost, and does nothing twice', async () => {
    const { run, server, cwd } = await place();
    const first = await run([...AGREED, ...OUT, '--samples', '3']);
    expect(first).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/\nout\/index\.html\n$/) });
    expect(first.stderr).toMatch(/\n3\/3 {2}3 drawn; \$0\.\d+ of about \$0\.\d+\n$/);
    const again = await run([...AGREED, ...OUT, '--samples', '3']);
    expect(again.exitCode).toBe(0);
    expect(again.stderr).toMatch(
      /3 samples finished already\.\nThis run has taken 3 requests and \$0\.\d+ so far\./,
    );
    // Another process that writes the run does not keep anybody from looking.
    using _writer = openRunStore(join(cwd, 'out'));
    const looked = jsonLines(await run([...AGREED, ...OUT, '--samples', '4', '--dry-run', '--json']));
    expect(looked).toMatchObject([{ cells: 4, finished: 3, spent: { requests: 3 } }]);
    expect(server.requests).toHaveLength(3);
  });

  it('takes answers of an earlier run from the cache, at no cost, unless --no-cache', async () => {
    const { run, server, cwd } = await place();
    await run([...AGREED, ...OUT, '--samples', '2']);
    const other = await run([...AGREED, '--samples', '2', '--out', 'other']);
    expect(other.stderr).toContain('2 first answers in the cache.');
    expect(server.requests).toHaveLength(2);
    using store = openRunStore(join(cwd, 'other'), { readOnly: true });
    expect([...store.listSummaries()].map(({ spend }) => spend)).toMatchObject([
      { requests: 0, costUsd: 0, latencyMs: null, isCached: true },
      { requests: 0, costUsd: 0, latencyMs: null, isCached: true },
    ]);
    await run([...AGREED, '--samples', '2', '--out', 'third', '--no-cache']);
    expect(server.requests).toHaveLength(4);
  });

  it('stops at a limit with 3, lists what is left out, and goes on with a higher one', async () => {
    const { run, server, cwd } = await place();
    const stopped = await run([...AGREED, ...OUT, '--samples', '4', '--max-requests', '3']);
    expect(stopped.exitCode).toBe(3);
    expect(stopped.stderr).toContain(
      'Stopped by --max-requests: 1 sample not asked for, left out of every score.\n  openai/gpt-4o-mini: 1 left out\n',
    );
    expect(server.requests).toHaveLength(3);
    {
      using store = openRunStore(join(cwd, 'out'), { readOnly: true });
      expect(store.counts()).toEqual({ planned: 4, finished: 3 });
      expect(store.settings()).toMatchObject({
        stoppedBy: 'max-requests',
        leftOut: [expect.stringMatching(/^mine\/disc\|openai\/gpt-4o-mini\|blind\|[1-4]$/)],
      });
      const page = readFileSync(join(cwd, 'out/index.html'), 'utf8');
      expect(page).toContain('"planned":4,"limit":{"kind":"max-requests","value":3}');
    }
    const whole = await run([...AGREED, ...OUT, '--samples', '4', '--max-requests', '10']);
    expect(whole.exitCode).toBe(0);
    expect(server.requests).toHaveLength(4);
    using store = openRunStore(join(cwd, 'out'), { readOnly: true });
    expect(store.settings()).not.toHaveProperty('stoppedBy');
  });

  it('ends with 1 where a provider is in trouble, and says why', async () => {
    const { run, server } = await place();
    server.script({
      kind: 'raw',
      status: 401,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ error: { message: `wrong key ${PLANTED_KEYS.OPENAI_API_KEY}`, type: 'auth' } }),
    });
    const { exitCode, stderr } = await run([...AGREED, ...OUT]);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(
      /\n1 sample without a score, for trouble of ours[\s\S]*\n {2}1 × openai\/gpt-4o-mini: provider-trouble: /,
    );
  });

  it('tells machines of each event, and at last how it ended', async () => {
    const { run } = await place();
    const ended = await run([...AGREED, ...OUT, '--json']);
    const lines = jsonLines(ended);
    const runId = lines[0]!.run;
    expect(lines.map(({ kind }) => kind)).toEqual([
      'planned',
      'asked',
      'replied',
      'rendered',
      'graded',
      'finished',
      'done',
    ]);
    for (const line of lines)
      expect(line).toMatchObject({ run: runId, time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) });
    expect(lines.at(-1)).toMatchObject({
      kind: 'done',
      exitCode: 0,
      planned: 1,
      finished: 1,
      troubles: 0,
      leftOut: [],
      limit: null,
      isCancelled: false,
      outcomes: { drawn: 1 },
      report: 'out/index.html',
      models: [expect.objectContaining({ modelId: 'openai/gpt-4o-mini' })],
    });
  });

  it('interrupted ends with 130 and a last line, and the same command goes on', async () => {
    const { start, run, server } = await place({ latencyMs: ({ number }) => (number > 1 ? 60_000 : 0) });
    const started = start([...AGREED, ...OUT, '--samples', '4', '--concurrency', '1', '--json']);
    let told = '';
    started.child.stdout?.on('data', (piece: string) => {
      told += piece;
    });
    await expect
      .poll(() => told.includes('"kind":"finished"') && server.requests.length > 1, { timeout: 50_000 })
      .toBe(true);
    started.child.kill('SIGINT');
    const ended = await started.ended;
    expect(ended.exitCode).toBe(130);
    expect(jsonLines(ended).at(-1)).toMatchObject({
      kind: 'done',
      exitCode: 130,
      isCancelled: true,
      finished: 1,
      report: null,
    });
    const plan = await run([...AGREED, ...OUT, '--samples', '4', '--dry-run', '--json']);
    expect(jsonLines(plan)).toMatchObject([{ kind: 'plan', cells: 4, finished: 1 }]);
  });
});

describe('keys', () => {
  it('are in no file and no line, whatever a provider echoes and however it ends', async () => {
    const keys = Object.values(PLANTED_KEYS);
    const { run, server, cwd } = await place({
      text: () => `${keys.join(' ')}\n\`\`\`latex\n${DRAWING}\`\`\``,
    });
    const echo = (status: number) => ({
      kind: 'raw' as const,
      status,
      headers: { 'content-type': 'application/json', 'x-request-id': keys[0]! },
      body: JSON.stringify({ error: { message: `bad: ${keys.join(' ')}`, type: 'x', code: keys[0] } }),
    });
    server.script(echo(400), echo(400));
    const models = 'openai/gpt-4o-mini,anthropic/claude-haiku-4-5';
    const ended = await run(['--models', models, '--samples', '3', '--yes', '--json', '--out', 'out']);
    const exported = await runOtterbench(['export', 'out'], { cwd });
    const written = [ended.stdout, ended.stderr, exported.stdout, everything(join(cwd, 'out'))].join('\n');
    expect(ended.exitCode).toBe(1);
    expect(written).toContain('[redacted OPENAI_API_KEY]');
    for (const key of keys) expect(written.includes(key)).toBe(false);
  });
});
