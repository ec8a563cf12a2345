import type { ModelFacts } from '../../src/domain/model.ts';
import type { RoundRecord, RunInfo, RunModel, SampleRecord, Spend } from '../../src/domain/run.ts';
import type { Track } from '../../src/domain/task.ts';
import { summarise } from '../../src/stats/summarise.ts';
import {
  blobsOf,
  HOSTILE,
  hashOf,
  MET,
  PAGE,
  type RunFixture,
  runOf,
  sampleOf,
  UNMET,
} from './run-fixture.ts';
import { tinyPng } from './tiny-png.ts';

const TASKS = ['otters/plane', 'otters/river', 'basics/circles'];

function factsOf(id: string, changes: Partial<ModelFacts>): ModelFacts {
  return {
    id,
    name: id.split('/')[1] ?? id,
    family: null,
    maker: null,
    releasedOn: null,
    hasOpenWeights: null,
    contextTokens: null,
    maxOutputTokens: null,
    seesPictures: true,
    reasons: null,
    takesTemperature: null,
    price: null,
    ...changes,
  };
}

/** A closed model with a price, an open one that runs at home, and one of which nothing is known. */
const MODELS: readonly RunModel[] = [
  {
    id: 'openai/large@high',
    disclosure: null,
    settings: { effort: 'high', seed: 7, headers: { 'x-team': 'secret-of-the-team' } },
    facts: factsOf('openai/large', {
      maker: 'OpenAI',
      releasedOn: '2026-08-07',
      hasOpenWeights: false,
      contextTokens: 400_000,
      price: { inputUsd: 1.25, outputUsd: 10, cachedInputUsd: 0.125, basis: 'models.dev, read 2026-11-20' },
    }),
  },
  {
    id: 'ollama/small:8b',
    disclosure: null,
    settings: { temperature: 0.2, contextTokens: 32_768, seed: 7 },
    facts: factsOf('ollama/small:8b', {
      maker: `Lab ${HOSTILE}`,
      releasedOn: '2026-03-01',
      hasOpenWeights: true,
    }),
  },
  { id: 'compatible/unknown', disclosure: null, settings: { seed: 7 } },
];

const UNKNOWN = { inputTokens: null, outputTokens: null, reasoningTokens: null, cachedInputTokens: null };

const SPENDS: readonly Spend[] = [
  {
    requests: 3,
    usage: { inputTokens: 2400, outputTokens: 3120, reasoningTokens: 1800, cachedInputTokens: 600 },
    costUsd: 0.031,
    latencyMs: 41_000,
    isCached: false,
  },
  {
    requests: 2,
    usage: { inputTokens: 1200, outputTokens: 900, reasoningTokens: null, cachedInputTokens: null },
    costUsd: 0,
    latencyMs: 128_000,
    isCached: false,
  },
  { requests: 2, usage: UNKNOWN, costUsd: null, latencyMs: 9_000, isCached: false },
];

const FROM_CACHE: Spend = {
  requests: 0,
  usage: { inputTokens: 1200, outputTokens: 2000, reasoningTokens: 1500, cachedInputTokens: 0 },
  costUsd: 0,
  latencyMs: null,
  isCached: true,
};

/** A picture, half right; `seed` tells pictures apart. */
function drawnRound(round: number, { seed, isRight }: { seed: number; isRight: boolean }): RoundRecord {
  const { outcome, stage, reason, source, log, notes, pdfHash, durationMs } = sampleOf({});
  return {
    ...{ outcome, stage, reason, source, log, notes, pdfHash, durationMs },
    round,
    pngHash: hashOf(tinyPng(seed)),
    clean: isRight,
    grade: isRight
      ? {
          spatial: 1,
          full: true,
          verdicts: [MET, { ...UNMET, outcome: 'met', reason: 'all of it lies inside' }],
        }
      : { spatial: 1 / 3, full: false, verdicts: [MET, UNMET] },
    scene: PAGE,
    reply: `The drawing of round ${round}.`,
    reasoning: `Thought of round ${round} ${HOSTILE}`,
    prompt: round === 1 ? 'Draw it.' : `What came back before round ${round}.`,
  };
}

function brokenRound(round: number): RoundRecord {
  return {
    ...drawnRound(round, { seed: 0, isRight: false }),
    outcome: 'tex-error',
    clean: null,
    stage: 'tex',
    reason: 'l.3 Undefined control sequence \\otter',
    log: '! Undefined control sequence.\nl.3 \\otter',
    pdfHash: null,
    pngHash: null,
    scene: null,
    grade: { spatial: 0, full: false, verdicts: [] },
  };
}

/** On repair the first drawing is broken, the second half right, the third right; on sighted the second is right. */
function roundsOf(track: Track, seed: number): RoundRecord[] {
  const half = drawnRound(1, { seed, isRight: false });
  if (track === 'blind') return [half];
  if (track === 'sighted') return [half, drawnRound(2, { seed: seed + 1, isRight: true })];
  return [
    brokenRound(1),
    drawnRound(2, { seed, isRight: false }),
    drawnRound(3, { seed: seed + 1, isRight: true }),
  ];
}

function conversationOf(taskId: string, place: number, track: Track): SampleRecord {
  const isShort = taskId === TASKS[1] && track !== 'blind';
  const rounds = isShort ? [drawnRound(1, { seed: 9, isRight: false })] : roundsOf(track, place * 2);
  const last = rounds.at(-1);
  const spend = taskId === TASKS[2] && place === 0 ? FROM_CACHE : SPENDS[place];
  const modelId = MODELS[place]?.id;
  if (!last || !spend || !modelId) throw new Error(`no model ${place}`);
  const { round: _, ...result } = last;
  const ending = isShort && track === 'sighted' ? 'kept as it was' : '';
  return sampleOf({ taskId, modelId, track, ...result, scene: last.scene ?? null, spend, rounds, ending });
}

/** Three models on three tracks: rounds, money, caches, and what is not known. It stopped at its limit. */
export function roundsRun(): RunFixture {
  const tracks = ['blind', 'repair', 'sighted'] as const;
  const samples = TASKS.flatMap((taskId) =>
    MODELS.flatMap((_, place) => tracks.map((track) => conversationOf(taskId, place, track))),
  );
  const run: RunInfo = {
    ...runOf({ modelIds: [], taskIds: TASKS, title: 'Three models, three tracks', disclosure: null }),
    sandbox: { name: 'bubblewrap', isSafe: true },
    finishedAt: null,
    tracks,
    models: MODELS,
    planned: samples.length + 9,
    limit: { kind: 'max-cost', value: 5 },
  };
  const seeds = Array.from({ length: 12 }, (_, seed) => seed);
  return { run, samples, summary: summarise(samples), readBlob: blobsOf(seeds) };
}
