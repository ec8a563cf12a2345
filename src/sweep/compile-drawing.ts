import type { Drawing } from '../domain/drawing.ts';
import type { Compilation, TexCompiler } from '../domain/ports.ts';

/** What `compileMarked` needs; `markComments` puts marks into the source that tell which comment precedes which ink. */
export interface CompileOptions {
  readonly compiler: TexCompiler;
  readonly markComments: (drawing: Drawing) => Drawing;
  readonly asFrames?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * Compiles a drawing with its comments marked. Where that is not clean, also as it was written, and the better of
 * the two is taken: marks must never cost a drawing. The log is always that of the text which a reader knows.
 */
export async function compileMarked(drawing: Drawing, options: CompileOptions): Promise<Compilation> {
  const { compiler, signal, asFrames = false } = options;
  const limits = { asFrames, ...(signal && { signal }) };
  const marked = options.markComments(drawing);
  const first = await compiler.compile(marked, limits);
  if (marked.body === drawing.body || isFinal(first)) return first;
  return better(first, await compiler.compile(drawing, limits));
}

/** Marks can't be what made it clean, forbidden, slow or our trouble. */
function isFinal(compilation: Compilation): boolean {
  if (compilation.outcome === 'compiled') return compilation.clean;
  return ['forbidden', 'timeout', 'sandbox-trouble'].includes(compilation.outcome);
}

function better(marked: Compilation, plain: Compilation): Compilation {
  if (marked.outcome !== 'compiled') return plain;
  if (plain.outcome === 'sandbox-trouble') return plain;
  if (plain.outcome !== 'compiled') return marked;
  const sameErrors = !plain.clean && marked.errors.join('\n') === plain.errors.join('\n');
  return sameErrors ? { ...marked, log: plain.log } : plain;
}
