import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/domain/outcome.ts';
import type { Spend } from '../../src/domain/run.ts';
import { type ScoredSample, summarise } from '../../src/stats/summarise.ts';

const NOTHING_ASKED: Spend = {
  requests: 0,
  usage: { inputTokens: null, outputTokens: null, reasoningTokens: null, cachedInputTokens: null },
  costUsd: 0,
  latencyMs: null,
  isCached: false,
};

function sample(taskId: string, spatial: number | null, changes: Partial<ScoredSample> = {}): ScoredSample {
  const verdict = { id: 'a', check: 'there', margin: null, reason: '', evidence: [] };
  return {
    taskId,
    modelId: 'fake/a',
    track: 'blind',
    outcome: 'drawn',
    stage: 'grade',
    clean: true,
    grade: {
      spatial,
      full: spatial === null ? null : spatial === 1,
      verdicts: [
        { ...verdict, skill: 'presence', weight: 1, outcome: 'met' },
        { ...verdict, skill: 'order', weight: 3, outcome: spatial === 1 ? 'met' : 'unmet' },
        { ...verdict, skill: 'order', weight: 1, outcome: 'met' },
        { ...verdict, skill: 'look', weight: 1, outcome: 'ungraded' },
      ],
    },
    spend: NOTHING_ASKED,
    rounds: [],
    ...changes,
  };
}

const failed = (taskId: string, outcome: Outcome, spatial: number | null): ScoredSample =>
  sample(taskId, spatial, {
    outcome,
    stage: 'tex',
    clean: null,
    grade: { spatial, full: spatial === null ? null : false, verdicts: [] },
  });

describe('summarise', () => {
  it('keeps failures of the model in the mean and trouble of ours out of it', () => {
    const { models, tasks } = summarise([
      sample('t/one', 1),
      sample('t/one', 0.5, { clean: false }),
      failed('t/two', 'tex-error', 0),
      failed('t/two', 'sandbox-trouble', null),
    ]);
    expect(models).toEqual([
      {
        modelId: 'fake/a',
        track: 'blind',
        samples: 4,
        scored: 3,
        spatial: 0.5,
        interval: { low: 0, high: 0.75 },
        fullRate: 1 / 3,
        drawnRate: 2 / 3,
        cleanRate: 1 / 3,
        outcomes: { drawn: 2, 'tex-error': 1, 'sandbox-trouble': 1 },
        stages: { grade: 2, tex: 2 },
        trouble: 1,
        spend: {
          requests: 0,
          cached: 0,
          outputTokens: null,
          reasoningShare: null,
          cost: { totalUsd: 0, perSampleUsd: 0, known: 4, samples: 4 },
          latencyMs: null,
        },
      },
    ]);
    expect(tasks).toEqual([
      { taskId: 't/one', modelId: 'fake/a', track: 'blind', samples: 2, spatial: 0.75 },
      { taskId: 't/two', modelId: 'fake/a', track: 'blind', samples: 2, spatial: 0 },
    ]);
  });

  it('says null, never NaN, where there is only trouble', () => {
    const { models, tasks, skills } = summarise([failed('t/one', 'provider-trouble', null)]);
    expect(models[0]).toMatchObject({
      scored: 0,
      spatial: null,
      interval: null,
      fullRate: null,
      drawnRate: null,
      cleanRate: null,
    });
    expect(tasks[0]).toMatchObject({ samples: 1, spatial: null });
    expect(skills).toEqual([]);
  });

  it('weighs the criteria of a skill and leaves out what is ungraded', () => {
    const { skills } = summarise([sample('t/one', 1), sample('t/one', 0)]);
    const of = { modelId: 'fake/a', track: 'blind' };
    expect(skills).toEqual([
      { ...of, skill: 'presence', criteria: 2, rate: 1 },
      { ...of, skill: 'order', criteria: 4, rate: 5 / 8 },
    ]);
  });

  it('keeps models and tracks apart, and gives a model the same interval whoever else is there', () => {
    const own = [sample('t/one', 1), sample('t/two', 0.25), sample('t/three', 0.5)];
    const others = [sample('t/one', 0, { modelId: 'fake/b' }), sample('t/one', 0, { track: 'repair' })];
    expect(summarise([...others, ...own]).models.at(-1)).toEqual(summarise(own).models[0]);
    expect(summarise([...others, ...own]).models.map(({ modelId, track }) => [modelId, track])).toEqual([
      ['fake/b', 'blind'],
      ['fake/a', 'repair'],
      ['fake/a', 'blind'],
    ]);
  });

  it('summarises nothing as nothing', () => {
    expect(summarise([])).toEqual({ models: [], tasks: [], skills: [], rounds: [] });
  });
});
