import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openRunStore } from '../../src/store/run-store.ts';
import {
  type ModelServer,
  type ModelServerOptions,
  type SeenRequest,
  startModelServer,
} from '../helpers/model-server.ts';
import { drawingReply } from '../helpers/model-server-drawing.ts';
import { errorAnswer } from '../helpers/model-server-faults.ts';
import {
  DISC,
  type Ended,
  endWithTest,
  folderWith,
  jsonLines,
  type Started,
  startOtterbench,
} from '../helpers/run-otterbench.ts';
import { ownCache } from './own-cache.ts';

const TASK = `title: A house
prompt: Draw a house on the ground, and the sun.
tracks: [blind, repair]
subjects:
  house: { label: house }
  sun: { label: sun }
checks:
  - { id: house-left, skill: order, check: left-of, of: [house, sun] }
drawings:
  good-1.tex: {}
`;
const BROKEN = `\`\`\`latex\n${DISC.replace('\\fill', '\\undefinedcommand\n\\fill')}\`\`\``;

/** Answers by the question alone: the first drawing of \`repair` and `blind` does not compile cleanly, a mended one does. */
function byQuestion({ body }: SeenRequest): string {
  return body.includes('undefinedcommand') ? drawingReply({ before: 0 }) : BROKEN;
}

interface Place {
  readonly server: ModelServer;
  readonly cwd: string;
  start(args: readonly string[]): Started;
  run(args: readonly string[]): Promise<Ended>;
}

/** A server, a folder with one task, and a command line that knows both. */
async function place(
  options: ModelServerOptions = {},
  changes: Readonly<Record<string, string>> = {},
): Promise<Place> {
  const server = await startModelServer(options);
  onTestFinished(() => server.close());
  const cwd = folderWith({
    'tasks/mine/house/task.yaml': TASK,
    'tasks/mine/house/drawings/good-1.tex': DISC,
  });
  const environment = { ...server.variables, OTTERBENCH_CACHE: ownCache(), ...changes };
  const start = (args: readonly string[]): Started => {
    const started = startOtterbench(['run', '--tasks', 'mine/house', '--yes', '--out', 'out', ...args], {
      cwd,
      environment,
    });
    endWithTest(started);
    return started;
  };
  return { server, cwd, start, run: (args) => start(args).ended };
}

/** What a run found out, without what differs from one execution to the next. */
function resultOf(cwd: string): unknown[] {
  using store = openRunStore(join(cwd, 'out'), { readOnly: true });
  return [...store.listSamples()].map(({ durationMs, pdfHash, spend, rounds, ...sample }) => ({
    ...sample,
    rounds: rounds.map(({ durationMs: _ms, pdfHash: _hash, ...round }) => round),
  }));
}

const answered = ({ requests }: ModelServer): number =>
  requests.filter(({ outcome }) => outcome === 'answered').length;

function answersOnFile(cwd: string): number {
  using store = openRunStore(join(cwd, 'out'), { readOnly: true });
  return [...store.spend().byModel.values()].reduce((sum, { answers }) => sum + answers, 0);
}

const THREE = ['--models', 'openai/gpt-4o-mini,anthropic/claude-haiku-4-5,ollama/gemma3'];
const GPT = ['--models', 'openai/gpt-4o-mini'];
const CONCURRENCY = 2;

describe('a sweep of the command line with real TeX that is killed', () => {
  it('goes on each time to the same result, and has lost no answer but those in flight', async () => {
    const args = [...THREE, '--tracks', 'blind,repair', '--rounds', '2', '--samples', '2'];
    const quick = [...args, '--concurrency', String(CONCURRENCY), '--no-cache'];
    const undisturbed = await place({ text: byQuestion });
    expect((await undisturbed.run(quick)).exitCode).toBe(0);
    // A sample of `blind` takes one answer, one of `repair` two.
    expect(answered(undisturbed.server)).toBe(18);

    let killAt = 0;
    let onRequest = (): void => {};
    const killed = await place({
      text: byQuestion,
      latencyMs({ number }) {
        if (number === killAt) onRequest();
        return 1;
      },
    });
    for (const number of [2, 7, 11]) {
      const answeredBefore = answered(killed.server);
      const keptBefore = existsSync(join(killed.cwd, 'out/run.sqlite')) ? answersOnFile(killed.cwd) : 0;
      killAt = number;
      const { child, ended } = killed.start(quick);
      onRequest = () => void child.kill('SIGKILL');
      expect(await ended).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
      await expect.poll(() => killed.server.load.open).toBe(0);
      const lost = answered(killed.server) - answeredBefore - (answersOnFile(killed.cwd) - keptBefore);
      expect(lost).toBeGreaterThanOrEqual(0);
      expect(lost).toBeLessThanOrEqual(3 * CONCURRENCY);
    }
    expect((await killed.run(quick)).exitCode).toBe(0);
    expect(resultOf(killed.cwd)).toEqual(resultOf(undisturbed.cwd));
    expect(answersOnFile(killed.cwd)).toBe(18);
  });
});

