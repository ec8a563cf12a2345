import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Model, ModelSettings } from '../../src/domain/model.ts';
import type { Message, ModelReply, ModelRequest, RequestTimeouts } from '../../src/domain/reply.ts';
import type { Task } from '../../src/domain/task.ts';
import { openModels } from '../../src/models/registry.ts';
import {
  type ModelServer,
  type Script,
  type SeenRequest,
  startModelServer,
} from '../helpers/model-server.ts';
import type { MockResponse, RawAnswer } from '../helpers/model-server-answers.ts';
import { errorAnswer, malformedAnswer } from '../helpers/model-server-faults.ts';

/** One adapter, and how its protocol says things. */
export interface AdapterUnderTest {
  readonly modelId: string;
  /** What every request of it is sent to. */
  readonly path: string;
  readonly contentType: string;
  /** The environment that leads it to the server at `url`, with `secret` as its key where it wants one. */
  variables(url: string, secret: string): Readonly<Record<string, string>>;
  /** Settings that every opening needs: a secret in a header, where there is no key. */
  settings(secret: string): ModelSettings;
  /** Settings with what they must be on the wire, and settings that the protocol has no word for. */
  readonly onTheWire: { readonly settings: ModelSettings; readonly fields: object };
  readonly refused: ModelSettings;
  usage(inputTokens: number, outputTokens: number): Readonly<Record<string, number>>;
  /** Null: the protocol has no word for a refusal. */
  readonly refusal: Script | null;
  /** An error that is told inside an answer that began well. */
  brokenOff(message: string): RawAnswer;
  /** Role and text of all messages of a request, the system prompt first, with the pictures in base64. */
  conversation(json: SeenRequest['json']): readonly SaidMessage[];
}

export interface SaidMessage {
  readonly role: string;
  readonly text: string;
  readonly pictures: readonly string[];
}

const SECRET = 'planted-secret-5e1f7a90c3';
const LONG_MS = 60_000;
const PATIENT: RequestTimeouts = { connectMs: LONG_MS, firstTokenMs: LONG_MS, totalMs: LONG_MS };
const LETTERS = 'Une loutre — 水獺 🦦 \\draw (0,0);';

export function requestOf(...messages: readonly Message[]): ModelRequest {
  return {
    task: { id: 'otters/sea-otter' } as Task,
    track: 'blind',
    sample: 1,
    round: 1,
    systemPrompt: 'Answer in TikZ.',
    messages,
  };
}

export function said(text: string, role: Message['role'] = 'user'): Message {
  return { role, text, pictures: [] };
}

/**
 * What every adapter must hold to. `mock` answers come from aimock, a server of somebody else's making, behind one of ours
 * that writes down what comes; `raw`, `half`, `cut`, `stall` and `reset` are ours, for what aimock can't do.
 */
