import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ModelFacts, ModelSettings } from '../../src/domain/model.ts';
import { UsageError } from '../../src/domain/usage-error.ts';
import { openModels } from '../../src/models/registry.ts';
import { requestOf, said } from '../contracts/model.ts';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import { errorAnswer, eventStream } from '../helpers/model-server-faults.ts';

const KEY = 'sk-ant-planted-0123456789';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

async function open(
  name: string,
  settings: ModelSettings = {},
  { variables = {}, facts = [] }: { variables?: Record<string, string>; facts?: readonly ModelFacts[] } = {},
) {
  const all = { ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: server.url, ...variables };
  const sources = { recordedFiles: [], variables: all, facts, servers: [] };
  const [model] = await openModels([{ id: `anthropic/${name}`, settings }], sources);
  return model!;
}

const ask = async (...given: Parameters<typeof open>) =>
  (await open(...given)).reply(requestOf(said('Draw.')));

/** A stream of one message, with what it ends with. */
function message(content: readonly object[], delta: object, usage: object = {}) {
  return eventStream(
    {
      type: 'message_start',
      message: { id: 'm1', role: 'assistant', model: 'claude-x', content: [], usage },
    },
    { type: 'ping' },
    ...content.flatMap((block, index) => [
      { type: 'content_block_start', index, content_block: block },
      { type: 'content_block_stop', index },
    ]),
    {
      type: 'message_delta',
      delta,
      usage: { output_tokens: 90, output_tokens_details: { thinking_tokens: 60 } },
    },
    { type: 'message_stop' },
  );
}

const text = (words: string) => ({ type: 'text', text: words });

describe('settings', () => {
  const adaptive = { type: 'adaptive', display: 'summarized' };

  test.each<[string, ModelSettings, object]>([
    ['claude-opus-4-1', {}, { max_tokens: 16_384 }],
    ['claude-3-haiku-20240307', {}, { max_tokens: 4_096 }],
    ['claude-3-5-sonnet-20241022', { topP: 0.8 }, { max_tokens: 8_192, top_p: 0.8 }],
    [
      'claude-sonnet-4-20250514',
      { thinkingTokens: 8_000 },
      { max_tokens: 24_384, thinking: { type: 'enabled', budget_tokens: 8_000 } },
    ],
    [
      'claude-3-7-sonnet-latest',
      { thinkingTokens: 2_000, maxOutputTokens: 9_000 },
      { max_tokens: 9_000, thinking: { type: 'enabled', budget_tokens: 2_000 } },
    ],
    [
      'claude-opus-4-5',
      { effort: 'low', temperature: 0 },
      { output_config: { effort: 'low' }, temperature: 0 },
    ],
    ['claude-opus-4-6', { effort: 'max' }, { thinking: adaptive, output_config: { effort: 'max' } }],
    ['claude-opus-4-6', { effort: 'none', temperature: 1 }, { max_tokens: 16_384, temperature: 1 }],
    ['claude-opus-4-8', { effort: 'xhigh' }, { thinking: adaptive, output_config: { effort: 'xhigh' } }],
    ['claude-sonnet-5', {}, { max_tokens: 64_000, thinking: adaptive }],
    ['claude-sonnet-5', { effort: 'none' }, { thinking: { type: 'disabled' } }],
    ['claude-sonnet-5-5', { effort: 'none' }, { thinking: { type: 'between_tools' } }],
    ['claude-mythos-preview', { effort: 'high' }, { thinking: adaptive, output_config: { effort: 'high' } }],
  ])('of %s, %j, are %j on the wire', async (name, settings, fields) => {
    await ask(name, settings);
    const { messages, system, stream, model, ...sent } = server.requests.at(-1)!.json;
    expect(sent).toEqual({ max_tokens: expect.any(Number), ...fields });
  });

  test.each<[string, ModelSettings, string]>([
    ['claude-opus-4-1', { seed: 7 }, 'seed is refused (got 7): anthropic has no such setting'],
    [
      'claude-opus-4-1',
      { contextTokens: 9 },
      'contextTokens is refused (got 9): anthropic has no such setting',
    ],
    ['claude-opus-4-1', { temperature: 1.5 }, 'temperature is refused (got 1.5): at most 1'],
    ['claude-opus-4-1', { effort: 'high' }, 'this model has no effort; give thinkingTokens'],
    ['claude-opus-4-6', { effort: 'huge' }, 'expected one of none, low, medium, high, xhigh, max'],
    ['claude-opus-4-6', { effort: 'xhigh' }, 'models have it since 4.7'],
    ['claude-opus-4-5', { effort: 'max' }, 'expected one of none, low, medium, high'],
    ['claude-opus-4-1', { thinkingTokens: 1_000 }, 'expected 1024 or more'],
    ['claude-3-5-sonnet-20241022', { thinkingTokens: 2_000 }, 'this model does not think'],
    ['claude-opus-4-7', { thinkingTokens: 2_000 }, 'this model takes no budget; give effort'],
    [
      'claude-opus-4-1',
      { thinkingTokens: 40_000 },
      'expected less than 32000, the limit of the whole answer',
    ],
    ['claude-opus-4-1', { thinkingTokens: 2_000, temperature: 0.5 }, 'can’t be set while the model thinks'],
    ['claude-opus-4-6', { effort: 'low', topP: 0.5 }, 'expected 0.95 or more while the model thinks'],
    ['claude-opus-4-1', { temperature: 0.5, topP: 0.5 }, 'this model takes one of them'],
    ['claude-opus-4-8', { temperature: 0.5 }, 'models since 4.7 sample by their own rules'],
    ['claude-fable-5', { effort: 'none' }, 'this model can’t be kept from thinking'],
    ['claude-opus-5-5', { thinkingTokens: 0 }, 'this model can’t be kept from thinking'],
  ])('of %s, %j, are refused before anything is sent: %s', async (name, settings, why) => {
    const error = await open(name, settings).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toContain(why);
  });

  test('default to the most that the model is known to give, where that is less', async () => {
    const facts = { id: 'anthropic/claude-opus-4-1', maxOutputTokens: 5_000 } as ModelFacts;
    expect((await open('claude-opus-4-1', {}, { facts: [facts] })).maxOutputTokens).toBe(5_000);
  });
});

