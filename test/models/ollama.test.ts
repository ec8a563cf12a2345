import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ModelSettings } from '../../src/domain/model.ts';
import { UsageError } from '../../src/domain/usage-error.ts';
import { ollamaEndpoint } from '../../src/models/ollama-host.ts';
import { openModels } from '../../src/models/registry.ts';
import { requestOf, said } from '../contracts/model.ts';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import type { OllamaModel } from '../helpers/model-server-ollama.ts';

const DIGEST = 'a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f90';

const MODELS: Record<string, OllamaModel> = {
  'qwen3:8b': { contextLength: 40_960, capabilities: ['completion', 'thinking'], digest: DIGEST },
  'gemma3:latest': { contextLength: 8_192, capabilities: ['completion', 'vision'] },
  'gpt-oss:120b-cloud': { contextLength: 131_072 },
};

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer({ ollamaModels: MODELS });
});
afterAll(() => server.close());

async function open(name: string, settings: ModelSettings = {}, variables: Record<string, string> = {}) {
  const all = { OLLAMA_HOST: server.url, ...variables };
  const sources = { recordedFiles: [], variables: all, facts: [], servers: [] };
  const [model] = await openModels([{ id: `ollama/${name}`, settings }], sources);
  return model!;
}

async function mistakeOf(opened: Promise<unknown>) {
  const error = await opened.catch((caught: unknown) => caught);
  if (!(error instanceof UsageError)) throw new Error('expected a UsageError', { cause: error });
  return { message: error.message, remedy: error.remedy };
}

describe('OLLAMA_HOST', () => {
  const addressOf = (host: string) =>
    ollamaEndpoint(
      { id: 'ollama/x', name: 'x', settings: {}, facts: null },
      { recordedFiles: [], variables: { OLLAMA_HOST: host }, facts: [], servers: [] },
    ).baseUrl;

  test.each([
    ['', 'http://127.0.0.1:11434'],
    ['lab', 'http://lab:11434'],
    ['lab:8080', 'http://lab:8080'],
    ['lab:80', 'http://lab'],
    [':8080', 'http://127.0.0.1:8080'],
    ['0.0.0.0', 'http://127.0.0.1:11434'],
    ['0.0.0.0:8080', 'http://127.0.0.1:8080'],
    ['[::]:8080', 'http://[::1]:8080'],
    ['[::1]', 'http://[::1]:11434'],
    ['http://lab', 'http://lab'],
    ['http://lab:8080/', 'http://lab:8080'],
    ['https://lab.example/ollama/', 'https://lab.example/ollama'],
    ['  lab  ', 'http://lab:11434'],
  ])('%j is %s', (host, address) => {
    expect(addressOf(host)).toBe(address);
  });

  test.each(['ftp://lab', 'http://', 'lab:port', 'http://me:secret-word@lab'])(
    '%j is a mistake, and not repeated',
    (host) => {
      expect(() => addressOf(host)).toThrow(
        /^OLLAMA_HOST is no address; expected host, host:port, or one such as [^@]*$/,
      );
    },
  );
});

