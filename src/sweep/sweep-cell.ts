import type { Drawing, Extraction } from '../domain/drawing.ts';
import type { Model } from '../domain/model.ts';
import { isTrouble, type Outcome } from '../domain/outcome.ts';
import type { SceneReader, TexCompiler } from '../domain/ports.ts';
import type { Rendered } from '../domain/rendered.ts';
import type { ModelReply, ModelRequest } from '../domain/reply.ts';
import type { Cell } from '../domain/run.ts';
import type { Task } from '../domain/task.ts';
import type { Grade } from '../domain/verdict.ts';
import type { StoredReply } from '../store/record-reply.ts';
import type { StageDone } from '../store/record-stage.ts';
import type { RunStore } from '../store/run-store.ts';
import { renderModelReply } from './render-drawing.ts';
import { hashJson, type StageInputs, stageKey, whyDo } from './stage-key.ts';
import type { SweepEvent } from './sweep-event.ts';

/** All that the work on one sample needs. Ports and the clock are arguments; nothing is looked up elsewhere. */
export interface CellContext {
  readonly store: RunStore;
  readonly compiler: TexCompiler;
  readonly reader: SceneReader;
  readonly grade: (task: Task, rendered: Rendered) => Grade;
  readonly prompts: { readonly system: (task: Task) => string; readonly user: (task: Task) => string };
  /** What pictures and grades depend on besides their inputs, by name: a change does the stage again. */
  readonly versions: { readonly render: StageInputs; readonly grade: StageInputs };
  /** Milliseconds since 1970, UTC. */
  readonly now: () => number;
  readonly onEvent: (event: SweepEvent) => void;
  readonly extract?: (reply: string) => Extraction;
  readonly mark?: (drawing: Drawing) => Drawing;
  readonly signal?: AbortSignal;
}

/** One sample: the cell with what it speaks of. */
export interface Sample {
  readonly id: string;
  readonly cell: Cell;
  readonly task: Task;
  readonly model: Model;
}

/**
 * Brings one sample to its grade, each step only where it has not been done with the same inputs: ask, render,
 * grade. Each result is committed before the next step. Throws the signal's reason when stopped on the way.
 */
export async function sweepCell(sample: Sample, context: CellContext): Promise<Outcome> {
  const reply = await ensureReply(sample, context);
  const render = await ensureRendered(sample, { ...context, ...reply });
  ensureGraded(sample, { ...context, ...render });
  return render.outcome;
}

async function ensureReply(sample: Sample, context: CellContext): Promise<StoredReply> {
  const { id, model } = sample;
  const { store, now, signal, onEvent } = context;
  const request = requestOf(sample, context);
  const key = replyKey(model, request);
  const stored = store.findReply(id, key);
  if (stored && !isTrouble(stored.reply.outcome as Outcome)) return stored;
  onEvent({ kind: 'asked', id });
  const startMs = now();
  const reply = await model.reply(request, signal ? { signal } : {});
  if (reply.outcome === 'provider-trouble') signal?.throwIfAborted();
  const startedAt = new Date(startMs).toISOString();
  store.recordReply({ sampleId: id, key, request, reply, startedAt, durationMs: now() - startMs });
  onEvent({ kind: 'replied', id, outcome: reply.outcome });
  // What is on file is what a resumed run would use.
  const recorded = store.findReply(id, key);
  if (!recorded) throw new Error(`${id}: the reply is not on file`);
  return recorded;
}

function requestOf({ task, cell }: Sample, { prompts }: CellContext): ModelRequest {
  const { track, number } = cell;
  return { task, track, sample: number, systemPrompt: prompts.system(task), prompt: prompts.user(task) };
}

function replyKey(model: Model, request: ModelRequest): string {
  return stageKey({
    model: model.id,
    settings: model.fingerprint?.(request) ?? '',
    track: request.track,
    sample: String(request.sample),
    systemPrompt: request.systemPrompt,
    prompt: request.prompt,
  });
}

interface RenderState {
  readonly outcome: Outcome;
  readonly resultHash: string;
  /** Null when an earlier run rendered it: it is on file. */
  readonly rendered: Rendered | null;
}

async function ensureRendered(sample: Sample, context: CellContext & StoredReply): Promise<RenderState> {
  const { id, task } = sample;
  const { store, reply, attemptId, signal, onEvent } = context;
  const inputs = { ...context.versions.render, reply: hashReply(reply), subjects: hashJson(task.subjects) };
  const previous = store.findStage(id, 'render');
  const why = whyDo(previous, inputs);
  if (previous && why === null) return { ...previous, rendered: null };
  signal?.throwIfAborted();
  const rendered = await renderModelReply(reply, { ...renderOptions(context), subjects: task.subjects });
  if (isTrouble(rendered.outcome)) signal?.throwIfAborted();
  const done = stageDone(sample, { inputs, why, now: context.now });
  const resultHash = store.recordRender({ ...done, attemptId }, rendered);
  onEvent({ kind: 'rendered', id, outcome: rendered.outcome, why: done.why });
  return { outcome: rendered.outcome, resultHash, rendered };
}

function renderOptions({ compiler, reader, extract, mark, signal }: CellContext) {
  return { compiler, reader, ...(extract && { extract }), ...(mark && { mark }), ...(signal && { signal }) };
}

function hashReply(reply: ModelReply): string {
  return hashJson(reply.outcome === 'replied' ? [reply.outcome, reply.text] : reply);
}

function ensureGraded(sample: Sample, context: CellContext & RenderState): void {
  const { id, task } = sample;
  const { store, resultHash, versions, onEvent } = context;
  const inputs = { ...versions.grade, drawing: resultHash, task: task.hash };
  const previous = store.findStage(id, 'grade');
  const why = previous && previous.key === stageKey(inputs) ? null : whyDo(previous, inputs);
  if (why === null && store.isGraded(id)) return;
  const grade = context.grade(task, context.rendered ?? store.readRendered(id));
  const done = stageDone(sample, { inputs, why: why ?? 'rendered again', now: context.now });
  store.recordGrade(done, grade);
  onEvent({ kind: 'graded', id, spatial: grade.spatial, why: done.why });
}

interface Doing {
  readonly inputs: StageInputs;
  readonly why: string | null;
  readonly now: () => number;
}

function stageDone({ id }: Sample, { inputs, why, now }: Doing): StageDone {
  return { sampleId: id, key: stageKey(inputs), inputs, why: why ?? '', at: new Date(now()).toISOString() };
}
