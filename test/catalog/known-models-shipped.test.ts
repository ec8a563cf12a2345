import { join } from 'node:path';
import { expect, test } from 'vitest';
import { knownModelsJsonSchema, loadKnownModels } from '../../src/catalog/load-known-models.ts';
import { findFacts } from '../../src/domain/find-facts.ts';
import { PROVIDERS } from '../../src/models/registry.ts';

const FOLDER = join(import.meta.dirname, '../../known-models');
const { facts, servers } = loadKnownModels([join(FOLDER, 'known-models.yaml')], {
  providers: PROVIDERS.map(({ id }) => id),
});

test('the table that ships has models of all kinds, and no server', () => {
  const count = (wanted: (one: (typeof facts)[number]) => boolean) => facts.filter(wanted).length;
  expect(servers).toEqual([]);
  expect(count(({ hasOpenWeights }) => hasOpenWeights === false)).toBeGreaterThan(80);
  expect(count(({ hasOpenWeights }) => hasOpenWeights === true)).toBeGreaterThan(80);
  expect(count(({ price }) => price !== null)).toBeGreaterThan(100);
});

test.each([
  ['openai/gpt-4', '2023-03-14'],
  ['openai/gpt-4-turbo', '2024-04-09'],
  ['openai/gpt-4o', '2024-05-13'],
  ['openai/o3-mini', '2025-01-31'],
  ['openai/gpt-5', '2025-08-07'],
  ['anthropic/claude-3-opus-20240229', '2024-03-04'],
  ['anthropic/claude-3-7-sonnet-20250219', '2025-02-24'],
  ['anthropic/claude-opus-4-5', '2025-11-24'],
  ['gemini/gemini-2.5-pro', '2025-06-17'],
  ['openrouter/deepseek/deepseek-r1', '2025-01-20'],
  ['openrouter/deepseek/deepseek-r1-0528', '2025-05-28'],
  ['ollama/deepseek-v3.2', '2025-12-01'],
  ['ollama/llama3.1:8b', '2024-07-23'],
  ['ollama/qwen3:32b', '2025-04-28'],
  ['ollama/gemma3:27b', '2025-03-12'],
  ['ollama/gpt-oss:20b', '2025-08-05'],
])('%s came out on %s', (id, day) => {
  expect(findFacts(facts, id)?.releasedOn).toBe(day);
});

test('a name that moves from model to model has no day', () => {
  const moving = facts.filter(({ id }) => /-latest$|^deepseek\/deepseek-(chat|reasoner)$/.test(id));
  const dated = moving.filter(({ releasedOn }) => releasedOn !== null).map(({ id }) => id);
  // These two never moved.
  expect(dated).toEqual(['openai/gpt-5-chat-latest', 'mistral/pixtral-large-latest']);
});

test('each model says who made it, whether it is open, and where its price comes from; none is said to be free', () => {
  for (const one of facts) {
    expect([one.id, one.maker, one.hasOpenWeights]).not.toContain(null);
    if (one.price === null) continue;
    expect(one.price).toMatchObject({ basis: 'models.dev, read 2026-07-02' });
    expect(Math.min(one.price.inputUsd, one.price.outputUsd)).toBeGreaterThan(0);
    expect(one.price.cachedInputUsd ?? 0).toBeLessThan(one.price.inputUsd);
  }
});

test('known-models/known-models.schema.json is what the loader takes (vitest -u writes it)', async () => {
  const printed = JSON.stringify(knownModelsJsonSchema(), null, 2).replace(
    /\[\n((?: *"[^"\n]*",?\n)+) *\]/g,
    (_, items: string) => `[${items.trim().split(/\n */).join(' ')}]`,
  );
  await expect(`${printed}\n`).toMatchFileSnapshot(join(FOLDER, 'known-models.schema.json'));
});
