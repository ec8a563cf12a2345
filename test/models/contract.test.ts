import { type AdapterUnderTest, describeModelAdapter, type SaidMessage } from '../contracts/model.ts';
import { eventStream } from '../helpers/model-server-faults.ts';

// biome-ignore lint/suspicious/noExplicitAny: bodies of requests, as they came.
type Json = any;

/** Text and pictures of a message whose content is a text or a list of blocks. */
function partsOf(role: string, content: Json, pictureOf: (block: Json) => string | null): SaidMessage {
  if (typeof content === 'string') return { role, text: content, pictures: [] };
  const pictures = content.map(pictureOf).filter((picture: string | null) => picture !== null);
  // Pictures come first: what comes before them is no text.
  const texts = content.slice(pictures.length).map(({ text }: Json) => text);
  return { role, text: texts.join(''), pictures };
}

const BASE64_URL = /^data:image\/png;base64,(.*)$/s;

const ANTHROPIC: AdapterUnderTest = {
  modelId: 'anthropic/claude-opus-4-1',
  path: '/v1/messages',
  contentType: 'text/event-stream',
  variables: (url, secret) => ({ ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: secret }),
  settings: () => ({}),
  onTheWire: {
    settings: { temperature: 0.3, maxOutputTokens: 900 },
    fields: { model: 'claude-opus-4-1', temperature: 0.3, max_tokens: 900, stream: true },
  },
  refused: { seed: 7 },
  usage: (input_tokens, output_tokens) => ({ input_tokens, output_tokens }),
  refusal: { kind: 'mock', response: { content: 'I won’t.', finishReason: 'refusal' } },
  brokenOff: (message) =>
    eventStream(
      { type: 'message_start', message: { id: 'm', role: 'assistant', content: [], model: 'x', usage: {} } },
      { type: 'content_block_start', index: 0, content_block: { type: 'text', text: 'Here' } },
      { type: 'error', error: { type: 'api_error', message } },
    ),
  conversation: ({ system, messages }) => [
    ...(system === undefined ? [] : [{ role: 'system', text: system, pictures: [] }]),
    ...messages.map(({ role, content }: Json) =>
      partsOf(role, content, ({ source }) => source?.data ?? null),
    ),
  ],
};

const OLLAMA: AdapterUnderTest = {
  modelId: 'ollama/qwen3:8b',
  path: '/api/chat',
  contentType: 'application/x-ndjson',
  variables: (url) => ({ OLLAMA_HOST: url }),
  settings: (secret) => ({ headers: { authorization: `Bearer ${secret}` } }),
  onTheWire: {
    settings: {
      temperature: 0.3,
      topP: 0.9,
      seed: 7,
      maxOutputTokens: 900,
      contextTokens: 8192,
      effort: 'low',
    },
    fields: {
      model: 'qwen3:8b',
      stream: true,
      think: 'low',
      truncate: false,
      shift: false,
      options: { temperature: 0.3, top_p: 0.9, seed: 7, num_predict: 900, num_ctx: 8192 },
    },
  },
  refused: { thinkingTokens: 2000 },
  usage: (input_tokens, output_tokens) => ({ input_tokens, output_tokens }),
  refusal: null,
  brokenOff: (error) => ({
    kind: 'raw',
    status: 200,
    headers: { 'content-type': 'application/x-ndjson' },
    body: [{ message: { role: 'assistant', content: 'Here' }, done: false }, { error }]
      .map((line) => `${JSON.stringify(line)}\n`)
      .join(''),
  }),
  conversation: ({ messages }) =>
    messages.map(({ role, content, images }: Json) => ({ role, text: content, pictures: images ?? [] })),
};

const OPENAI: AdapterUnderTest = {
  modelId: 'openai/gpt-5',
  path: '/v1/responses',
  contentType: 'text/event-stream',
  variables: (url, secret) => ({ OPENAI_BASE_URL: `${url}/v1`, OPENAI_API_KEY: secret }),
  settings: () => ({}),
  onTheWire: {
    settings: { temperature: 0.3, topP: 0.9, maxOutputTokens: 900, effort: 'low' },
    fields: {
      model: 'gpt-5',
      temperature: 0.3,
      top_p: 0.9,
      max_output_tokens: 900,
      reasoning: { effort: 'low' },
      stream: true,
      store: false,
    },
  },
  refused: { seed: 7 },
  usage: (input_tokens, output_tokens) => ({ input_tokens, output_tokens }),
  refusal: eventStream({
    type: 'response.completed',
    response: {
      status: 'completed',
      model: 'gpt-5',
      output: [{ type: 'message', role: 'assistant', content: [{ type: 'refusal', refusal: 'I won’t.' }] }],
    },
  }),
  brokenOff: (message) =>
    eventStream({ type: 'response.created', response: {} }, { type: 'error', code: 'server_error', message }),
  conversation: ({ instructions, input }) => [
    ...(instructions === undefined ? [] : [{ role: 'system', text: instructions, pictures: [] }]),
    ...input.map(({ role, content }: Json) =>
      partsOf(role, content, ({ image_url }) => BASE64_URL.exec(image_url ?? '')?.[1] ?? null),
    ),
  ],
};

/** Services and servers of Chat Completions, which differ in small things. */
function chat(id: string, name: string, onTheWire: AdapterUnderTest['onTheWire']): AdapterUnderTest {
  const prefix = id.toUpperCase();
  return {
    modelId: `${id}/${name}`,
    path: '/v1/chat/completions',
    contentType: 'text/event-stream',
    variables: (url, secret) => ({ [`${prefix}_BASE_URL`]: `${url}/v1`, [`${prefix}_API_KEY`]: secret }),
    settings: () => ({}),
    onTheWire,
    refused: { contextTokens: 8192 },
    usage: (prompt_tokens, completion_tokens) => ({ prompt_tokens, completion_tokens }),
    refusal: { kind: 'mock', response: { content: '', finishReason: 'content_filter' } },
    brokenOff: (message) =>
      eventStream(
        { choices: [{ index: 0, delta: { content: 'Here' } }] },
        { error: { code: 'server_error', message } },
      ),
    conversation: ({ messages }) =>
      messages.map(({ role, content }: Json) =>
        partsOf(role, content, ({ image_url }) => BASE64_URL.exec(image_url?.url ?? '')?.[1] ?? null),
      ),
  };
}

const SAMPLING = { temperature: 0.3, topP: 0.9, maxOutputTokens: 900 };
const SAMPLING_FIELDS = { temperature: 0.3, top_p: 0.9, stream: true };

for (const adapter of [
  ANTHROPIC,
  OLLAMA,
  OPENAI,
  chat('openrouter', 'meta-llama/llama-4', {
    settings: SAMPLING,
    fields: { model: 'meta-llama/llama-4', ...SAMPLING_FIELDS },
  }),
  chat('xai', 'grok-4', { settings: SAMPLING, fields: { ...SAMPLING_FIELDS, max_completion_tokens: 900 } }),
  chat('vllm', 'qwen3', { settings: { ...SAMPLING, seed: 7 }, fields: { ...SAMPLING_FIELDS, seed: 7 } }),
])
  describeModelAdapter(adapter);