export function describeModelAdapter(adapter: AdapterUnderTest): void {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer({ text: (seen) => `echo: ${lastText(seen)}` });
  });
  afterAll(() => server.close());

  const lastText = ({ json }: SeenRequest) => adapter.conversation(json).at(-1)?.text ?? '';

  async function open(settings: ModelSettings = {}, url = server.url, secret = SECRET): Promise<Model> {
    const [model] = await openModels(
      [{ id: adapter.modelId, settings: { ...adapter.settings(secret), ...settings } }],
      { recordedFiles: [], variables: adapter.variables(url, secret), facts: [], servers: [] },
    );
    return model!;
  }

  /** What becomes of one call that is answered so; it must be one request, and tell nobody the secret. */
  async function ask(script: Script, timeouts = PATIENT): Promise<ModelReply> {
    const before = server.requests.length;
    server.script(script);
    const reply = await (await open()).reply(requestOf(said('Draw an otter.')), { timeouts });
    expect(server.requests.slice(before).map(({ path }) => path)).toEqual([adapter.path]);
    expect(JSON.stringify(reply)).not.toContain(SECRET);
    return reply;
  }

  const mock = (response: MockResponse): Script => ({ kind: 'mock', response });
  const raw = (body: string, contentType = adapter.contentType, status = 200): RawAnswer => ({
    kind: 'raw',
    status,
    headers: { 'content-type': contentType },
    body,
  });
  const whole = { kind: 'mock', response: { content: LETTERS, usage: adapter.usage(70, 30) } } as const;

  describe(`${adapter.modelId}: answers`, () => {
    test('gives the text, the thoughts apart, tokens, times and the whole answer', async () => {
      const usage = adapter.usage(70, 30);
      const reply = await ask(mock({ content: LETTERS, reasoning: 'It swims.', usage }));
      expect(reply).toEqual({
        outcome: 'replied',
        text: LETTERS,
        note: expect.stringContaining('answered by'),
        facts: {
          reasoning: 'It swims.',
          stopReason: expect.stringMatching(/^(end_turn|completed|stop)$/),
          usage: {
            inputTokens: 70,
            outputTokens: 30,
            reasoningTokens: reply.facts?.usage?.reasoningTokens,
            cachedInputTokens: reply.facts?.usage?.cachedInputTokens,
          },
          latencyMs: expect.any(Number),
          firstTokenMs: expect.any(Number),
          requestId: expect.stringMatching(/^req/),
          servedBy: expect.stringContaining(adapter.modelId.split('/').slice(1).join('/')),
          costUsd: null,
          raw: expect.stringContaining('loutre'),
        },
      });
      const { latencyMs, firstTokenMs } = reply.facts!;
      expect(firstTokenMs! >= 0 && firstTokenMs! <= latencyMs!).toBe(true);
    });

    test('reads an answer that comes in pieces of a few bytes', async () => {
      expect(await ask({ kind: 'pieces', of: whole, bytes: 5 })).toMatchObject({
        outcome: 'replied',
        text: LETTERS,
      });
    });

    test('calls an answer that hit the limit of tokens truncated, and keeps its text', async () => {
      const cut = mock({ content: 'half of', finishReason: 'length', usage: adapter.usage(70, 30) });
      expect(await ask(cut)).toMatchObject({
        outcome: 'truncated',
        text: 'half of',
        reason: expect.stringContaining('30 tokens'),
      });
    });

    test.each(['', ' \n\t '])('calls an answer without words empty: %j', async (content) => {
      const reply = await ask(mock({ content, usage: adapter.usage(70, 3) }));
      expect(reply).toMatchObject({ outcome: 'empty', facts: { usage: { outputTokens: 3 } } });
    });

    test.runIf(adapter.refusal !== null)('tells a refusal from trouble', async () => {
      expect(await ask(adapter.refusal!)).toMatchObject({ outcome: 'refused' });
    });

    test('answers calls at the same time each with its own', async () => {
      const model = await open();
      const words = Array.from({ length: 8 }, (_, index) => `question ${index}`);
      const replies = await Promise.all(words.map((word) => model.reply(requestOf(said(word)))));
      expect(replies.map(({ outcome, ...rest }) => 'text' in rest && rest.text)).toEqual(
        words.map((word) => `echo: ${word}`),
      );
    });
  });

  describe(`${adapter.modelId}: requests`, () => {
    async function sent(messages: readonly Message[], settings: ModelSettings = {}): Promise<SeenRequest> {
      await (await open(settings)).reply(requestOf(...messages), { timeouts: PATIENT });
      return server.requests.at(-1)!;
    }

    test('hold the whole conversation, the system prompts first', async () => {
      const messages = [said('Draw.'), said('\\draw;', 'assistant'), said('It does not compile.')];
      const { json } = await sent(messages, { systemPrompt: 'Be brief.' });
      const texts = adapter.conversation(json).map(({ role, text }) => [role, text]);
      expect(texts).toEqual([
        ['system', 'Answer in TikZ.\n\nBe brief.'],
        ['user', 'Draw.'],
        ['assistant', '\\draw;'],
        ['user', 'It does not compile.'],
      ]);
    });

    test('hold the bytes of pictures, before the words', async () => {
      const bytes = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7) % 256);
      const { json } = await sent([
        { role: 'user', text: 'Mend it.', pictures: [{ mediaType: 'image/png', bytes }] },
      ]);
      expect(adapter.conversation(json).at(-1)).toEqual({
        role: 'user',
        text: 'Mend it.',
        pictures: [Buffer.from(bytes).toString('base64')],
      });
    });

    test('say the settings in the words of the protocol', async () => {
      const { settings, fields } = adapter.onTheWire;
      expect((await sent([said('Draw.')], settings)).json).toMatchObject(fields);
    });

    test('carry the headers of the settings', async () => {
      const { headers } = await sent([said('Draw.')], {
        headers: { ...adapter.settings(SECRET).headers, 'x-team': 'otters' },
      });
      expect(headers).toMatchObject({ 'x-team': 'otters' });
    });

    test('are not made with settings that the protocol has no word for', async () => {
      await expect(open(adapter.refused)).rejects.toThrow(Object.keys(adapter.refused)[0]!);
    });

    test('have a fingerprint of settings and server, and of no key', async () => {
      const asked = requestOf(said('Draw.'));
      const print = async (...given: Parameters<typeof open>) => (await open(...given)).fingerprint!(asked);
      const usual = await print();
      const { settings } = adapter.onTheWire;
      await using other = await startModelServer();
      expect(usual).not.toContain(SECRET);
      expect([await print(), await print(settings), await print({ systemPrompt: 'Be brief.' })]).toEqual([
        usual,
        expect.not.stringContaining(usual),
        expect.not.stringContaining(usual),
      ]);
      expect(await print({}, other.url)).not.toBe(usual);
    });
  });

  describe(`${adapter.modelId}: trouble`, () => {
    const trouble = (kind: string, status: number | null = null, retryAfterMs: number | null = null) => ({
      outcome: 'provider-trouble',
      reason: expect.any(String),
      trouble: { kind, status, retryAfterMs },
    });

    test.each([
      [400, 'bad-request', 'invalid_request_error'],
      [401, 'key', 'authentication_error'],
      [403, 'key', 'permission_error'],
      [404, 'not-found', 'not_found_error'],
      [500, 'server', 'api_error'],
      [503, 'server', 'api_error'],
      [529, 'server', 'overloaded_error'],
    ])('%i is of the kind %s', async (status, kind, type) => {
      const reply = await ask(mock({ error: { message: 'it says why', type }, status }));
      expect(reply).toEqual({ ...trouble(kind, status), reason: expect.stringContaining('it says why') });
    });

    test('402 is no money left', async () => {
      expect(await ask(errorAnswer(402, 'billing_error'))).toEqual(trouble('quota', 402));
    });

    test('429 with Retry-After in seconds says how long to wait', async () => {
      const slower = mock({ error: { message: 'slower' }, status: 429, retryAfter: 7 });
      expect(await ask(slower)).toEqual(trouble('rate-limit', 429, 7_000));
    });

    test('429 with Retry-After as a date says how long to wait, by the clock of the server', async () => {
      const headers = {
        date: 'Wed, 21 Oct 2026 07:28:00 GMT',
        'retry-after': 'Wed, 21 Oct 2026 07:29:30 GMT',
      };
      const answer = errorAnswer(429, 'rate_limit_error', headers);
      expect(await ask(answer)).toEqual(trouble('rate-limit', 429, 90_000));
    });

    test('429 without Retry-After says nothing of waiting', async () => {
      expect(await ask(errorAnswer(429, 'rate_limit_error'))).toEqual(trouble('rate-limit', 429));
    });

    test.each([
      ['malformed JSON', () => malformedAnswer(adapter.path)],
      ['a page of HTML', () => raw('<title>Sign in</title>', 'text/html')],
      ['JSON where a stream was asked for', () => raw('{}', 'application/json')],
      ['no bytes at all', () => raw('')],
      ['an end before the end', () => ({ kind: 'half', of: whole }) as const],
    ])('%s is no answer of this protocol', async (_name, answer) => {
      expect(await ask(answer())).toEqual(trouble('malformed'));
    });

    test('a connection that is gone before an answer is trouble of the network', async () => {
      expect(await ask({ kind: 'reset' })).toEqual(trouble('network'));
    });

    test('one that is cut within the answer is, too, and says that the request was accepted', async () => {
      expect(await ask({ kind: 'cut', of: whole })).toEqual({
        ...trouble('network'),
        facts: expect.objectContaining({ latencyMs: expect.any(Number), usage: null }),
      });
    });

    test('a server that is not there any more is trouble of the network', async () => {
      const own = await startModelServer();
      const model = await open({}, own.url);
      await own.close();
      expect(await model.reply(requestOf(said('Draw.')))).toEqual(trouble('network'));
    });

    test('an error inside an answer that began well is trouble of the server', async () => {
      expect(await ask(adapter.brokenOff(`out of memory, ${SECRET}`))).toEqual({
        ...trouble('server'),
        reason: expect.stringContaining('out of memory'),
      });
    });

    test('no first token in time is a timeout that says so', async () => {
      expect(await ask({ kind: 'stall' }, { ...PATIENT, firstTokenMs: 1_000 })).toEqual({
        ...trouble('timeout'),
        reason: 'the first token took over 1 s',
      });
    });

    test('no whole answer in time is a timeout that says so', async () => {
      expect(await ask({ kind: 'stall', of: whole }, { ...PATIENT, totalMs: 1_000 })).toEqual({
        ...trouble('timeout'),
        reason: 'the whole answer took over 1 s',
      });
    });

    test('a key that the server echoes is masked, whatever the answer', async () => {
      const echo = (status: number, contentType = 'application/json') =>
        raw(JSON.stringify({ error: { message: `your key ${SECRET}` } }), contentType, status);
      for (const answer of [echo(401), echo(500), echo(429), echo(400, 'text/plain'), echo(200, 'text/html')])
        expect((await ask(answer)).outcome).toBe('provider-trouble');
    });

    test('what steers a terminal is not handed on', async () => {
      const reply = await ask(raw('\u001b]0;otter\u0007 no', 'text/plain', 502));
      expect(reply).toMatchObject({ trouble: { kind: 'server' } });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      expect('reason' in reply && reply.reason).not.toMatch(/[\u0000-\u001f]/);
    });

    test('a key does not follow a redirect to another server', async () => {
      await using other = await startModelServer();
      const away = { ...raw('', 'text/plain', 307), headers: { location: `${other.url}${adapter.path}` } };
      expect((await ask(away)).outcome).toBe('provider-trouble');
      expect([other.requests, other.asides]).toEqual([[], []]);
    });

    test('a signal that is aborted ends the request, and its reason is thrown', async () => {
      const controller = new AbortController();
      server.script(() => {
        controller.abort(new Error('the user had enough'));
        return { kind: 'stall' };
      });
      const reply = (await open()).reply(requestOf(said('Draw.')), { signal: controller.signal });
      await expect(reply).rejects.toThrow('the user had enough');
      await expect.poll(() => server.load.open).toBe(0);
    });

    test('a signal that is aborted in the midst of an answer ends it', async () => {
      const controller = new AbortController();
      server.script(() => {
        setTimeout(() => controller.abort(new Error('the user had enough')), 100);
        return { kind: 'stall', of: whole };
      });
      const reply = (await open()).reply(requestOf(said('Draw.')), { signal: controller.signal });
      await expect(reply).rejects.toThrow('the user had enough');
      await expect.poll(() => server.load.open).toBe(0);
    });

    test('a signal that was aborted before lets nothing be sent', async () => {
      const before = server.requests.length;
      const signal = AbortSignal.abort(new Error('too late'));
      await expect((await open()).reply(requestOf(said('Draw.')), { signal })).rejects.toThrow('too late');
      expect(server.requests.length).toBe(before);
    });
  });
}
