import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ModelSettings } from '../../src/domain/model.ts';
import { PRESETS } from '../../src/models/presets.ts';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import { openAt, requestOf } from './openai-world.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

/** What goes over the wire besides model and conversation. */
async function sentBy(id: string, settings: ModelSettings) {
  await (await openAt(`${id}/x`, { url: server.url, settings })).reply(requestOf());
  const { model, messages, stream, ...rest } = server.requests.at(-1)!.json;
  return rest;
}

const USAGE = { stream_options: { include_usage: true } };

/** Settings and what each service is sent for them, by its own documentation. */
const WORDS: Readonly<Record<string, readonly (readonly [ModelSettings, object])[]>> = {
  gemini: [
    [
      { effort: 'low', maxOutputTokens: 9 },
      { max_tokens: 9, reasoning_effort: 'low', ...USAGE },
    ],
    [
      { thinkingTokens: 5, maxOutputTokens: 9 },
      { max_tokens: 9, extra_body: { google: { thinking_config: { thinking_budget: 5 } } }, ...USAGE },
    ],
  ],
  deepseek: [
    [
      { effort: 'max', maxOutputTokens: 9 },
      { max_tokens: 9, thinking: { type: 'enabled' }, reasoning_effort: 'max', ...USAGE },
    ],
    [
      { effort: 'none', maxOutputTokens: 9 },
      { max_tokens: 9, thinking: { type: 'disabled' }, ...USAGE },
    ],
  ],
  xai: [
    [
      { effort: 'low', seed: 3, maxOutputTokens: 9 },
      { max_completion_tokens: 9, reasoning_effort: 'low', seed: 3, ...USAGE },
    ],
  ],
  mistral: [
    [
      { effort: 'high', seed: 3, maxOutputTokens: 9 },
      { max_tokens: 9, reasoning_effort: 'high', random_seed: 3 },
    ],
  ],
  openrouter: [
    [
      { effort: 'high', seed: 3, maxOutputTokens: 9 },
      { max_tokens: 9, reasoning: { effort: 'high' }, seed: 3, ...USAGE },
    ],
    [
      { thinkingTokens: 5, maxOutputTokens: 9 },
      { max_tokens: 9, reasoning: { max_tokens: 5 }, ...USAGE },
    ],
  ],
  together: [
    [
      { effort: 'low', seed: 3, maxOutputTokens: 9 },
      { max_tokens: 9, reasoning_effort: 'low', seed: 3, ...USAGE },
    ],
    [
      { effort: 'none', maxOutputTokens: 9 },
      { max_tokens: 9, reasoning: { enabled: false }, ...USAGE },
    ],
  ],
  groq: [
    [
      { effort: 'low', seed: 3, maxOutputTokens: 9 },
      { max_completion_tokens: 9, reasoning_effort: 'low', seed: 3, ...USAGE },
    ],
  ],
  vllm: [
    [
      { effort: 'low', seed: 3 },
      { reasoning_effort: 'low', seed: 3, ...USAGE },
    ],
    [
      { temperature: 0.5, topP: 0.9, maxOutputTokens: 9 },
      { temperature: 0.5, top_p: 0.9, max_tokens: 9, ...USAGE },
    ],
  ],
  llamacpp: [
    [
      { effort: 'low', seed: 3 },
      { chat_template_kwargs: { reasoning_effort: 'low' }, seed: 3, ...USAGE },
    ],
    [{ effort: 'none' }, { chat_template_kwargs: { enable_thinking: false }, ...USAGE }],
  ],
  lmstudio: [[{ seed: 3 }, { seed: 3, ...USAGE }]],
};

test('there are words of every preset here', () => {
  expect(Object.keys(WORDS)).toEqual(PRESETS.map(({ id }) => id));
});

describe.each(PRESETS.map((preset) => [preset.id, preset] as const))('%s', (id, preset) => {
  test('says settings in its own words', async () => {
    for (const [settings, expected] of WORDS[id] ?? []) expect(await sentBy(id, settings)).toEqual(expected);
  });

  test('answers with text', async () => {
    const model = await openAt(`${id}/maker/name`, server);
    expect(await model.reply(requestOf())).toMatchObject({
      outcome: 'replied',
      text: expect.stringContaining('tikzpicture'),
      facts: {
        // aimock sends the usage that is asked for; Mistral's own comes unasked.
        usage: preset.dialect.usage === 'always' ? null : { inputTokens: 100, outputTokens: 200 },
        servedBy: expect.stringContaining('maker/name'),
      },
    });
  });

  test('refuses settings that it has no words for', async () => {
    const { seed, effort, thinkingTokens } = preset.dialect;
    const given = { contextTokens: 9, ...(seed ? {} : { seed: 1 }), ...(effort ? {} : { effort: 'low' }) };
    const settings = { ...given, ...(thinkingTokens ? {} : { thinkingTokens: 5 }) };
    const error: Error = await openAt(`${id}/x`, { url: server.url, settings }).catch((caught) => caught);
    expect(error.message.split('\n').map((line) => line.split(' ')[1])).toEqual(Object.keys(settings));
  });

  test('has a page that names its address, its variables and its id', () => {
    const page = readFileSync(join(import.meta.dirname, `../../docs/providers/${id}.md`), 'utf8');
    const missing = [preset.baseUrl, preset.keyVariable, preset.baseUrlVariable, `${id}/`].filter(
      (words) => !page.includes(words),
    );
    expect(missing).toEqual([]);
  });
});
