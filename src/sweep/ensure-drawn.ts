import { isTrouble, type Outcome } from '../domain/outcome.ts';
import type { Rendered } from '../domain/rendered.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { Reached } from '../grade/grade.ts';
import type { StoredReply } from '../store/record-reply.ts';
import type { StageDone } from '../store/record-stage.ts';
import { hashReply } from './conversation-key.ts';
import { renderModelReply } from './render-drawing.ts';
import type { DrawingContext, Sample } from './sample.ts';
import { hashJson, type StageInputs, stageKey, whyDo } from './stage-key.ts';
import type { Standing } from './standing.ts';

/** A round's reply on file, to be drawn and graded. */
export type DrawnReply = StoredReply & { readonly round: number; readonly turn: Standing };

/** What a round came to. */
export interface Drawn {
  readonly outcome: Outcome;
  readonly spatial: number | null;
  /** The drawing, from memory or from the run file. */
  readonly rendered: () => Rendered;
  readonly verdicts: () => readonly Verdict[];
  /** SHA-256 of what its grade depends on. */
  readonly resultHash: string;
}

/** Draws and grades a reply, each only where it has not been done with the same inputs; each is committed before the next. */
export async function ensureDrawn(
  sample: Sample,
  reply: DrawnReply,
  context: DrawingContext,
): Promise<Drawn> {
  const render = await ensureRendered(sample, reply, context);
  const at = { sampleId: sample.id, round: reply.round };
  let kept = render.rendered;
  const rendered = (): Rendered => {
    kept ??= context.store.readRendered(at);
    return kept;
  };
  const spatial = ensureGraded(sample, { ...reply, resultHash: render.resultHash, rendered }, context);
  const verdicts = () => context.store.readVerdicts(at);
  return { outcome: render.outcome, spatial, rendered, verdicts, resultHash: render.resultHash };
}

interface RenderState {
  readonly outcome: Outcome;
  readonly resultHash: string;
  /** Null when it was on file. */
  readonly rendered: Rendered | null;
}

async function ensureRendered(
  sample: Sample,
  { round, reply, attemptId, turn }: DrawnReply,
  context: DrawingContext,
): Promise<RenderState> {
  const { id, task } = sample;
  const { store, signal, onEvent } = context;
  const at = { sampleId: id, round };
  const frames = task.frames === undefined ? {} : { frames: String(task.frames) };
  const inputs = {
    ...context.versions.render,
    reply: hashReply(reply),
    subjects: hashJson(task.subjects),
    ...frames,
  };
  const previous = store.findStage(at, 'render');
  const why = whyDo(previous, inputs);
  if (previous && why === null) return { ...previous, rendered: null };
  signal?.throwIfAborted();
  const done = { ...stageDone({ ...at, inputs, why }, context), attemptId, turn: turn.turn };
  const reused = store.reuseRender(done);
  if (reused) {
    onEvent({ kind: 'rendered', id, round, outcome: reused.outcome, why: done.why });
    return { ...reused, rendered: null };
  }
  const wanted = task.frames === undefined ? {} : { frames: task.frames };
  const options = { ...renderOptions(context), subjects: task.subjects, ...wanted };
  const rendered = await context.takeTurn(() => renderModelReply(reply, options));
  if (isTrouble(rendered.outcome)) signal?.throwIfAborted();
  const resultHash = store.recordRender(done, rendered);
  onEvent({ kind: 'rendered', id, round, outcome: rendered.outcome, why: done.why });
  return { outcome: rendered.outcome, resultHash, rendered };
}

function renderOptions({ compiler, reader, extract, mark, signal }: DrawingContext) {
  return { compiler, reader, ...(extract && { extract }), ...(mark && { mark }), ...(signal && { signal }) };
}

interface ToGrade {
  readonly turn: Standing;
  readonly round: number;
  readonly resultHash: string;
  readonly rendered: () => Rendered;
}

function ensureGraded(sample: Sample, drawn: ToGrade, context: DrawingContext): number | null {
  const { id, task } = sample;
  const { store, versions, onEvent } = context;
  const at = { sampleId: id, round: drawn.round };
  const { turn } = drawn;
  const before = turn.hash === '' ? {} : { before: turn.hash };
  const reference = task.reference ? { reference: task.reference.hash } : {};
  const inputs = { ...versions.grade, drawing: drawn.resultHash, task: task.hash, ...before, ...reference };
  const previous = store.findStage(at, 'grade');
  const why = previous && previous.key === stageKey(inputs) ? null : whyDo(previous, inputs);
  if (why === null && store.isGraded(at)) return store.readSpatial(at);
  const done = stageDone({ ...at, inputs, why: why ?? 'rendered again' }, context);
  if (!store.reuseGrade(done))
    store.recordGrade(done, context.grade(task, drawn.rendered(), reachedOf(turn)));
  const spatial = store.readSpatial(at);
  onEvent({ kind: 'graded', id, round: drawn.round, spatial, why: done.why });
  return spatial;
}

function reachedOf({ turn, before, earlier }: Standing): Reached {
  const pictures = before();
  return { turn, earlier: earlier(), ...(pictures && { before: pictures }) };
}

interface Doing {
  readonly sampleId: string;
  readonly round: number;
  readonly inputs: StageInputs;
  readonly why: string | null;
}

function stageDone({ sampleId, round, inputs, why }: Doing, { clock }: DrawingContext): StageDone {
  const at = new Date(clock.now()).toISOString();
  return { sampleId, round, key: stageKey(inputs), inputs, why: why ?? '', at };
}