describe('opening', () => {
  test('tells what the server knows of the model', async () => {
    const { facts, price, lane, maxOutputTokens } = await open('qwen3:8b');
    expect({ facts, price, lane, maxOutputTokens }).toMatchObject({
      facts: { contextTokens: 40_960, seesPictures: false, reasons: true },
      price: undefined,
      lane: { id: `ollama/${new URL(server.url).host}`, mostRequests: 1, oneModelAtATime: true },
      maxOutputTokens: 16_384,
    });
  });

  test('a name without a tag is the latest', async () => {
    expect((await open('gemma3')).facts).toMatchObject({ contextTokens: 8_192, seesPictures: true });
  });

  test('as many requests at a time as the server is said to work on', async () => {
    expect((await open('qwen3:8b', {}, { OLLAMA_NUM_PARALLEL: '4' })).lane?.mostRequests).toBe(4);
    const { message } = await mistakeOf(open('qwen3:8b', {}, { OLLAMA_NUM_PARALLEL: 'many' }));
    expect(message).toBe('OLLAMA_NUM_PARALLEL is no number of requests; expected 1, 2, 3…');
  });

  test('a model that runs on servers of Ollama has no known price, others cost nothing', async () => {
    expect([(await open('gpt-oss:120b-cloud')).price, (await open('qwen3:8b')).price]).toEqual([
      null,
      undefined,
    ]);
  });

  test('a model that is not there is a mistake that says how to get it, and what is near', async () => {
    expect(await mistakeOf(open('qwen3:8c'))).toEqual({
      message: `ollama/qwen3:8c: the Ollama server at ${new URL(server.url).host} has no model "qwen3:8c"; did you mean "ollama/qwen3:8b"?`,
      remedy: 'Get it with: ollama pull qwen3:8c',
    });
  });

  test('no server is a mistake that says how to start it', async () => {
    const gone = await startModelServer();
    await gone.close();
    expect(await mistakeOf(open('qwen3:8b', {}, { OLLAMA_HOST: gone.url }))).toEqual({
      message: `no Ollama server at ${new URL(gone.url).host}`,
      remedy: 'Start it with: ollama serve. If it runs elsewhere, set OLLAMA_HOST.',
    });
  });

  test('a server that never answers is given up', async () => {
    const silent = createServer(() => {});
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const host = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const { message } = await mistakeOf(open('qwen3:8b', {}, { OLLAMA_HOST: host }));
    silent.closeAllConnections();
    silent.close();
    expect(message).toBe(`no Ollama server at ${host}`);
  });

  test('another server is told from Ollama, without a word on the console', async () => {
    const spy = vi.spyOn(console, 'log');
    const other = createServer((_request, response) => response.writeHead(403).end('go away'));
    other.listen(0, '127.0.0.1');
    await once(other, 'listening');
    const host = `127.0.0.1:${(other.address() as AddressInfo).port}`;
    const { message } = await mistakeOf(open('qwen3:8b', {}, { OLLAMA_HOST: host }));
    other.close();
    expect(message).toBe(`what answers at ${host} is no Ollama server, or refuses us (status 403)`);
    expect(spy.mock.calls).toEqual([]);
    spy.mockRestore();
  });

  test.each<[ModelSettings, string]>([
    [{ contextTokens: 50_000 }, 'this model holds at most 40960'],
    [{ effort: 'max' }, 'expected one of none, low, medium, high'],
    [{ thinkingTokens: 100 }, 'ollama has no such setting'],
  ])('%j is refused: %s', async (settings, why) => {
    expect((await mistakeOf(open('qwen3:8b', settings))).message).toContain(why);
  });

  test('a model that does not think takes no effort', async () => {
    expect((await mistakeOf(open('gemma3', { effort: 'low' }))).message).toContain('does not reason');
  });
});

describe('requests', () => {
  const bodyOf = async (name: string, settings: ModelSettings = {}) => {
    await (await open(name, settings)).reply(requestOf(said('Draw.')));
    return server.requests.at(-1)!.json;
  };

  test('always say how long the context is, within what the model was made for', async () => {
    const options = [
      (await bodyOf('qwen3:8b')).options,
      (await bodyOf('gemma3')).options,
      (await bodyOf('qwen3:8b', { contextTokens: 20_000, maxOutputTokens: 500 })).options,
    ];
    expect(options).toEqual([
      { num_ctx: 16_384, num_predict: 16_384 },
      { num_ctx: 8_192, num_predict: 8_192 },
      { num_ctx: 20_000, num_predict: 500 },
    ]);
  });

  test('switch thinking off for no effort', async () => {
    expect([(await bodyOf('qwen3:8b', { effort: 'none' })).think, (await bodyOf('qwen3:8b')).think]).toEqual([
      false,
      undefined,
    ]);
  });

  test('never carry the key of Ollama’s own servers elsewhere', async () => {
    vi.stubEnv('OLLAMA_API_KEY', 'key-of-the-cloud');
    await (await open('qwen3:8b', {}, { OLLAMA_API_KEY: 'key-of-the-cloud' })).reply(
      requestOf(said('Draw.')),
    );
    vi.unstubAllEnvs();
    expect(server.requests.at(-1)!.headers.authorization).toBeUndefined();
  });
});

