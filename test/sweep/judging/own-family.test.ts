import { expect, it } from 'vitest';
import type { ModelFacts } from '../../../src/domain/model.ts';
import { isOwnFamily } from '../../../src/sweep/judging/judge.ts';
import { circleModel } from '../../helpers/sweep-world.ts';

const by = (id: string, maker: string | null) => ({
  ...circleModel(id),
  facts: maker === null ? null : ({ id, name: id, maker } as ModelFacts),
});
const ASKING = { votes: 1, blindNaming: true, skipsOwnFamily: false };

it.each([
  ['openai/gpt-x', null, 'openai/gpt-y', 'OpenAI', true],
  ['openai/gpt-x', null, 'openrouter/openai/new', null, true],
  ['gemini/new', null, 'gemini/gemini-2.5-pro', 'Google', true],
  ['gemini/new', null, 'openrouter/google/gemma', null, true],
  ['mistral/new', null, 'openrouter/mistralai/new', null, true],
  ['mistral/new', null, 'groq/x', 'Mistral AI', true],
  ['together/qwen', 'Alibaba', 'openrouter/qwen/qwen3', null, true],
  ['openai/gpt-x', null, 'anthropic/claude', null, false],
  ['lmstudio/gemma', null, 'lmstudio/qwen', null, false],
  ['groq/llama', null, 'groq/qwen', null, false],
  ['ollama/a', null, 'ollama/b', null, false],
])('%s (%s) and %s (%s) are of one maker: %s', (judge, maker, drawer, otherMaker, expected) => {
  expect(isOwnFamily({ model: by(judge, maker), ...ASKING }, by(drawer, otherMaker))).toBe(expected);
});

it('a drawer that is not known is of no family', () => {
  expect(isOwnFamily({ model: by('openai/x', 'OpenAI'), ...ASKING }, undefined)).toBe(false);
});
