import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import { KEY, openAt, requestOf, serverAt, stream, user } from './openai-world.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

/** A chunk of a stream: what its first choice adds, and what else stands in it. */
function chunk(delta: object, finishReason: string | null = null, rest: object = {}): object {
  const choices = [{ index: 0, delta, finish_reason: finishReason }];
  return { id: 'c1', object: 'chat.completion.chunk', model: 'qwen3-32b', choices, ...rest };
}

async function ask(id: string, ...events: readonly object[]) {
  server.script(stream(...events));
  return (await openAt(id, server)).reply(requestOf());
}

test('a whole answer is put together from its chunks', async () => {
  const usage = {
    prompt_tokens: 50,
    completion_tokens: 40,
    total_tokens: 90,
    prompt_tokens_details: { cached_tokens: 30 },
    completion_tokens_details: { reasoning_tokens: 25 },
  };
  const reply = await ask(
    'groq/qwen3-32b',
    chunk({ role: 'assistant', content: '' }),
    chunk({ reasoning: 'An ' }),
    chunk({ reasoning: 'otter.' }),
    chunk({ content: 'a ' }),
    chunk({ content: 'drawing' }),
    chunk({}, 'stop'),
    { id: 'c1', choices: [], usage },
  );
  expect(reply).toEqual({
    outcome: 'replied',
    text: 'a drawing',
    note: 'answered by qwen3-32b',
    facts: {
      reasoning: 'An otter.',
      stopReason: 'stop',
      usage: { inputTokens: 50, outputTokens: 40, reasoningTokens: 25, cachedInputTokens: 30 },
      latencyMs: expect.any(Number),
      firstTokenMs: expect.any(Number),
      requestId: null,
      servedBy: 'qwen3-32b',
      costUsd: null,
      raw: JSON.stringify({
        id: 'c1',
        object: 'chat.completion',
        model: 'qwen3-32b',
        choices: [
          {
            index: 0,
            message: { role: 'assistant', content: 'a drawing', reasoning: 'An otter.' },
            finish_reason: 'stop',
          },
        ],
        usage,
      }),
    },
  });
});

test('a conversation with pictures goes over the wire, to a server without a key too', async () => {
  const model = await openAt('compatible/lab/qwen3', {
    url: server.url,
    settings: { seed: 7, systemPrompt: 'Be brief.' },
    sources: { servers: [serverAt(server.url, { headers: { 'X-Team': 'otters' } })] },
  });
  const picture = { mediaType: 'image/png', bytes: new Uint8Array([1, 2, 3]) } as const;
  await model.reply(
    requestOf(
      user('Draw.'),
      { role: 'assistant', text: 'Done.', pictures: [] },
      { ...user('Look.'), pictures: [picture] },
    ),
  );
  const { json, headers, path } = server.requests.at(-1)!;
  expect([path, headers['x-team'], headers.authorization]).toEqual([
    '/v1/chat/completions',
    'otters',
    undefined,
  ]);
  expect(json).toEqual({
    model: 'qwen3',
    max_tokens: 16_384,
    seed: 7,
    stream_options: { include_usage: true },
    messages: [
      { role: 'system', content: 'Answer with TikZ.\n\nBe brief.' },
      { role: 'user', content: 'Draw.' },
      { role: 'assistant', content: 'Done.' },
      {
        role: 'user',
        content: [
          { type: 'image_url', image_url: { url: 'data:image/png;base64,AQID' } },
          { type: 'text', text: 'Look.' },
        ],
      },
    ],
    stream: true,
  });
});

test.each([
  ['stop', { outcome: 'replied', text: 'a drawing', note: 'answered by qwen3-32b' }],
  ['length', { outcome: 'truncated', text: 'a drawing', reason: 'cut off at the limit of output (length)' }],
  [
    'model_length',
    { outcome: 'truncated', text: 'a drawing', reason: 'cut off at the limit of output (model_length)' },
  ],
  [
    'content_filter',
    { outcome: 'refused', text: 'a drawing', reason: 'stopped by the content filter of the provider' },
  ],
  [
    'content_filter: SAFETY',
    { outcome: 'refused', text: 'a drawing', reason: 'stopped by the content filter of the provider' },
  ],
  [
    'insufficient_system_resource',
    {
      outcome: 'provider-trouble',
      reason: 'the server broke off, trouble at the server: finish_reason insufficient_system_resource',
      trouble: { kind: 'server', status: null, retryAfterMs: null },
    },
  ],
])('an answer that ends with %s is told as what it is', async (finishReason, expected) => {
  const { facts, ...reply } = await ask(
    'deepseek/x',
    chunk({ content: 'a drawing' }),
    chunk({}, finishReason),
  );
  expect(reply).toEqual(expected);
});

test('a refusal, and reasoning that leaves nothing for the answer, are no answers', async () => {
  const refused = await ask('openrouter/x', chunk({ refusal: 'No otters.' }), chunk({}, 'stop'));
  const usage = {
    prompt_tokens: 5,
    completion_tokens: 9,
    completion_tokens_details: { reasoning_tokens: 9 },
  };
  const empty = await ask('openrouter/x', chunk({ reasoning: 'Hm.' }), chunk({}, 'stop', { usage }));
  const cut = await ask('openrouter/x', chunk({ reasoning: 'Hm.' }), chunk({}, 'length', { usage }));
  expect([refused, empty, cut].map((reply) => [reply.outcome, 'reason' in reply && reply.reason])).toEqual([
    ['refused', 'the model refused: No otters.'],
    ['empty', 'nothing but white space (stop); its 9 tokens of reasoning are all'],
    [
      'truncated',
      'cut off at the limit of output after 9 tokens, 9 of them reasoning (length); no answer had begun',
    ],
  ]);
});

