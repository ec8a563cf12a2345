import { createHash } from 'node:crypto';
import type { PairVerdict } from '../../src/domain/pair.ts';
import { type RunInfo, type SampleRecord, type Spend, sampleId } from '../../src/domain/run.ts';
import type { Mark, Scene } from '../../src/domain/scene.ts';
import type { Summary } from '../../src/domain/summary.ts';
import type { Verdict } from '../../src/domain/verdict.ts';
import { tinyPng } from './tiny-png.ts';

/** Text that breaks out of everything that doesn't escape it. */
export const HOSTILE =
  '</script><script>window.broken=1</script><!--<img src=x onerror="window.broken=2">"\'&\u202eevil\u0007\u0000';

/** A run with all that a report needs, and the bytes of its pictures. */
export interface RunFixture {
  readonly run: RunInfo;
  readonly samples: readonly SampleRecord[];
  readonly summary: Summary;
  readonly pairs?: readonly PairVerdict[];
  readonly readBlob: (hash: string) => Uint8Array;
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

const OTTER_MARK: Omit<Mark, 'index' | 'box'> = {
  kind: 'path',
  operators: [3],
  outlines: [],
  fill: '#aa7744',
  stroke: null,
  strokeWidthPt: 0,
  fillOpacity: 1,
  strokeOpacity: 1,
  shapes: [],
  text: null,
  parts: ['otter'],
  comment: null,
};

export const PAGE: Scene = {
  version: 1,
  page: { widthPt: 200, heightPt: 150 },
  box: { xMin: 10, yMin: 10, xMax: 190, yMax: 140 },
  diagonalPt: 222,
  marks: [
    { ...OTTER_MARK, index: 0, box: { xMin: 20, yMin: 30, xMax: 60, yMax: 80 } },
    { ...OTTER_MARK, index: 1, box: { xMin: 40, yMin: 50, xMax: 80, yMax: 90 } },
    { ...OTTER_MARK, index: 2, box: { xMin: 45, yMin: 55, xMax: 50, yMax: 60 } },
  ],
  parts: [{ label: 'otter', marks: [0, 1, 2], parent: null }],
  notes: ['text outside of the pictures is not graded'],
};

export const MET: Verdict = {
  id: 'otter-there',
  check: 'there',
  skill: 'presence',
  weight: 1,
  outcome: 'met',
  margin: 0.12,
  reason: 'otter covers 9 % of the drawing',
  evidence: [
    { kind: 'box', box: { xMin: 20, yMin: 30, xMax: 80, yMax: 90 }, label: 'otter', tone: 'subject' },
  ],
};

export const UNMET: Verdict = {
  id: 'otter-in-plane',
  check: 'inside',
  skill: 'containment',
  weight: 2,
  outcome: 'unmet',
  margin: -0.2,
  reason: `70 % lies outside ${HOSTILE}`,
  evidence: [
    { kind: 'box', box: { xMin: 20, yMin: 30, xMax: 80, yMax: 90 }, label: 'otter', tone: 'fault' },
    { kind: 'line', from: { x: 80, y: 60 }, to: { x: 120, y: 60 }, label: 'gap', tone: 'contact' },
    { kind: 'point', at: { x: 120, y: 60 }, label: HOSTILE, tone: 'reference' },
  ],
};

/** What a drawing from a file takes. */
const NOTHING_ASKED: Spend = {
  requests: 0,
  usage: { inputTokens: null, outputTokens: null, reasoningTokens: null, cachedInputTokens: null },
  costUsd: 0,
  latencyMs: null,
  isCached: false,
};

/** A drawn sample; what `change` names is different. */
export function sampleOf(change: Partial<SampleRecord>): SampleRecord {
  const cell = {
    taskId: change.taskId ?? 'otters/plane',
    modelId: change.modelId ?? 'bundled/good',
    track: change.track ?? ('blind' as const),
    number: change.number ?? 1,
  };
  return {
    ...cell,
    id: sampleId(cell),
    outcome: 'drawn',
    clean: true,
    stage: 'grade',
    reason: '',
    reply: 'Here it is.',
    source: '\\begin{tikzpicture}\n\\draw (0,0) circle (1);\n\\end{tikzpicture}',
    log: 'This is pdfTeX',
    notes: [],
    pdfHash: 'a'.repeat(64),
    pngHash: hashOf(tinyPng(0)),
    scene: PAGE,
    grade: { spatial: 1, full: true, verdicts: [MET] },
    reasoning: null,
    durationMs: 412,
    spend: NOTHING_ASKED,
    rounds: [],
    ...change,
  };
}

/** A small run in which everything that a stranger writes is hostile. */
export function hostileRun(): RunFixture {
  const evil = `recorded/${HOSTILE}`;
  const tasks = ['otters/plane', `otters/${HOSTILE}`];
  const samples = [
    sampleOf({}),
    sampleOf({
      modelId: evil,
      reply: HOSTILE,
      source: HOSTILE,
      log: `! Undefined ${HOSTILE}`,
      notes: [HOSTILE],
      grade: { spatial: 1 / 3, full: false, verdicts: [MET, UNMET] },
    }),
    sampleOf({ taskId: tasks[1]!, pngHash: hashOf(tinyPng(1)) }),
    sampleOf({
      taskId: tasks[1]!,
      modelId: evil,
      outcome: 'tex-error',
      clean: null,
      stage: 'tex',
      reason: HOSTILE,
      pngHash: null,
      pdfHash: null,
      scene: null,
      grade: { spatial: 0, full: false, verdicts: [] },
    }),
  ];
  return {
    run: runOf({
      modelIds: ['bundled/good', evil],
      taskIds: tasks,
      title: `Otters ${HOSTILE}`,
      disclosure: HOSTILE,
    }),
    samples,
    summary: summaryOf(samples),
    readBlob: blobsOf([0, 1]),
  };
}

/** A run of `taskCount` × `modelCount` × `perCell` drawn samples. */
export function largeRun(taskCount: number, modelCount: number, perCell: number): RunFixture {
  const taskIds = Array.from({ length: taskCount }, (_, place) => `basics/task-${place}`);
  const modelIds = Array.from({ length: modelCount }, (_, place) => `fake/model-${place}`);
  const samples = taskIds.flatMap((taskId, task) =>
    modelIds.flatMap((modelId, model) =>
      Array.from({ length: perCell }, (_, place) =>
        sampleOf({
          taskId,
          modelId,
          number: place + 1,
          pngHash: hashOf(tinyPng((task + model) % 20)),
          grade: { spatial: (model + 1) / modelCount, full: false, verdicts: [MET, UNMET] },
        }),
      ),
    ),
  );
  const run = {
    ...runOf({ modelIds, taskIds, title: 'A large run', disclosure: null }),
    samplesPerCell: perCell,
  };
  return {
    run,
    samples,
    summary: summaryOf(samples),
    readBlob: blobsOf(Array.from({ length: 20 }, (_, n) => n)),
  };
}

interface RunShape {
  readonly modelIds: readonly string[];
  readonly taskIds: readonly string[];
  readonly title: string;
  readonly disclosure: string | null;
}

export function runOf({ modelIds, taskIds, title, disclosure }: RunShape): RunInfo {
  return {
    id: 'fixture',
    title,
    startedAt: '2026-11-23T20:00:00.000Z',
    finishedAt: '2026-11-23T20:05:00.000Z',
    sandbox: { name: 'none', isSafe: false },
    versions: { otterbench: '0.1.0', tex: 'pdfTeX 1.40.24' },
    tracks: ['blind'],
    models: modelIds.map((id, place) => ({ id, disclosure: place === 0 ? disclosure : null })),
    tasks: taskIds.map((id) => ({
      id,
      suite: id.split('/')[0]!,
      title: `Title of ${id}`,
      prompt: `Draw ${id}.`,
      tags: ['animal'],
      hash: 'b'.repeat(64),
    })),
    samplesPerCell: 1,
  };
}

/** Numbers made by hand: a page has to show numbers, not to check them. */
function summaryOf(samples: readonly SampleRecord[]): Summary {
  const modelIds = [...new Set(samples.map((sample) => sample.modelId))];
  const models = modelIds.map((modelId, place) => ({
    modelId,
    track: 'blind' as const,
    samples: samples.length / modelIds.length,
    scored: samples.length / modelIds.length,
    spatial: 1 / (place + 1),
    interval: { low: 0.8 / (place + 1), high: 1 / (place + 1) },
    fullRate: 0.5,
    drawnRate: 1,
    cleanRate: null,
    outcomes: {},
    stages: {},
    trouble: 0,
    spend: {
      requests: 0,
      cached: 0,
      outputTokens: null,
      reasoningShare: null,
      cost: { totalUsd: 0, perSampleUsd: 0, known: 2, samples: 2 },
      latencyMs: null,
    },
  }));
  const skills = ['presence', 'containment'].flatMap((skill) =>
    modelIds.map((modelId) => ({ skill, modelId, track: 'blind' as const, criteria: 12, rate: 0.75 })),
  );
  return { models, tasks: [], skills, rounds: [] };
}

export function blobsOf(seeds: readonly number[]): (hash: string) => Uint8Array {
  const blobs = new Map(seeds.map(tinyPng).map((bytes) => [hashOf(bytes), bytes]));
  return (hash) => {
    const bytes = blobs.get(hash);
    if (!bytes) throw new Error(`no blob ${hash}`);
    return bytes;
  };
}
