import { describe, expect, test } from 'vitest';
import type { ModelFacts, ModelSettings } from '../../src/domain/model.ts';
import { UsageError } from '../../src/domain/usage-error.ts';
import { openModels, PROVIDERS } from '../../src/models/registry.ts';
import { KEY, requestOf, serverAt, sourcesOf } from './openai-world.ts';

const SOURCES = sourcesOf({ variables: { OPENAI_API_KEY: KEY, GEMINI_API_KEY: `${KEY}-2` } });

function factsOf(id: string, given: Partial<ModelFacts> = {}): ModelFacts {
  return {
    id,
    name: id,
    family: null,
    maker: null,
    releasedOn: null,
    hasOpenWeights: null,
    contextTokens: null,
    maxOutputTokens: null,
    seesPictures: null,
    reasons: null,
    takesTemperature: null,
    price: null,
    ...given,
  };
}

async function mistakeOf(specs: Parameters<typeof openModels>[0], sources = SOURCES) {
  const error = await openModels(specs, sources).catch((caught: unknown) => caught);
  if (!(error instanceof UsageError)) throw new Error('expected a UsageError', { cause: error });
  return { message: error.message.split('\n'), remedy: error.remedy?.split('\n') ?? [] };
}

const IDS = PROVIDERS.map(({ id }) => `"${id}"`).join(', ');

test('all mistakes are listed at once, with the nearest name', async () => {
  const specs = [
    'opnai/gpt-5',
    'anthropic/claude',
    'mistral/large',
    'openai/',
    'openai/a@b@c',
    'bundled/god',
    'recorded/x',
  ];
  expect(await mistakeOf(specs.map((id) => ({ id, settings: {} })))).toEqual({
    message: [
      `unknown provider "opnai"; expected one of ${IDS}; did you mean "openai"?`,
      expect.stringContaining('ANTHROPIC_API_KEY'),
      'mistral/large needs a key: the variable MISTRAL_API_KEY is not set',
      '"openai/" names no model; expected provider/name or provider/name@label',
      '"openai/a@b@c" names no model; expected provider/name or provider/name@label',
      'unknown model "bundled/god"; expected one of "bundled/good", "bundled/flawed"; did you mean "bundled/good"?',
      'unknown model "recorded/x": recorded models need a file of replies, and none was given',
    ],
    remedy: expect.arrayContaining([
      'See: otterbench models list',
      expect.stringContaining('Set it: export MISTRAL_API_KEY=…'),
    ]),
  });
});

test('a setting that the protocol has no word for is a mistake, for each model that has it', async () => {
  const { message } = await mistakeOf([
    { id: 'openai/gpt-5', settings: { seed: 7, thinkingTokens: 100, contextTokens: 100 } },
    { id: 'gemini/gemini-3-pro', settings: { seed: 7 } },
  ]);
  expect(message).toEqual([
    'openai/gpt-5: seed is refused (got 7): openai has no such setting',
    'openai/gpt-5: thinkingTokens is refused (got 100): openai has no such setting',
    'openai/gpt-5: contextTokens is refused (got 100): openai has no such setting',
    'gemini/gemini-3-pro: seed is refused (got 7): gemini has no such setting',
  ]);
});

test('a word of effort that OpenAI does not know is a mistake', async () => {
  expect((await mistakeOf([{ id: 'openai/gpt-5', settings: { effort: 'hihg' } }])).message).toEqual([
    'openai/gpt-5: effort is refused (got "hihg"): expected one of none, minimal, low, medium, high, xhigh, max',
  ]);
});

test.each([
  ['Host', 'evil.example', 'the header Host is not for settings'],
  ['x-team', `a\r\nx-other: ${KEY}`, 'the header "x-team" can\'t be sent'],
  ['x team', 'a', 'the header "x team" can\'t be sent'],
  ['x-team', 'ö', 'the header "x-team" can\'t be sent'],
])('a header that can not be sent is a mistake, its value not shown: %s', async (name, value, why) => {
  const spec = { id: 'openai/gpt-5', settings: { headers: { [name]: value } } };
  expect((await mistakeOf([spec])).message).toEqual([`openai/gpt-5: ${why}`]);
});

test('one id with two kinds of settings needs a label; the same twice is once', async () => {
  const low = { id: 'openai/gpt-5', settings: { effort: 'low', topP: 1 } };
  expect(await mistakeOf([low, { id: 'openai/gpt-5', settings: {} }])).toEqual({
    message: ['openai/gpt-5 stands here twice, with different settings'],
    remedy: ['Give one a label: openai/gpt-5@low'],
  });
  const again = { id: 'openai/gpt-5', settings: { topP: 1, effort: 'low' } };
  const models = await openModels([low, again, { id: 'openai/gpt-5@plain', settings: {} }], SOURCES);
  expect(models.map(({ id }) => id)).toEqual(['openai/gpt-5', 'openai/gpt-5@plain']);
});

test.each([
  [
    'OPENAI_BASE_URL',
    `ftp://${KEY}`,
    'OPENAI_BASE_URL is no address; expected one such as http://localhost:8000/v1',
  ],
  ['OPENAI_BASE_URL', KEY, 'OPENAI_BASE_URL is no address; expected one such as http://localhost:8000/v1'],
  [
    'OPENAI_BASE_URL',
    `https://me:${KEY}@host/v1`,
    'OPENAI_BASE_URL holds a name or a password; keys go into a variable of their own',
  ],
  [
    'OPENAI_API_KEY',
    `${KEY}\n${KEY}`,
    'OPENAI_API_KEY holds no key: it has spaces, line breaks or letters beyond ASCII',
  ],
  ['OPENAI_API_KEY', ' ', 'openai/gpt-5 needs a key: the variable OPENAI_API_KEY is not set'],
])('a bad %s is refused without being shown', async (name, value, expected) => {
  const sources = sourcesOf({ variables: { OPENAI_API_KEY: KEY, [name]: value } });
  expect((await mistakeOf([{ id: 'openai/gpt-5', settings: {} }], sources)).message).toEqual([expected]);
});