describe('answers', () => {
  async function ask(
    counts: { readonly input: number; readonly output: number },
    { words = 'Draw.', settings = {}, finishReason = 'stop' } = {},
  ) {
    const usage = { input_tokens: counts.input, output_tokens: counts.output };
    server.script({ kind: 'mock', response: { content: 'a drawing', usage, finishReason } });
    return (await open('qwen3:8b', settings)).reply(requestOf(said(words)));
  }

  const CUT = {
    outcome: 'provider-trouble',
    trouble: { kind: 'bad-request', status: null, retryAfterMs: null },
  };

  test('name the model with the beginning of its digest, which is a part of the fingerprint', async () => {
    expect(await ask({ input: 20, output: 5 })).toMatchObject({
      outcome: 'replied',
      facts: { servedBy: 'qwen3:8b@sha256:a1b2c3d4e5f6' },
    });
    const request = requestOf(said('Draw.'));
    const before = await open('qwen3:8b');
    MODELS['qwen3:8b'] = { ...MODELS['qwen3:8b']!, digest: DIGEST.replace('a1', 'b1') };
    const after = await open('qwen3:8b');
    MODELS['qwen3:8b'] = { ...MODELS['qwen3:8b']!, digest: DIGEST };
    expect(before.fingerprint!(request)).not.toBe(after.fingerprint!(request));
  });

  test('that fill the context are truncated, and say num_ctx', async () => {
    const settings = { contextTokens: 4_096 };
    expect(await ask({ input: 96, output: 4_000 }, { settings })).toMatchObject({
      outcome: 'truncated',
      text: 'a drawing',
      reason:
        'cut off where the context ends (num_ctx is full: 4096 of 4096 tokens); give the model more contextTokens',
    });
  });

  test('that end at the limit of output are truncated', async () => {
    expect(await ask({ input: 20, output: 500 }, { finishReason: 'length' })).toMatchObject({
      outcome: 'truncated',
      reason: 'cut off at the limit of output after 500 tokens (length)',
    });
  });

  test('to a prompt that can’t have fitted are trouble of ours, whatever was counted', async () => {
    const reply = await ask(
      { input: 30, output: 5 },
      { words: 'x'.repeat(40_000), settings: { contextTokens: 4_096 } },
    );
    expect(reply).toMatchObject({
      ...CUT,
      reason: expect.stringMatching(
        /^the prompt was cut: num_ctx is 4096, and at least 500\d tokens were sent; /,
      ),
    });
  });

  test('to a prompt that fills the context are trouble of ours', async () => {
    const settings = { contextTokens: 4_096 };
    const reply = await ask({ input: 4_096, output: 1 }, { words: 'x'.repeat(12_000), settings });
    expect(reply).toMatchObject({
      ...CUT,
      reason: expect.stringContaining('the prompt fills all of it (4096 tokens)'),
    });
  });

  test('to a prompt of which too little was read are trouble of ours', async () => {
    const settings = { contextTokens: 4_096 };
    const reply = await ask({ input: 900, output: 5 }, { words: 'x'.repeat(12_000), settings });
    expect(reply).toMatchObject({
      ...CUT,
      reason: expect.stringContaining('only 900 tokens of a prompt of at least 1502 were read'),
    });
  });

  test('of a server that refuses what does not fit say which setting helps', async () => {
    const message = 'the input length exceeds the context length';
    server.script({ kind: 'mock', response: { error: { message }, status: 400 } });
    expect(await (await open('qwen3:8b')).reply(requestOf(said('Draw.')))).toEqual({
      outcome: 'provider-trouble',
      reason: `the prompt does not fit: num_ctx is 16384; give the model more contextTokens (the server answered 400, the request is not accepted: ${message})`,
      trouble: { kind: 'bad-request', status: 400, retryAfterMs: null },
    });
  });

  test('to a prompt that surely fits are taken, though little of it was counted anew', async () => {
    expect(await ask({ input: 1, output: 5 }, { words: 'x'.repeat(6_000) })).toMatchObject({
      outcome: 'replied',
    });
  });

  test('to a prompt that was cached whole have no count of input', async () => {
    expect((await ask({ input: 0, output: 5 })).facts?.usage).toEqual({
      inputTokens: null,
      outputTokens: 5,
      reasoningTokens: null,
      cachedInputTokens: null,
    });
  });

  test('that can’t be read leave no trace on the console', async () => {
    const spies = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
    const line = '{"message": {"content": "a"}, "done": false}\n';
    server.script({
      kind: 'raw',
      status: 200,
      headers: { 'content-type': 'application/x-ndjson' },
      body: `${line}\u001b]0;otter\u0007\n${line}`,
    });
    expect(await (await open('qwen3:8b')).reply(requestOf(said('Draw.')))).toMatchObject({
      outcome: 'provider-trouble',
      trouble: { kind: 'malformed' },
    });
    expect(spies.flatMap(({ mock }) => mock.calls)).toEqual([]);
    vi.restoreAllMocks();
  });
});
