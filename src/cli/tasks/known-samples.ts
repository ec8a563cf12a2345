import { readFile } from 'node:fs/promises';
import type { Rendered } from '../../domain/rendered.ts';
import { type RoundRecord, type SampleRecord, type Spend, sampleId } from '../../domain/run.ts';
import { type KnownDrawing, pathsOf, promptsOf, type Task } from '../../domain/task.ts';
import type { Grade } from '../../domain/verdict.ts';
import { gradeTurns } from '../../sweep/grade-turns.ts';
import { type RenderOptions, renderReply } from '../../sweep/render-drawing.ts';
import { sha256 } from '../../util/sha256.ts';
import type { Environment } from '../environment.ts';

/** What known drawings are rendered with, and where their pictures are kept. */
export interface KnownOptions extends Pick<RenderOptions, 'compiler' | 'reader'> {
  readonly task: Task;
  /** Pictures by their SHA-256; this is filled. */
  readonly blobs: Map<string, Uint8Array>;
  readonly environment: Environment;
}

/** A known drawing of a task as a report shows it: a sample whose model is its file, with one round a turn. */
export async function knownSample(known: KnownDrawing, options: KnownOptions): Promise<SampleRecord> {
  const { task, compiler, reader, environment } = options;
  const texts = await Promise.all(pathsOf(known).map((path) => readFile(path, 'utf8')));
  const { turns } = await gradeTurns(texts, { task, compiler, reader, signal: environment.signal });
  const rounds = turns.map(({ rendered, grade }, place) => roundOf(rendered, { place, grade, options }));
  const cell = { taskId: task.id, modelId: known.file, track: 'blind', number: 1 } as const;
  const { round: _, scene = null, ...result } = rounds.at(-1) as RoundRecord;
  return {
    ...cell,
    ...result,
    id: sampleId(cell),
    scene,
    spend: NOTHING_ASKED,
    rounds: rounds.length > 1 ? rounds : [],
  };
}

/** The hash of the picture of what a task gives; null where it gives nothing that is drawn. */
export async function givenPngHash({
  task,
  compiler,
  reader,
  blobs,
  environment,
}: KnownOptions): Promise<string | null> {
  if (task.given === undefined) return null;
  const { subjects } = task;
  const { png } = await renderReply(task.given.tex, {
    compiler,
    reader,
    subjects,
    signal: environment.signal,
  });
  return png && keep(png, blobs);
}

interface Turn {
  readonly place: number;
  readonly grade: Grade;
  readonly options: KnownOptions;
}

function roundOf(rendered: Rendered, { place, grade, options }: Turn): RoundRecord {
  const { outcome, clean, stage, reason, pdf, png, scene, source, log, notes, durationMs } = rendered;
  const laterFrames = rendered.outcome === 'drawn' ? (rendered.laterFrames ?? []) : [];
  const { redact } = options.environment;
  const redacted = (text: string | null): string | null => (text === null ? null : redact(text));
  return {
    round: place + 1,
    outcome,
    clean,
    stage,
    reason,
    pdfHash: pdf === null ? null : sha256(pdf),
    pngHash: png === null ? null : keep(png, options.blobs),
    ...(laterFrames.length > 0 && {
      laterPngHashes: laterFrames.map((frame) => keep(frame.png, options.blobs)),
    }),
    grade,
    durationMs,
    reply: null,
    reasoning: null,
    source: redacted(source),
    log: redacted(log),
    notes,
    prompt: promptsOf(options.task)[place] ?? null,
    scene,
  };
}

function keep(bytes: Uint8Array, blobs: Map<string, Uint8Array>): string {
  const hash = sha256(bytes);
  blobs.set(hash, bytes);
  return hash;
}

const NOTHING_ASKED: Spend = {
  requests: 0,
  usage: { inputTokens: null, outputTokens: null, reasoningTokens: null, cachedInputTokens: null },
  costUsd: 0,
  latencyMs: null,
  isCached: false,
};