describe('a model', () => {
  const price = { inputUsd: 1, outputUsd: 2, cachedInputUsd: null, basis: 'made up' };

  test('has its lane, its price and its limit of output by what is known of it', async () => {
    const facts = [
      factsOf('openai/gpt-5', { reasons: true, maxOutputTokens: 128_000, price }),
      factsOf('openai/gpt-4o', { reasons: false, maxOutputTokens: 4096, price }),
      factsOf('openai/gpt-4', { reasons: false, maxOutputTokens: 8192, contextTokens: 8192 }),
      factsOf('openai/gpt-4.1', { reasons: false, maxOutputTokens: 32_768 }),
    ];
    const ids = ['gpt-5', 'gpt-5@low', 'gpt-4o', 'gpt-4', 'gpt-4.1', 'unheard-of'];
    const models = await openModels(
      ids.map((name) => ({ id: `openai/${name}`, settings: {} })),
      { ...SOURCES, facts },
    );
    expect(models.map((model) => [model.facts?.id ?? null, model.price, model.maxOutputTokens])).toEqual([
      ['openai/gpt-5', price, 65_536],
      ['openai/gpt-5', price, 65_536],
      ['openai/gpt-4o', price, 4096],
      ['openai/gpt-4', null, 4096],
      ['openai/gpt-4.1', null, 16_384],
      [null, null, 16_384],
    ]);
    expect(models[0]!.lane).toEqual({
      id: 'openai',
      mostRequests: Number.POSITIVE_INFINITY,
      oneModelAtATime: false,
    });
  });

  test('of a server of one’s own costs nothing, and keeps the server’s own limit of output', async () => {
    const [model] = await openModels([{ id: 'llamacpp/qwen', settings: {} }], SOURCES);
    expect([model!.price, model!.maxOutputTokens, model!.lane]).toEqual([
      undefined,
      null,
      { id: 'llamacpp', mostRequests: 4, oneModelAtATime: true },
    ]);
  });

  test('has another fingerprint for other settings, servers, headers and names, and none that holds a key', async () => {
    const fingerprint = async (
      settings: ModelSettings,
      { id = 'openai/gpt-5', variables = {} as Record<string, string> } = {},
    ) => {
      const sources = { ...SOURCES, variables: { ...SOURCES.variables, ...variables } };
      const [model] = await openModels([{ id, settings }], sources);
      return model!.fingerprint!(requestOf());
    };
    const all = await Promise.all([
      fingerprint({}),
      fingerprint({ effort: 'low' }),
      fingerprint({ temperature: 0 }),
      fingerprint({ maxOutputTokens: 5 }),
      fingerprint({ systemPrompt: 'Be brief.' }),
      fingerprint({ headers: { 'x-a': KEY } }),
      fingerprint({}, { id: 'openai/gpt-5-mini' }),
      fingerprint({}, { id: 'gemini/gpt-5' }),
      fingerprint({}, { variables: { OPENAI_BASE_URL: 'http://localhost:1/v1' } }),
    ]);
    expect(new Set(all).size).toBe(all.length);
    expect(all.join()).not.toContain(KEY);
    expect(await fingerprint({}, { variables: { OPENAI_API_KEY: 'another-key' } })).toBe(all[0]);
    expect(await fingerprint({}, { id: 'openai/gpt-5@label' })).toBe(all[0]);
  });
});

test('a server of one’s own is found by its name', async () => {
  const servers = [serverAt('http://localhost:1', { name: 'lab', keyVariable: 'LAB_KEY', mostRequests: 2 })];
  const sources = { ...SOURCES, servers, variables: { LAB_KEY: KEY } };
  const [model] = await openModels([{ id: 'compatible/lab/qwen/qwen3', settings: {} }], sources);
  expect([model!.id, model!.lane, model!.price]).toEqual([
    'compatible/lab/qwen/qwen3',
    { id: 'compatible/lab', mostRequests: 2, oneModelAtATime: false },
    null,
  ]);
  const specs = ['compatible/lap/x', 'compatible/lab'].map((id) => ({ id, settings: {} }));
  expect((await mistakeOf(specs, sources)).message).toEqual([
    'compatible/lap/x: unknown server "lap"; expected one of lab; did you mean "lab"?',
    'compatible/lab names a server and no model; expected compatible/lab/MODEL',
  ]);
  expect(
    (await mistakeOf([{ id: 'compatible/lab/x', settings: {} }], { ...sources, variables: {} })).message,
  ).toEqual(['compatible/lab/x needs a key: the variable LAB_KEY is not set']);
});

test('each provider says its key, its address and whether it is local', () => {
  const keyless = PROVIDERS.filter(({ keyVariable }) => keyVariable === null).map(({ id }) => id);
  const local = PROVIDERS.filter(({ isLocal }) => isLocal).map(({ id }) => id);
  expect({ keyless, local, ids: PROVIDERS.map(({ id }) => id) }).toEqual({
    keyless: ['bundled', 'recorded', 'ollama', 'compatible'],
    local: ['bundled', 'recorded', 'ollama', 'vllm', 'llamacpp', 'lmstudio'],
    ids: [
      'bundled',
      'recorded',
      'openai',
      'anthropic',
      'ollama',
      'gemini',
      'deepseek',
      'xai',
      'mistral',
      'openrouter',
      'together',
      'groq',
      'vllm',
      'llamacpp',
      'lmstudio',
      'compatible',
    ],
  });
});
