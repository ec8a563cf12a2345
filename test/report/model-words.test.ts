import { describe, expect, it } from 'vitest';
import {
  commonSettingWords,
  factWords,
  ownSettingWords,
  settingWords,
} from '../../src/report/page/model-words.ts';
import { roundsRun } from './rounds-fixture.ts';

const { run } = roundsRun();

describe('the words for a model', () => {
  it('say who made it, when, and whether its weights are open', () => {
    expect(run.models.map(({ facts }) => factWords(facts))).toEqual([
      ['OpenAI', 'Aug 2026', 'closed'],
      ['Lab </script><script>window.broken=1</s…', 'Mar 2026', 'open weights'],
      [],
    ]);
  });

  it('name the settings that tell models apart, and keep apart what all have in common', () => {
    expect(run.models.map((model) => ownSettingWords(run, model))).toEqual([
      ['effort high', 'headers x-team'],
      ['temperature 0.2', 'context 32,768'],
      [],
    ]);
    expect(commonSettingWords(run)).toEqual(['seed 7']);
  });

  it('say every setting, but a system prompt and headers only by name', () => {
    const settings = {
      temperature: 0,
      topP: 0.9,
      seed: 12_345,
      maxOutputTokens: 64_000,
      thinkingTokens: 16_000,
      systemPrompt: 'Be brave.',
      headers: { authorization: 'Bearer of-bad-news' },
    };
    expect(settingWords(settings)).toEqual([
      'thinking tokens 16,000',
      'temperature 0',
      'top-p 0.9',
      'seed 12345',
      'at most 64,000 tokens',
      'own system prompt',
      'headers authorization',
    ]);
  });
});
