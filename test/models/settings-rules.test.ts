import { describe, expect, it } from 'vitest';
import type { ModelFacts, ModelSettings } from '../../src/domain/model.ts';
import { UsageError } from '../../src/domain/usage-error.ts';
import type { OpenRequest } from '../../src/models/provider.ts';
import { refuseSettings, requireSettings, type TakenSettings } from '../../src/models/settings-rules.ts';

const FACTS: ModelFacts = {
  id: 'openai/o3',
  name: 'o3',
  family: null,
  maker: null,
  releasedOn: null,
  hasOpenWeights: null,
  contextTokens: 200_000,
  maxOutputTokens: 100_000,
  seesPictures: null,
  reasons: true,
  takesTemperature: false,
  price: null,
};
const TAKES: TakenSettings = {
  settings: [
    'temperature',
    'topP',
    'maxOutputTokens',
    'effort',
    'thinkingTokens',
    'contextTokens',
    'headers',
  ],
};

function requestOf(settings: ModelSettings, facts: Partial<ModelFacts> | null = {}): OpenRequest {
  return { id: 'openai/o3', name: 'o3', settings, facts: facts && { ...FACTS, ...facts } };
}

/** The lines of what is refused; empty when all is taken. */
function refusals(settings: ModelSettings, facts?: Partial<ModelFacts> | null, takes = TAKES): string[] {
  try {
    requireSettings(requestOf(settings, facts), takes);
    return [];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return error.message.split('\n');
  }
}

describe('settings of a model', () => {
  it('that has no known limits are all taken', () => {
    const settings = { temperature: 1, topP: 0.5, effort: 'high', maxOutputTokens: 1e6, contextTokens: 1e7 };
    expect(refusals(settings, null)).toEqual([]);
  });

  it('are refused all at once, each with what was given', () => {
    const settings = {
      temperature: 0.5,
      topP: 0.9,
      maxOutputTokens: 100_001,
      contextTokens: 200_001,
      seed: 1,
    };
    expect(refusals(settings)).toEqual([
      'openai/o3: seed is refused (got 1): openai has no such setting',
      'openai/o3: temperature is refused (got 0.5): this model samples by its own rules',
      'openai/o3: topP is refused (got 0.9): this model samples by its own rules',
      'openai/o3: maxOutputTokens is refused (got 100001): this model gives at most 100000',
      'openai/o3: contextTokens is refused (got 200001): this model holds at most 200000',
    ]);
  });

  it('may be as large as the limits', () => {
    expect(refusals({ maxOutputTokens: 100_000, contextTokens: 200_000, effort: 'high' })).toEqual([]);
  });

  it('hold a temperature where a model that reasons is told not to', () => {
    expect(refusals({ temperature: 0.5, effort: 'none' })).toEqual([]);
  });

  it('have no effort and no thinking where a model does not reason', () => {
    const facts = { reasons: false, takesTemperature: true };
    expect(refusals({ effort: 'low', temperature: 1 }, facts)).toEqual([
      'openai/o3: effort is refused (got "low"): this model does not reason',
    ]);
    expect(refusals({ thinkingTokens: 1000 }, facts)).toEqual([
      'openai/o3: thinkingTokens is refused (got 1000): this model does not reason',
    ]);
    expect(refusals({ thinkingTokens: 0 }, facts)).toEqual([]);
  });

  it('say how to think in one way, and with less than the whole answer', () => {
    expect(refusals({ effort: 'low', thinkingTokens: 1000 })).toEqual([
      'openai/o3: thinkingTokens is refused (got 1000): effort is given too, and the two exclude each other',
    ]);
    expect(refusals({ thinkingTokens: 1000, maxOutputTokens: 1000 })).toEqual([
      'openai/o3: thinkingTokens is refused (got 1000): expected less than maxOutputTokens, 1000, which it is a part of',
    ]);
    expect(refusals({ thinkingTokens: 999, maxOutputTokens: 1000 })).toEqual([]);
  });

  it('fit the words and the range of the provider', () => {
    const takes = { ...TAKES, efforts: ['low', 'high'], mostTemperature: 1 };
    expect(refusals({ effort: 'huge', temperature: 1.5 }, null, takes)).toEqual([
      'openai/o3: effort is refused (got "huge"): expected one of low, high',
      'openai/o3: temperature is refused (got 1.5): at most 1',
    ]);
    expect(refusals({ effort: 'high', temperature: 1 }, null, takes)).toEqual([]);
  });

  it('are not repeated where they are long or may hold a key', () => {
    const settings = { headers: { 'X-Lab': 'sk-secret' }, systemPrompt: 'Draw. '.repeat(100) };
    expect(refusals(settings, null, { settings: [] })).toEqual([
      'openai/o3: headers is refused: openai has no such setting',
      'openai/o3: systemPrompt is refused: openai has no such setting',
    ]);
  });

  it('are refused in the same words by an adapter that knows better', () => {
    const error = refuseSettings(requestOf({ seed: 7 }), { seed: 'streams take none' });
    expect({ message: error.message, remedy: error.remedy }).toEqual({
      message: 'openai/o3: seed is refused (got 7): streams take none',
      remedy: expect.stringContaining('models.yaml'),
    });
  });
});