describe('keys and addresses', () => {
  async function headers(variables: Record<string, string>) {
    await ask('claude-opus-4-1', {}, { variables });
    const { 'x-api-key': key, authorization } = server.requests.at(-1)!.headers;
    return { key, authorization };
  }

  test('a key is sent as x-api-key, a token as authorization, and never both', async () => {
    expect([
      await headers({}),
      await headers({ ANTHROPIC_AUTH_TOKEN: 'token-12345678' }),
      await headers({ ANTHROPIC_API_KEY: '', ANTHROPIC_AUTH_TOKEN: 'token-12345678' }),
    ]).toEqual([
      { key: KEY, authorization: undefined },
      { key: KEY, authorization: undefined },
      { key: undefined, authorization: 'Bearer token-12345678' },
    ]);
  });

  test('no key at all is a mistake that names the variable', async () => {
    const opened = open('claude-opus-4-1', {}, { variables: { ANTHROPIC_API_KEY: '' } });
    await expect(opened).rejects.toThrow('ANTHROPIC_API_KEY is not set');
  });

  test('an address that ends in /v1 is the same server', async () => {
    await ask('claude-opus-4-1', {}, { variables: { ANTHROPIC_BASE_URL: `${server.url}/v1/` } });
    expect(server.requests.at(-1)!.path).toBe('/v1/messages');
  });

  test('what the SDK would read from the environment by itself is not sent', async () => {
    vi.stubEnv('ANTHROPIC_CUSTOM_HEADERS', 'x-stray: stray');
    vi.stubEnv('ANTHROPIC_AUTH_TOKEN', 'token-of-another-tool');
    await ask('claude-opus-4-1');
    vi.unstubAllEnvs();
    const { headers } = server.requests.at(-1)!;
    expect([headers['x-stray'], headers.authorization]).toEqual([undefined, undefined]);
  });
});

describe('answers', () => {
  test('count what came from the cache as input, and thinking as a part of the output', async () => {
    const usage = {
      input_tokens: 10,
      cache_read_input_tokens: 200,
      cache_creation_input_tokens: 30,
      output_tokens: 1,
    };
    server.script(
      message(
        [{ type: 'thinking', thinking: 'Hm.' }, text('a'), text('b')],
        { stop_reason: 'end_turn' },
        usage,
      ),
    );
    expect(await ask('claude-opus-4-1')).toMatchObject({
      outcome: 'replied',
      text: 'ab',
      facts: {
        reasoning: 'Hm.',
        usage: { inputTokens: 240, outputTokens: 90, reasoningTokens: 60, cachedInputTokens: 200 },
      },
    });
  });

  test.each(['max_tokens', 'model_context_window_exceeded', 'pause_turn'])(
    '%s is truncated',
    async (reason) => {
      server.script(message([text('half')], { stop_reason: reason }));
      expect(await ask('claude-opus-4-1')).toMatchObject({
        outcome: 'truncated',
        text: 'half',
        reason: expect.stringContaining(reason),
      });
    },
  );

  test('a refusal says why', async () => {
    const details = { type: 'refusal', category: 'bio', explanation: 'Not this.' };
    server.script(message([text('I')], { stop_reason: 'refusal', stop_details: details }));
    expect(await ask('claude-opus-4-1')).toMatchObject({
      outcome: 'refused',
      text: 'I',
      reason: 'the model refused: Not this.',
    });
  });

  test('thoughts alone are an empty answer', async () => {
    server.script(message([{ type: 'thinking', thinking: 'Hm.' }], { stop_reason: 'end_turn' }));
    expect(await ask('claude-opus-4-1')).toMatchObject({
      outcome: 'empty',
      reason: expect.stringContaining('60 tokens of reasoning'),
    });
  });

  test.each([
    ['overloaded_error', 'server'],
    ['rate_limit_error', 'rate-limit'],
    ['authentication_error', 'key'],
    ['billing_error', 'quota'],
  ])('%s in the midst of an answer is trouble of the kind %s', async (type, kind) => {
    server.script(
      eventStream(
        { type: 'message_start', message: { model: 'claude-x', content: [], usage: {} } },
        { type: 'error', error: { type, message: 'no more' } },
      ),
    );
    expect(await ask('claude-opus-4-1')).toMatchObject({
      outcome: 'provider-trouble',
      reason: expect.stringContaining('no more'),
      trouble: { kind },
    });
  });

  test('an account without credit is no bad request', async () => {
    const error = {
      type: 'invalid_request_error',
      message: 'Your credit balance is too low to access the API.',
    };
    server.script({ ...errorAnswer(400, ''), body: JSON.stringify({ type: 'error', error }) });
    expect(await ask('claude-opus-4-1')).toMatchObject({ trouble: { kind: 'quota', status: 400 } });
  });

  test('an error after the whole answer does not spoil it', async () => {
    const whole = message([text('done')], { stop_reason: 'end_turn' });
    const late = eventStream({ type: 'error', error: { type: 'api_error', message: 'late' } });
    server.script({ ...whole, body: whole.body + late.body });
    expect(await ask('claude-opus-4-1')).toMatchObject({ outcome: 'replied', text: 'done' });
  });
});
