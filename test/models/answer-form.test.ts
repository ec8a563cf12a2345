import { afterAll, beforeAll, expect, test } from 'vitest';
import { openModels } from '../../src/models/registry.ts';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import { requestOf } from './openai-world.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer({ text: () => '{"answer": "yes"}' });
});
afterAll(() => server.close());

const schema = {
  type: 'object',
  properties: { answer: { type: 'string', enum: ['yes', 'no'] } },
  required: ['answer'],
  additionalProperties: false,
};
const FORM = { name: 'verdict', schema };
const JSON_SCHEMA = { type: 'json_schema', json_schema: { name: 'verdict', strict: true, schema } };

async function asked(id: string, form: typeof FORM | undefined) {
  const variables = {
    ...server.variables,
    VLLM_BASE_URL: `${server.url}/v1`,
    DEEPSEEK_BASE_URL: `${server.url}/v1`,
    DEEPSEEK_API_KEY: 'sk-planted-deepseek',
  };
  const settings = id.startsWith('anthropic') ? { effort: 'low' } : {};
  const [model] = await openModels([{ id, settings }], {
    recordedFiles: [],
    variables,
    facts: [],
    servers: [],
  });
  const reply = await model!.reply({ ...requestOf(), ...(form && { answerForm: form }) });
  expect(reply).toMatchObject({ outcome: 'replied', text: '{"answer": "yes"}' });
  return server.requests.at(-1)!.json;
}

test.each([
  [
    'openai/gpt-4.1-mini',
    { text: { format: { type: 'json_schema', name: 'verdict', strict: true, schema } } },
  ],
  [
    'anthropic/claude-opus-4-6',
    { output_config: { effort: 'low', format: { type: 'json_schema', schema } } },
  ],
  ['ollama/gemma3', { format: schema }],
  ['vllm/qwen-vl', { response_format: JSON_SCHEMA }],
  ['deepseek/deepseek-chat', { response_format: { type: 'json_object' } }],
])('%s is asked for an answer of a form in the words of its protocol', async (id, words) => {
  expect(await asked(id, FORM)).toMatchObject(words);
});

test.each(['openai/gpt-4.1-mini', 'anthropic/claude-opus-4-6', 'ollama/gemma3', 'vllm/qwen-vl'])(
  '%s is asked for text where no form is wanted',
  async (id) => {
    const json = await asked(id, undefined);
    expect([json.text, json.format, json.response_format, json.output_config?.format]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  },
);
