import type { Drawing } from '../domain/drawing.ts';
import type { Compilation, Sandbox, TexCompiler } from '../domain/ports.ts';
import { coldReason } from './choose-path.ts';
import { composeDocument } from './compose.ts';
import { forbiddenInSource } from './forbidden.ts';
import { openTexJob, type TexJob, type TexPass, type TexRun } from './job.ts';
import { judgeRun, needsSecondPass } from './judge-run.ts';
import type { TexInstallation } from './prepare.ts';
import { MAX_SOURCE_BYTES } from './sandbox/limits.ts';
import { withoutComments } from './tex-source.ts';
import { hasTextOutside } from './text-outside.ts';

export interface TexCompilerOptions {
  readonly installation: TexInstallation;
  readonly sandbox: Sandbox;
  /** `cold`: never use the dumped preamble (to compare both). */
  readonly path?: 'auto' | 'cold';
}

interface Plan {
  readonly path: 'fast' | 'cold';
  readonly pass: TexPass;
  readonly notes: readonly string[];
}

const OWN_PREAMBLE = '\\documentclass{article}\\usepackage{amsmath,amssymb}\\usepackage{tikz}';

interface PathChoice {
  readonly path: 'auto' | 'cold';
  readonly asFrames: boolean;
}

/** The cold path reads our style first, on a line that is not the file's, and then the file as it was written. */
function planFor(drawing: Drawing, source: string, { path: forced, asFrames }: PathChoice): Plan {
  const frames = asFrames ? '\\otterbenchframes' : '';
  const reason = forced === 'cold' ? 'asked for' : coldReason(source);
  if (reason === null)
    return {
      path: 'fast',
      pass: { format: 'otterbench', firstLine: asFrames ? `${frames}\\input{drawing.tex}` : 'drawing.tex' },
      notes: [],
    };
  const hasClass = drawing.form === 'document';
  const firstLine = `\\RequirePackage{otterbench}${frames}${hasClass ? '' : OWN_PREAMBLE}\\input{drawing.tex}`;
  return {
    path: 'cold',
    pass: { format: 'latex', firstLine },
    notes: forced === 'cold' ? [] : [`compiled as written, because of ${reason}`],
  };
}

function textNote(drawing: Drawing): readonly string[] {
  const isOutside = drawing.form === 'document' && hasTextOutside(withoutComments(drawing.body));
  return isOutside ? ['text outside of the pictures is not graded'] : [];
}

async function runPasses(
  job: TexJob,
  pass: TexPass,
): Promise<{ readonly run: TexRun; readonly passes: number }> {
  const first = await job.run(pass);
  if (!needsSecondPass(first)) return { run: first, passes: 1 };
  return { run: await job.run(pass), passes: 2 };
}

/**
 * Compiles drawings by pdfTeX, each in a process and a sandbox of its own. The PDF has one page: the drawing's
 * outermost pictures side by side, in the order of the source; as frames, a page a picture. Never throws for what a drawing holds; rejects when
 * aborted.
 */
export function createTexCompiler(options: TexCompilerOptions): TexCompiler {
  const { installation, sandbox, path = 'auto' } = options;
  return {
    async compile(drawing, { signal, asFrames = false } = {}): Promise<Compilation> {
      const source = composeDocument(drawing);
      if (Buffer.byteLength(source) > MAX_SOURCE_BYTES)
        return {
          outcome: 'too-large',
          reason: `the source has more than ${MAX_SOURCE_BYTES} bytes`,
          log: '',
        };
      const bare = withoutComments(source);
      const forbidden = forbiddenInSource(bare, installation.readyMadeArt);
      if (forbidden !== null) return { outcome: 'forbidden', reason: forbidden, log: '' };
      const plan = planFor(drawing, bare, { path, asFrames });
      const pass = signal === undefined ? plan.pass : { ...plan.pass, signal };
      await using job = await openTexJob(source, installation, sandbox);
      try {
        const { run, passes } = await runPasses(job, pass);
        const notes = [...plan.notes, ...textNote(drawing)];
        const { readyMadeArt } = installation;
        return judgeRun(run, { path: plan.path, passes, notes, asFrames, readyMadeArt });
      } catch (error) {
        signal?.throwIfAborted();
        return {
          outcome: 'sandbox-trouble',
          reason: `TeX could not be started: ${(error as Error).message}`,
          log: '',
        };
      }
    },
  };
}
