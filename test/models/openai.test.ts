import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import { KEY, openAt, requestOf, stream, user } from './openai-world.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const USAGE = {
  input_tokens: 50,
  input_tokens_details: { cached_tokens: 30 },
  output_tokens: 40,
  output_tokens_details: { reasoning_tokens: 25 },
  total_tokens: 90,
};

function response(given: object): object {
  return {
    id: 'r1',
    object: 'response',
    status: 'completed',
    model: 'gpt-5-2025-08-07',
    output: [],
    ...given,
  };
}

function message(...content: readonly object[]): object {
  return { type: 'message', role: 'assistant', content };
}

const SAID = message({ type: 'output_text', text: 'a drawing' });

async function ask(...events: readonly object[]) {
  server.script(stream(...events));
  return (await openAt('openai/gpt-5', server)).reply(requestOf());
}

test('a whole answer is told with its reasoning, tokens, model and raw JSON', async () => {
  const whole = response({
    output: [{ type: 'reasoning', summary: [{ type: 'summary_text', text: 'An otter…' }] }, SAID],
    usage: USAGE,
  });
  expect(await ask({ type: 'response.created' }, { type: 'response.completed', response: whole })).toEqual({
    outcome: 'replied',
    text: 'a drawing',
    note: 'answered by gpt-5-2025-08-07',
    facts: {
      reasoning: 'An otter…',
      stopReason: 'completed',
      usage: { inputTokens: 50, outputTokens: 40, reasoningTokens: 25, cachedInputTokens: 30 },
      latencyMs: expect.any(Number),
      firstTokenMs: expect.any(Number),
      requestId: null,
      servedBy: 'gpt-5-2025-08-07',
      costUsd: null,
      raw: JSON.stringify(whole),
    },
  });
});

test('the conversation, its pictures and the settings go over the wire; nothing is kept there', async () => {
  const model = await openAt('openai/gpt-5@low', {
    url: server.url,
    settings: {
      effort: 'low',
      temperature: 0.5,
      topP: 0.9,
      maxOutputTokens: 999,
      systemPrompt: 'Be brief.',
      headers: { 'X-Study': 'otters' },
    },
    sources: { variables: { OPENAI_ORG_ID: 'org-1', OPENAI_PROJECT_ID: '' } },
  });
  const picture = { mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) } as const;
  await model.reply(
    requestOf(
      user('Draw.'),
      { role: 'assistant', text: 'Done.', pictures: [] },
      { ...user('Look.'), pictures: [picture] },
    ),
  );
  const { json, headers } = server.requests.at(-1)!;
  expect(json).toEqual({
    model: 'gpt-5',
    instructions: 'Answer with TikZ.\n\nBe brief.',
    input: [
      { role: 'user', content: [{ type: 'input_text', text: 'Draw.' }] },
      { role: 'assistant', content: 'Done.' },
      {
        role: 'user',
        content: [
          { type: 'input_image', image_url: 'data:image/png;base64,AQID', detail: 'auto' },
          { type: 'input_text', text: 'Look.' },
        ],
      },
    ],
    max_output_tokens: 999,
    reasoning: { effort: 'low' },
    store: false,
    stream: true,
    temperature: 0.5,
    top_p: 0.9,
  });
  expect(headers).toEqual({
    accept: 'application/json',
    'accept-encoding': 'identity',
    authorization: `Bearer ${KEY}`,
    connection: 'keep-alive',
    'content-length': expect.any(String),
    'content-type': 'application/json',
    host: new URL(server.url).host,
    'openai-organization': 'org-1',
    'user-agent': 'otterbench',
    'x-study': 'otters',
  });
});

test('a refusal, a content filter, a limit of tokens and white space are told apart', async () => {
  const answers = [
    response({ output: [message({ type: 'refusal', refusal: 'I will not draw that.' })] }),
    response({ status: 'incomplete', incomplete_details: { reason: 'content_filter' }, output: [SAID] }),
    response({
      status: 'incomplete',
      incomplete_details: { reason: 'max_output_tokens' },
      output: [SAID],
      usage: USAGE,
    }),
    response({ output: [message({ type: 'output_text', text: ' \n' })], usage: USAGE }),
  ];
  const told = [];
  for (const answer of answers) {
    const { facts, ...reply } = await ask({ type: 'response.completed', response: answer });
    told.push(reply);
  }
  expect(told).toEqual([
    {
      outcome: 'refused',
      text: 'I will not draw that.',
      reason: 'the model refused: I will not draw that.',
    },
    { outcome: 'refused', text: 'a drawing', reason: 'stopped by the content filter of the provider' },
    {
      outcome: 'truncated',
      text: 'a drawing',
      reason: 'cut off at the limit of output after 40 tokens, 25 of them reasoning (max_output_tokens)',
    },
    {
      outcome: 'empty',
      text: ' \n',
      reason: 'nothing but white space (completed); its 25 tokens of reasoning are all',
    },
  ]);
});