describe('a sweep with --max-cost', () => {
  it('ends with 3, tells of each sample that is left out, and goes on with a higher limit', async () => {
    const { run, server } = await place({ usage: { inputTokens: 1_000, outputTokens: 2_000 } });
    const two = ['--models', 'openai/gpt-4o-mini,openai/gpt-4.1-nano', '--samples', '6', '--json'];
    // An answer of the first costs 0.00135, one of the second 0.0009.
    const stopped = await run([...two, '--max-cost', '0.0099']);
    const lines = jsonLines(stopped);
    const ids = lines.flatMap(({ kind, id, limit }) => (kind === 'left-out' ? [`${limit} ${id}`] : []));
    const done = lines.at(-1) as { leftOut: string[]; models: { modelId: string }[] };
    expect(stopped.exitCode).toBe(3);
    expect(done).toMatchObject({ kind: 'done', exitCode: 3, limit: 'max-cost', planned: 12 });
    expect(ids).toEqual(done.leftOut.map((id) => `max-cost ${id}`));
    expect(ids.length).toBe(12 - answered(server));
    expect(stopped.stderr).toContain(`Stopped by --max-cost: ${ids.length} samples not asked for`);
    const paid = server.requests.map(({ json }) => (json.model === 'gpt-4o-mini' ? 0.00135 : 0.0009));
    const total = paid.reduce((sum, usd) => sum + usd, 0);
    expect(total).toBeLessThanOrEqual(0.0099 + 1e-9);
    expect(total).toBeGreaterThan(0.0099 - 2 * 0.00135);

    const whole = await run([...two, '--max-cost', '1']);
    expect(whole.exitCode).toBe(0);
    expect(jsonLines(whole).at(-1)).toMatchObject({ finished: 12, leftOut: [], limit: null });
    expect(answered(server)).toBe(12);
  });
});

describe('the end of a sweep', () => {
  it('is 1 where a provider is down: what to do is said, and others are finished', async () => {
    const { run, server } = await place({}, { ANTHROPIC_BASE_URL: 'http://127.0.0.1:1' });
    const args = ['--models', 'openai/gpt-4o-mini,anthropic/claude-haiku-4-5', '--seed', '1'];
    const ended = await run(args);
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toMatch(
      /\n1 sample without a score, for trouble of ours\. Run the same command again to retry\.\n {2}1 × anthropic\/claude-haiku-4-5: provider-trouble: /,
    );
    expect(ended.stdout).toContain('openai/gpt-4o-mini');
    expect(answered(server)).toBe(1);
  });

  it('is 1 where a key is refused, which is tried twice at most', async () => {
    const { run, server } = await place();
    server.script(...Array.from({ length: 20 }, () => errorAnswer(401, 'authentication_error')));
    const ended = await run([...GPT, '--samples', '8']);
    expect(ended.exitCode).toBe(1);
    expect(ended.stderr).toMatch(/\n8 samples without a score[\s\S]*401/);
    expect(server.requests.length).toBeGreaterThan(0);
    expect(server.requests.length).toBeLessThanOrEqual(2);
  });

  it('is 2 for a model without a key: the variable is named, nothing is made, no model is asked', async () => {
    const { run, server, cwd } = await place({}, { OPENAI_API_KEY: '', OTTERBENCH_CACHE: ownCache() });
    const ended = await run(THREE);
    expect(ended).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: expect.stringMatching(/openai\/gpt-4o-mini needs a key[\s\S]*OPENAI_API_KEY/),
    });
    expect({ files: readdirSync(cwd), asked: server.requests }).toEqual({ files: ['tasks'], asked: [] });
  });

  it('is 130 after Ctrl-C, and the same command asks only for what is not on file', async () => {
    let isHeld = true;
    const { start, run, server, cwd } = await place({
      // What is held is never answered while the first process lives.
      latencyMs: ({ number }) => (isHeld && number > 2 ? 600_000 : 0),
    });
    const args = [...GPT, '--samples', '4', '--concurrency', '1'];
    const { child, ended } = start(args);
    await expect.poll(() => server.requests.length, { timeout: 50_000 }).toBe(3);
    child.kill('SIGINT');
    const stopped = await ended;
    expect(stopped.exitCode).toBe(130);
    expect(stopped.stderr).toMatch(
      /\nStopped\. \d of 4 samples are finished and kept in out\.\nTo go on, run the same command again, with --out out\n$/,
    );
    expect(answersOnFile(cwd)).toBe(2);
    isHeld = false;
    expect((await run(args)).exitCode).toBe(0);
    expect([server.requests.length, answered(server), answersOnFile(cwd)]).toEqual([5, 4, 4]);
  });
});
