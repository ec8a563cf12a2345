import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TexCompiler } from '../src/domain/ports.ts';
import { renderReply } from '../src/sweep/render-drawing.ts';
import type { TestWorkshop } from '../test/helpers/workshop.ts';
import { asWritten, type BenchDrawing, cropped } from './drawings.ts';
import { median, timed } from './timing.ts';

/** One drawing, all ways, one after the other, so that the machine's moods strike all of them. Milliseconds. */
export interface Pair {
  readonly oursMs: number;
  /** The part of it that is TeX in its sandbox. */
  readonly ourTexMs: number;
  readonly plainTexMs: number;
  readonly asWrittenMs: number;
  readonly croppedMs: number;
}

interface Plain {
  readonly texMs: number;
  readonly allMs: number;
}

/**
 * Ours (sandbox, TeX, picture and scene of the PDF) and the plain way (pdflatex, then pdftoppm to a PNG of the same
 * dots per inch). A drawing that does not come through is left out.
 */
export async function pairWithPlain(
  drawings: readonly BenchDrawing[],
  workshop: TestWorkshop,
): Promise<readonly Pair[]> {
  const directory = mkdtempSync(join(tmpdir(), 'otterbench-bench-'));
  const compiler = watched(workshop.compiler);
  const ours = (drawing: BenchDrawing) => {
    compiler.tookMs = 0;
    return renderReply(drawing.tikz, { ...workshop, compiler, subjects: {} });
  };
  const pairs: Pair[] = [];
  try {
    for (const drawing of drawings.slice(0, 3)) await ours(drawing);
    for (const drawing of drawings) {
      const { value, ms: oursMs } = await timed(() => ours(drawing));
      if (value.outcome !== 'drawn') continue;
      const ourTexMs = compiler.tookMs;
      const dotsPerInch = (72 * pngWidth(value.png)) / value.scene.page.widthPt;
      const plain = await plainly(directory, asWritten(drawing), dotsPerInch);
      const close = await plainly(directory, cropped(drawing), dotsPerInch);
      pairs.push({
        oursMs,
        ourTexMs,
        plainTexMs: plain.texMs,
        asWrittenMs: plain.allMs,
        croppedMs: close.allMs,
      });
    }
  } finally {
    rmSync(directory, { recursive: true });
  }
  return pairs;
}

/** The compiler, and how long it took since `tookMs` was set to 0. */
function watched(compiler: TexCompiler): TexCompiler & { tookMs: number } {
  const watch = {
    tookMs: 0,
    async compile(...request: Parameters<TexCompiler['compile']>) {
      const { value, ms } = await timed(() => compiler.compile(...request));
      watch.tookMs += ms;
      return value;
    },
  };
  return watch;
}

async function plainly(directory: string, source: string, dotsPerInch: number): Promise<Plain> {
  writeFileSync(join(directory, 'plain.tex'), source);
  const tex = await timed(() => run(directory, 'pdflatex', ['-interaction=batchmode', 'plain.tex']));
  const resolution = ['-r', dotsPerInch.toFixed(2), '-f', '1', '-l', '1'];
  const picture = await timed(() =>
    run(directory, 'pdftoppm', ['-png', ...resolution, 'plain.pdf', 'plain']),
  );
  return { texMs: tex.ms, allMs: tex.ms + picture.ms };
}

function run(cwd: string, program: string, args: readonly string[]): void {
  try {
    execFileSync(program, args, { cwd, stdio: 'ignore' });
  } catch {
    // A drawing with TeX errors ends with 1 and has a PDF all the same.
  }
}

/** The width in the header of a PNG. */
function pngWidth(png: Uint8Array): number {
  return Buffer.from(png).readUInt32BE(16);
}

/** Median of what `of` takes from each pair. */
export function medianOf(pairs: readonly Pair[], of: (pair: Pair) => number): number {
  return median(pairs.map(of));
}
