import { describe, expect, it } from 'vitest';
import { findFacts } from '../../src/domain/find-facts.ts';
import type { ModelFacts } from '../../src/domain/model.ts';

function known(id: string, given: Partial<ModelFacts> = {}): ModelFacts {
  return {
    id,
    name: id,
    family: 'otter',
    maker: 'Lab',
    releasedOn: '2025-01-01',
    hasOpenWeights: true,
    contextTokens: 1000,
    maxOutputTokens: 100,
    seesPictures: true,
    reasons: false,
    takesTemperature: true,
    price: { inputUsd: 1, outputUsd: 2, cachedInputUsd: null, basis: 'lab' },
    ...given,
  };
}

const GPT = known('openai/gpt');
const BIG = known('ollama/otter:8b', { price: null });
const SMALL = known('ollama/otter:1b', { price: null, seesPictures: false, releasedOn: '2025-02-01' });
const THINKER = known('ollama/thinker:4b', { price: null, reasons: true });
const ROUTED = known('openrouter/lab/otter');
const FACTS = [GPT, known('openai/gpt-0905'), BIG, SMALL, THINKER, ROUTED];

describe('what is known of a model', () => {
  it('is found by its id, whatever its label', () => {
    expect(findFacts(FACTS, 'openai/gpt')).toBe(GPT);
    expect(findFacts(FACTS, 'openai/gpt@high-effort')).toBe(GPT);
  });

  it.each(['openai/gpt-2025-03-04', 'openai/gpt-20250304'])(
    'holds for its snapshot %s, which has a day of its own',
    (id) => {
      const price = { inputUsd: 1, outputUsd: 2, cachedInputUsd: null, basis: 'lab, for openai/gpt' };
      expect(findFacts(FACTS, id)).toEqual({ ...GPT, id, releasedOn: '2025-03-04', price });
    },
  );

  it('holds for a quantisation, and for the instructed one of a line that does not think', () => {
    for (const id of ['ollama/otter:8b-q4_K_M', 'ollama/otter:8b-fp16', 'ollama/otter:8b-instruct-q8_0'])
      expect(findFacts(FACTS, id)).toEqual({ ...BIG, id });
  });

  it('holds for a variant of a router, but its price does not', () => {
    const id = 'openrouter/lab/otter:free';
    expect(findFacts(FACTS, id)).toEqual({ ...ROUTED, id, price: null });
  });

  it.each([
    ['openrouter/openai/gpt', 'openai/gpt'],
    ['openrouter/openai/gpt:free', 'openai/gpt'],
    ['openrouter/anthropic/claude-4.5', 'anthropic/claude-4-5'],
  ])('is for %s that of %s, without its price', (id, own) => {
    const facts = [...FACTS, known('anthropic/claude-4-5')];
    expect(findFacts(facts, id)).toEqual({ ...known(own), id, price: null });
  });

  it.each(['ollama/otter', 'ollama/otter:latest', 'ollama/otter:70b', 'ollama/otter:480b-cloud'])(
    'is what all sizes have in common for %s',
    (id) => {
      expect(findFacts(FACTS, id)).toEqual({
        id,
        name: id.slice('ollama/'.length),
        family: 'otter',
        maker: 'Lab',
        releasedOn: null,
        hasOpenWeights: true,
        contextTokens: null,
        maxOutputTokens: null,
        seesPictures: null,
        reasons: null,
        takesTemperature: true,
        price: null,
      });
    },
  );

  it.each([
    'openai/gpt-mini',
    'openai/gpt-0711',
    'openai/gpt-2025-13-01',
    'openai/gp',
    'azure/gpt',
    'openrouter/deepseek/gpt',
    'openrouter/lab/gpt',
    'openai/ft:gpt:lab',
    'ollama/otter2:8b',
    'ollama/otter:8b-distill',
    'ollama/thinker:4b-instruct-q4_0',
    'ollama/gpt',
    '',
  ])('is nothing for another model: %s', (id) => {
    expect(findFacts(FACTS, id)).toBe(null);
  });
});
