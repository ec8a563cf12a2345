import type { Drawing, Extraction } from '../domain/drawing.ts';
import type { Compilation, SceneReader, SceneReading, TexCompiler } from '../domain/ports.ts';
import type { Rendered, RenderedDrawing, RenderedFailure } from '../domain/rendered.ts';
import type { ModelReply } from '../domain/reply.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import { extractDrawing } from '../draw/extract.ts';
import { markComments } from '../draw/mark-comments.ts';
import { compileMarked } from './compile-drawing.ts';

export type { Rendered } from '../domain/rendered.ts';

/** What it takes to make a picture of a reply. The last three have defaults and are there for tests. */
export interface RenderOptions {
  readonly compiler: TexCompiler;
  readonly reader: SceneReader;
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  /** A moving task: how many pictures are wanted. */
  readonly frames?: number;
  /** False: nobody will look at it, and `png` is left empty. */
  readonly picture?: boolean;
  readonly signal?: AbortSignal;
  readonly extract?: (reply: string, frames?: number) => Extraction;
  readonly mark?: (drawing: Drawing) => Drawing;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

type Untimed = Omit<RenderedDrawing, 'durationMs'> | Omit<RenderedFailure, 'durationMs'>;
type Compiled = Extract<Compilation, { outcome: 'compiled' }>;

/** Reply → drawing → PDF → picture and scene. What the text holds never throws; it decides the outcome. */
export async function renderReply(reply: string, options: RenderOptions): Promise<Rendered> {
  const now = options.now ?? (() => performance.now());
  const startMs = now();
  const rendered = await render(reply, options);
  return { ...rendered, durationMs: now() - startMs };
}

/** The same for what a model answered: a reply that the provider calls refused, empty or cut off ends there. */
export async function renderModelReply(reply: ModelReply, options: RenderOptions): Promise<Rendered> {
  if (reply.outcome === 'replied') return renderReply(reply.text, options);
  return { ...failure('reply', reply), durationMs: 0 };
}

async function render(reply: string, options: RenderOptions): Promise<Untimed> {
  const extraction = (options.extract ?? extractDrawing)(reply, options.frames);
  if (extraction.outcome !== 'found') return failure('draw', extraction);
  const { drawing } = extraction;
  const { compiler, signal } = options;
  const compilation = await compileMarked(drawing, {
    compiler,
    markComments: options.mark ?? markComments,
    asFrames: options.frames !== undefined,
    ...(signal ? { signal } : {}),
  });
  const known = { source: drawing.source, log: compilation.log, notes: notesOf(drawing) };
  if (compilation.outcome !== 'compiled') return { ...failure('tex', compilation), ...known };
  const reading = await read(compilation, options);
  return withReading(reading, { compilation, ...known });
}

function read(compilation: Compiled, options: RenderOptions): Promise<SceneReading> {
  const { reader, subjects, frames, picture = true, signal } = options;
  const request = { pdf: compilation.pdf, subjects, picture, ...(frames !== undefined && { frames }) };
  return reader.read(request, signal ? { signal } : {});
}

interface Known {
  readonly compilation: Compiled;
  readonly source: string;
  readonly log: string;
  readonly notes: readonly string[];
}

function withReading(reading: SceneReading, { compilation, source, log, notes: before }: Known): Untimed {
  const { clean, pdf } = compilation;
  const notes = [...before, ...compilation.notes];
  if (reading.outcome !== 'drawn') return { ...failure('scene', reading), clean, pdf, source, log, notes };
  const { png, scene, grounding, laterFrames } = reading;
  const all = [...notes, ...scene.notes];
  return {
    outcome: 'drawn',
    stage: 'grade',
    reason: '',
    clean,
    pdf,
    png,
    scene,
    grounding,
    ...(laterFrames && { laterFrames }),
    source,
    log,
    notes: all,
  };
}

function notesOf(drawing: Drawing): string[] {
  return drawing.note === '' ? [] : [drawing.note];
}

type Failed = Pick<RenderedFailure, 'outcome' | 'reason'>;

function failure(
  stage: RenderedFailure['stage'],
  { outcome, reason }: Failed,
): Omit<RenderedFailure, 'durationMs'> {
  const nothing = {
    clean: null,
    source: null,
    log: null,
    pdf: null,
    png: null,
    scene: null,
    grounding: null,
  };
  return { outcome, stage, reason, notes: [], ...nothing };
}
