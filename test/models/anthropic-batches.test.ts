import { afterEach, expect, test } from 'vitest';
import type { BatchItem, BatchPort } from '../../src/domain/batch.ts';
import { ModelTroubleError } from '../../src/domain/reply.ts';
import { openModels } from '../../src/models/registry.ts';
import { requestOf, said } from '../contracts/model.ts';
import { type ModelServer, type ModelServerOptions, startModelServer } from '../helpers/model-server.ts';

const KEY = 'sk-ant-planted-0123456789';
const PICTURE = { mediaType: 'image/png' as const, bytes: new Uint8Array([1, 2, 3]) };
const ITEMS: readonly BatchItem[] = ['a', 'b'].map((customId) => ({
  customId,
  request: requestOf({ role: 'user', text: `Draw ${customId}.`, pictures: [PICTURE] }),
}));
const SEEK = { firstCustomId: 'a' };

const servers: ModelServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function start(options: ModelServerOptions = {}): Promise<ModelServer> {
  const server = await startModelServer(options);
  servers.push(server);
  return server;
}

async function batchesAt(url: string): Promise<BatchPort> {
  const variables = { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: url };
  const [model] = await openModels(
    [{ id: 'anthropic/claude-opus-4-1', settings: { temperature: 0.5, systemPrompt: 'Be brief.' } }],
    { recordedFiles: [], variables, facts: [], servers: [] },
  );
  return model!.batches!;
}

const troubleOf = async (promise: Promise<unknown>) => {
  const error = await promise.catch((caught: unknown) => caught);
  if (!(error instanceof ModelTroubleError)) throw new Error('expected ModelTroubleError', { cause: error });
  return { message: error.message, trouble: error.trouble };
};

test('a batch is handed in as single requests are, and looked at until it gives its answers', async () => {
  const server = await start();
  const batches = await batchesAt(server.url);
  const id = await batches.submit(ITEMS, { marker: 'sweep-1' });
  expect(server.desk.batches[0]!.items[0]!.params).toEqual({
    model: 'claude-opus-4-1',
    max_tokens: 16_384,
    temperature: 0.5,
    system: 'Answer in TikZ.\n\nBe brief.',
    messages: [
      {
        role: 'user',
        content: [
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'AQID' } },
          { type: 'text', text: 'Draw a.' },
        ],
      },
    ],
  });
  expect(await batches.look(id, {})).toEqual({ state: 'running', done: 0, total: 2 });
  const ended = await batches.look(id, {});
  if (ended.state !== 'ended') throw new Error(ended.state);
  expect(ended.replies.map(({ customId }) => customId)).toEqual(['b', 'a']);
  expect(ended.replies[1]!.reply).toEqual({
    outcome: 'replied',
    text: expect.stringContaining('tikzpicture'),
    note: 'answered by claude-opus-4-1',
    facts: {
      reasoning: null,
      stopReason: 'end_turn',
      usage: { inputTokens: 100, outputTokens: 200, reasoningTokens: null, cachedInputTokens: null },
      latencyMs: null,
      firstTokenMs: null,
      requestId: null,
      servedBy: 'claude-opus-4-1',
      costUsd: null,
      raw: expect.stringContaining('tikzpicture'),
    },
  });
  expect([batches.priceFactor, batches.mostItems]).toEqual([0.5, 500]);
});

test('each item tells its own trouble; what was not done is left out', async () => {
  const results: Record<string, object> = {
    a: {
      type: 'errored',
      error: { type: 'error', error: { type: 'overloaded_error', message: `busy ${KEY}` } },
    },
    b: { type: 'expired' },
    c: { type: 'canceled' },
    d: { type: 'succeeded', message: { role: 'assistant' } },
  };
  const server = await start({
    batches: { looks: 0, resultOf: ({ custom_id }) => results[custom_id.at(-1)!]! },
  });
  const batches = await batchesAt(server.url);
  const items = Object.keys(results).map((customId) => ({ customId, request: requestOf(said('Draw.')) }));
  expect(await batches.look(await batches.submit(items, { marker: 'sweep-1' }), {})).toEqual({
    state: 'ended',
    replies: [
      {
        customId: 'd',
        reply: {
          outcome: 'provider-trouble',
          reason: 'the message has no content',
          trouble: { kind: 'malformed', status: null, retryAfterMs: null },
        },
      },
      {
        customId: 'a',
        reply: {
          outcome: 'provider-trouble',
          reason: 'the server broke off, trouble at the server: busy [key]',
          trouble: { kind: 'server', status: null, retryAfterMs: null },
        },
      },
    ],
  });
});

test('a batch of a process that died is found again by its mark once it has ended', async () => {
  const server = await start({ batches: { looks: 9 } });
  const died = await batchesAt(server.url);
  const [first, second] = [
    await died.submit(ITEMS, { marker: 'sweep-1' }),
    await died.submit(ITEMS, { marker: 'sweep-2' }),
  ];
  const next = await batchesAt(server.url);
  expect(await troubleOf(next.find('sweep-1', SEEK))).toEqual({
    message: 'a batch is still running that may be the one that was handed in before',
    trouble: { kind: 'server', status: null, retryAfterMs: 60_000 },
  });
  server.desk.end(first);
  expect(await next.find('sweep-1', SEEK)).toBe(first);
  await expect(next.find('sweep-2', SEEK)).rejects.toThrow('still running');
  server.desk.end(second);
  expect([await next.find('sweep-2', SEEK), await next.find('sweep-3', SEEK)]).toEqual([second, null]);
});

test('a batch that runs and is known to be another one is not waited for', async () => {
  const server = await start({ batches: { looks: 9 } });
  const batches = await batchesAt(server.url);
  await batches.submit(ITEMS, { marker: 'sweep-1' });
  expect(await batches.find('sweep-2', SEEK)).toBeNull();
});

test('a batch that is gone is lost', async () => {
  const server = await start();
  expect(await (await batchesAt(server.url)).look('msgbatch_none', {})).toEqual({
    state: 'lost',
    reason: expect.stringContaining('the server answered 404'),
  });
});

test('a batch that is refused is trouble, and its items are too', async () => {
  const server = await start();
  const batches = await batchesAt(server.url);
  const twice = [ITEMS[0]!, ITEMS[0]!];
  expect((await troubleOf(batches.submit(twice, { marker: 'sweep-1' }))).trouble).toEqual({
    kind: 'bad-request',
    status: 400,
    retryAfterMs: null,
  });
});

test('a server that is not there is trouble of the network, and tells no key', async () => {
  const gone = await startModelServer();
  await gone.close();
  const batches = await batchesAt(gone.url);
  for (const call of [
    () => batches.submit(ITEMS, { marker: 'sweep-1' }),
    () => batches.find('sweep-1', SEEK),
    () => batches.look('msgbatch_1', {}),
  ]) {
    const { message, trouble } = await troubleOf(call());
    expect([trouble.kind, message.includes(KEY)]).toEqual(['network', false]);
  }
});

test('a signal ends a look, and its reason is thrown', async () => {
  const server = await start();
  const signal = AbortSignal.abort(new Error('the user had enough'));
  await expect((await batchesAt(server.url)).look('msgbatch_1', { signal })).rejects.toThrow(
    'the user had enough',
  );
});