test('an answer whose closing event lacks the output is put together from its items', async () => {
  const reply = await ask(
    { type: 'response.output_item.done', item: SAID },
    { type: 'response.completed', response: response({}) },
  );
  expect(reply).toMatchObject({ outcome: 'replied', text: 'a drawing' });
});

describe('trouble', () => {
  test('what the server tells inside the stream has a kind by its code', async () => {
    const failed = response({
      status: 'failed',
      error: { code: 'rate_limit_exceeded', message: `slow down ${KEY}` },
    });
    const replies = [
      await ask({ type: 'response.failed', response: failed }),
      await ask({ type: 'error', code: 'server_error', message: 'oops' }),
      await ask({ type: 'error', error: { type: 'insufficient_quota', message: 'no money' } }),
    ];
    expect(replies).toEqual([
      {
        outcome: 'provider-trouble',
        reason: 'the server broke off, too many requests: slow down [key]',
        trouble: { kind: 'rate-limit', status: null, retryAfterMs: null },
      },
      {
        outcome: 'provider-trouble',
        reason: 'the server broke off, trouble at the server: oops',
        trouble: { kind: 'server', status: null, retryAfterMs: null },
      },
      {
        outcome: 'provider-trouble',
        reason: 'the server broke off, no money or quota left: no money',
        trouble: { kind: 'quota', status: null, retryAfterMs: null },
      },
    ]);
  });

  test('a stream that ends too early, holds no JSON, or no response is malformed', async () => {
    const replies = [
      await ask({ type: 'response.created' }),
      await ask({ type: 'response.completed', response: 'yes' }),
    ];
    server.script({ ...stream(), body: 'data: {"type": \n\n' });
    replies.push(await (await openAt('openai/gpt-5', server)).reply(requestOf()));
    expect(
      replies.map(({ outcome, ...reply }) =>
        'trouble' in reply ? [reply.reason, reply.trouble?.kind] : outcome,
      ),
    ).toEqual([
      ['no answer of this protocol: the answer ended before it was complete', 'malformed'],
      ['no answer of this protocol: the response has no output', 'malformed'],
      ['no answer of this protocol: Error reading response: malformed server-sent event JSON.', 'malformed'],
    ]);
  });

  test('another type of content is quoted, without the key', async () => {
    server.script({
      kind: 'raw',
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: `<h1>Hello ${KEY}</h1>`,
    });
    expect(await (await openAt('openai/gpt-5', server)).reply(requestOf())).toEqual({
      outcome: 'provider-trouble',
      reason: 'expected text/event-stream, got text/html: <h1>Hello [key]</h1>',
      trouble: { kind: 'malformed', status: null, retryAfterMs: null },
    });
  });

  test('a status that is none, and a compressed answer that nobody asked for, are malformed', async () => {
    const model = await openAt('openai/gpt-5', server);
    server.script(
      { kind: 'raw', status: 999, headers: {}, body: 'go away' },
      { ...stream(), headers: { 'content-type': 'text/event-stream', 'content-encoding': 'br' } },
    );
    const replies = [await model.reply(requestOf()), await model.reply(requestOf())];
    expect(replies).toEqual(
      ['the status 999', 'a compressed answer to a plain request'].map((why) => ({
        outcome: 'provider-trouble',
        reason: `no answer of this protocol: ${why}`,
        trouble: { kind: 'malformed', status: null, retryAfterMs: null },
      })),
    );
  });

  test('a redirect is not followed, so that no key goes elsewhere', async () => {
    const before = server.requests.length;
    server.script({
      kind: 'raw',
      status: 307,
      headers: { location: `${server.url}/v1/responses` },
      body: '',
    });
    expect(await (await openAt('openai/gpt-5', server)).reply(requestOf())).toMatchObject({
      trouble: { kind: 'malformed', status: 307 },
    });
    expect(server.requests.length - before).toBe(1);
  });

  test('a connection that is cut, or refused, is trouble of the network', async () => {
    const model = await openAt('openai/gpt-5', server);
    server.script({
      kind: 'cut',
      of: stream({ type: 'response.created' }, { type: 'response.in_progress' }),
    });
    expect(await model.reply(requestOf())).toMatchObject({
      outcome: 'provider-trouble',
      reason: 'the connection failed: it was cut on the way (ECONNRESET)',
      trouble: { kind: 'network', status: null, retryAfterMs: null },
    });
    const closed = await openAt('openai/gpt-5', { url: 'http://127.0.0.1:1' });
    expect(await closed.reply(requestOf())).toMatchObject({
      reason: 'the connection failed: nothing listens there (ECONNREFUSED)',
      trouble: { kind: 'network' },
    });
  });
});

