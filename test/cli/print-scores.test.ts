import { expect, test } from 'vitest';
import { formatScores } from '../../src/cli/print-scores.ts';
import type { ModelSummary, SpendSummary } from '../../src/domain/summary.ts';

const NOTHING: SpendSummary = {
  requests: 0,
  cached: 0,
  outputTokens: null,
  reasoningShare: null,
  cost: { totalUsd: 0, perSampleUsd: 0, known: 4, samples: 4 },
  latencyMs: null,
};

function summary(modelId: string, spatial: number | null, spend: Partial<SpendSummary> = {}): ModelSummary {
  return {
    modelId,
    track: 'blind',
    samples: 4,
    scored: 3,
    spatial,
    interval: spatial === null ? null : { low: 0.25, high: 0.75 },
    fullRate: 0.5,
    drawnRate: 1,
    cleanRate: null,
    outcomes: { drawn: 3 },
    stages: {},
    trouble: 1,
    spend: { ...NOTHING, ...spend },
  };
}

test('scores stand in a table, the best first', () => {
  expect(formatScores([summary('a/low', 0.25), summary('a/none', null), summary('a/high', 0.5)])).toBe(
    [
      'model   track  spatial       95 %  full mark  drawn  clean  samples  in trouble',
      'a/high  blind     0.50  0.25–0.75       50 %  100 %      –        4           1',
      'a/low   blind     0.25  0.25–0.75       50 %  100 %      –        4           1',
      'a/none  blind        –          –       50 %  100 %      –        4           1',
    ].join('\n'),
  );
});

test('where a provider was asked stand cost and time, and what is not known is never nothing', () => {
  const cost = (totalUsd: number | null, known: number) => ({
    cost: { totalUsd, perSampleUsd: null, known, samples: 4 },
  });
  const lines = formatScores([
    summary('a/known', 0.9, { requests: 4, latencyMs: 3400, ...cost(1.5, 4) }),
    summary('a/some', 0.8, { requests: 4, latencyMs: 130_000, ...cost(0.25, 2) }),
    summary('a/unknown', 0.7, { requests: 4, ...cost(null, 0) }),
  ]).split('\n');
  expect(lines.map((line) => line.split(/ {2,}/).slice(-2))).toEqual([
    ['cost', 'median time'],
    ['$1.50', '3.4 s'],
    ['≥ $0.25', '2 min'],
    ['unknown', '–'],
  ]);
});