test('an answer that nobody ended is malformed; what the server tells in the stream has its kind', async () => {
  const replies = [
    await ask('vllm/x', chunk({ content: 'a draw' })),
    await ask('vllm/x', { id: 'c1', choices: 'none' }),
    await ask('openrouter/x', chunk({ content: 'a' }), { error: { code: 502, message: `upstream ${KEY}` } }),
    await ask('vllm/x', chunk({ content: 'a' }), { error: 'out of memory' }),
  ];
  expect(
    replies.map((reply) => ('trouble' in reply ? [reply.reason, reply.trouble] : reply.outcome)),
  ).toEqual([
    [
      'no answer of this protocol: the answer ended before it was complete',
      { kind: 'malformed', status: null, retryAfterMs: null },
    ],
    [
      'no answer of this protocol: the answer ended before it was complete',
      { kind: 'malformed', status: null, retryAfterMs: null },
    ],
    [
      'the server broke off, trouble at the server: upstream [key]',
      { kind: 'server', status: 502, retryAfterMs: null },
    ],
    [
      'the server broke off, trouble at the server: out of memory',
      { kind: 'server', status: null, retryAfterMs: null },
    ],
  ]);
});

test.each([
  ['within the output', { prompt_tokens: 10, completion_tokens: 30, total_tokens: 40 }, [10, 30, null, null]],
  [
    'beside it, as the total shows',
    { prompt_tokens: 10, completion_tokens: 5, total_tokens: 40 },
    [10, 30, 25, null],
  ],
  [
    'beside it, and said',
    {
      prompt_tokens: 10,
      completion_tokens: 5,
      total_tokens: 40,
      completion_tokens_details: { reasoning_tokens: 25 },
    },
    [10, 30, 25, null],
  ],
  [
    'with DeepSeek’s cached input',
    { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, prompt_cache_hit_tokens: 8 },
    [10, 5, null, 8],
  ],
  [
    'as nothing, which is not known',
    { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
    [null, null, null, null],
  ],
  ['nowhere', { prompt_tokens: -1, completion_tokens: 'many' }, [null, null, null, null]],
])('tokens of reasoning are counted %s', async (_, usage, expected) => {
  const { facts } = await ask('xai/x', chunk({ content: 'a' }, 'stop', { usage }));
  const { inputTokens, outputTokens, reasoningTokens, cachedInputTokens } = facts!.usage!;
  expect([inputTokens, outputTokens, reasoningTokens, cachedInputTokens]).toEqual(expected);
});

test('no usage is unknown, not nothing', async () => {
  expect((await ask('vllm/x', chunk({ content: 'a' }, 'stop'))).facts!.usage).toBeNull();
});

test('what an answer cost is believed of OpenRouter alone, a key of the user’s own at the maker included', async () => {
  const usage = { prompt_tokens: 1, completion_tokens: 1, cost: 0.02 };
  const own = { ...usage, is_byok: true, cost_details: { upstream_inference_cost: 0.5 } };
  const unknown = { ...usage, is_byok: true };
  const costs = [];
  for (const [id, given] of [
    ['openrouter/x', usage],
    ['openrouter/x', own],
    ['openrouter/x', unknown],
    ['groq/x', usage],
  ] as const)
    costs.push((await ask(id, chunk({ content: 'a' }, 'stop', { usage: given }))).facts!.costUsd);
  expect(costs).toEqual([0.02, 0.52, null, null]);
});

test('reasoning is found under each of its names, and once where both are there', async () => {
  const deltas = [
    { reasoning_content: 'Hm.' },
    { reasoning: 'Hm.' },
    { reasoning: 'Hm.', reasoning_content: 'Hm.' },
    { content: [{ type: 'thinking', thinking: [{ type: 'text', text: 'Hm.' }] }] },
  ];
  const found = [];
  for (const delta of deltas) {
    const reply = await ask(
      'mistral/x',
      chunk(delta),
      chunk({ content: [{ type: 'text', text: 'a' }] }, 'stop'),
    );
    found.push([reply.outcome === 'replied' && reply.text, reply.facts!.reasoning]);
  }
  expect(found).toEqual(deltas.map(() => ['a', 'Hm.']));
});

test('the key is masked in the raw answer and stays out of all but the header', async () => {
  server.script(stream(chunk({ content: 'a', reasoning: KEY }, 'stop', { model: `echo-${KEY}` })));
  const model = await openAt('groq/x', server);
  const reply = await model.reply(requestOf());
  expect([reply.facts!.servedBy, reply.facts!.reasoning]).toEqual(['echo-[key]', '[key]']);
  expect(JSON.stringify(reply)).not.toContain(KEY);
  const { body, headers } = server.requests.at(-1)!;
  expect(body).not.toContain(KEY);
  expect(Object.entries(headers).filter(([, value]) => value.includes(KEY))).toEqual([
    ['authorization', `Bearer ${KEY}`],
  ]);
});