describe('limits of time', () => {
  const PATIENT = { connectMs: 60_000, firstTokenMs: 60_000, totalMs: 60_000 };

  test('say which of them has passed', async () => {
    const model = await openAt('openai/gpt-5', server);
    const heard = { type: 'response.created' };
    const begun = { type: 'response.output_text.delta', delta: 'a' };
    server.script(
      { kind: 'stall', of: stream(heard, heard, heard) },
      { kind: 'stall', of: stream(begun, begun, begun) },
    );
    const noToken = await model.reply(requestOf(), { timeouts: { ...PATIENT, firstTokenMs: 1_000 } });
    const noEnd = await model.reply(requestOf(), { timeouts: { ...PATIENT, totalMs: 1_000 } });
    expect([noToken, noEnd]).toEqual([
      {
        outcome: 'provider-trouble',
        reason: 'the first token took over 1 s',
        trouble: { kind: 'timeout', status: null, retryAfterMs: null },
      },
      {
        outcome: 'provider-trouble',
        reason: 'the whole answer took over 1 s',
        trouble: { kind: 'timeout', status: null, retryAfterMs: null },
      },
    ]);
  });

  test('hold for the connection with its TLS alone', async () => {
    const silent = createServer();
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as { port: number };
    const model = await openAt('openai/gpt-5', { url: `https://127.0.0.1:${port}` });
    expect(await model.reply(requestOf(), { timeouts: { ...PATIENT, connectMs: 100 } })).toEqual({
      outcome: 'provider-trouble',
      reason: 'connecting took over 0.1 s',
      trouble: { kind: 'timeout', status: null, retryAfterMs: null },
    });
    silent.close();
  });

  test('are the only ones: what ends the patience of Node’s own fetch does not end ours', async () => {
    const release = Promise.withResolvers<void>();
    const front = createHttpServer(async (request, answer) => {
      await release.promise;
      answer.writeHead(200, { 'content-type': 'text/event-stream' });
      answer.end(stream({ type: 'response.completed', response: response({ output: [SAID] }) }).body);
      request.resume();
    });
    front.listen(0, '127.0.0.1');
    await once(front, 'listening');
    const url = `http://127.0.0.1:${(front.address() as { port: number }).port}`;
    const model = await openAt('openai/gpt-5', { url });
    const reply = model.reply(requestOf());
    await expect(fetchWithoutPatience(url)).rejects.toMatchObject({
      cause: { code: 'UND_ERR_HEADERS_TIMEOUT' },
    });
    release.resolve();
    expect(await reply).toMatchObject({ outcome: 'replied', text: 'a drawing' });
    front.close();
  });
});

/** Node's fetch with the limit that it has of its own (five minutes), made small. */
async function fetchWithoutPatience(url: string): Promise<void> {
  const place = Symbol.for('undici.globalDispatcher.1') as unknown as keyof typeof globalThis;
  await fetch('data:,').then((empty) => empty.text());
  const usual = globalThis[place] as { constructor: new (options: object) => object };
  const impatient = new usual.constructor({ headersTimeout: 10 });
  await fetch(url, { dispatcher: impatient } as RequestInit);
}

test('one connection serves one request after the other', async () => {
  let connections = 0;
  const front = createHttpServer((request, answer) => {
    request.resume();
    answer.writeHead(200, { 'content-type': 'text/event-stream' });
    const whole = stream({ type: 'response.completed', response: response({ output: [SAID] }) }).body;
    answer.end(`${whole}data: [DONE]\n\n`);
  });
  front.on('connection', () => {
    connections += 1;
  });
  front.listen(0, '127.0.0.1');
  await once(front, 'listening');
  const url = `http://127.0.0.1:${(front.address() as { port: number }).port}`;
  const model = await openAt('openai/gpt-5', { url });
  const outcomes = [];
  for (let request = 0; request < 10; request += 1) outcomes.push((await model.reply(requestOf())).outcome);
  expect(new Set(outcomes)).toEqual(new Set(['replied']));
  // A connection is free again once its last bytes were read, which may be after the next request begins.
  expect(connections).toBeLessThan(10);
  front.closeAllConnections();
  front.close();
});

test('an aborted signal is thrown with its reason, before and while the server answers', async () => {
  const model = await openAt('openai/gpt-5', server);
  const reason = new Error('enough');
  await expect(model.reply(requestOf(), { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  const controller = new AbortController();
  server.script((seen) => {
    controller.abort(reason);
    return { kind: 'stall', of: stream({ type: 'response.created' }, { ...seen, type: 'response.queued' }) };
  });
  await expect(model.reply(requestOf(), { signal: controller.signal })).rejects.toBe(reason);
});
