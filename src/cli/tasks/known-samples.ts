import { readFile } from 'node:fs/promises';
import { picturesOf, type Rendered } from '../../domain/rendered.ts';
import { type RoundRecord, type SampleRecord, type Spend, sampleId } from '../../domain/run.ts';
import { type KnownDrawing, pathsOf, promptsOf, type Task } from '../../domain/task.ts';
import type { Grade } from '../../domain/verdict.ts';
import { gradeRendered } from '../../sweep/grade-drawing.ts';
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
  const { task } = options;
  const rounds: RoundRecord[] = [];
  let before = task.given === undefined ? null : await render(task.given.path, options);
  for (const [place, path] of pathsOf(known).entries()) {
    const rendered = await render(path, options);
    const grade = gradeRendered(task, rendered, {
      turn: place + 1,
      ...(before?.outcome === 'drawn' && { before: picturesOf(before) }),
      earlier: rounds.at(-1)?.grade.verdicts ?? [],
    });
    rounds.push(roundOf(rendered, { place, grade, options }));
    before = rendered;
  }
  const last = rounds.at(-1);
  if (last === undefined) throw new Error(`${known.file} has no turn`);
  const cell = { taskId: task.id, modelId: known.file, track: 'blind', number: 1 } as const;
  const { round: _, scene = null, ...result } = last;
  return {
    ...cell,
    ...result,
    id: sampleId(cell),
    scene,
    spend: NOTHING_ASKED,
    rounds: rounds.length > 1 ? rounds : [],
  };
}

async function render(
  path: string,
  { task, compiler, reader, environment }: KnownOptions,
): Promise<Rendered> {
  const { signal } = environment;
  return renderReply(await readFile(path, 'utf8'), { compiler, reader, subjects: task.subjects, signal });
}

interface Turn {
  readonly place: number;
  readonly grade: Grade;
  readonly options: KnownOptions;
}

function roundOf(rendered: Rendered, { place, grade, options }: Turn): RoundRecord {
  const { outcome, clean, stage, reason, pdf, png, scene, source, log, notes, durationMs } = rendered;
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
