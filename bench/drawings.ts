import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../test/helpers/workshop.ts';

export interface BenchDrawing {
  readonly name: string;
  readonly tikz: string;
}

export interface BenchDrawings {
  readonly from: 'corpus' | 'tasks';
  readonly list: readonly BenchDrawing[];
}

/** `count` drawings spread over the corpus (drawings that GPT-4 wrote) where there is one, else over the tasks' own. */
export function loadDrawings(corpus: string | null, count: number): BenchDrawings {
  const all = corpus === null ? taskDrawings() : corpusDrawings(corpus);
  const step = Math.max(1, Math.floor(all.length / count));
  const list = all.filter((_, index) => index % step === 0).slice(0, count);
  return { from: corpus === null ? 'tasks' : 'corpus', list };
}

function corpusDrawings(path: string): BenchDrawing[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { id: number; tikz: string })
    .map(({ id, tikz }) => ({ name: String(id), tikz }));
}

function taskDrawings(): BenchDrawing[] {
  const tasks = join(ROOT, 'tasks');
  return readdirSync(tasks, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tex'))
    .map((path) => ({ name: path, tikz: readFileSync(join(tasks, path), 'utf8') }));
}

/** The document as it was written; a bare picture becomes the smallest document that plain pdflatex takes. */
export function asWritten({ tikz }: BenchDrawing): string {
  if (tikz.includes('\\documentclass')) return tikz;
  const stub = '\\documentclass[tikz]{standalone}\n\\tikzset{part/.code={}}\n';
  const at = tikz.indexOf('\\begin{tikzpicture}');
  return `${stub}${tikz.slice(0, at)}\\begin{document}\n${tikz.slice(at)}\n\\end{document}\n`;
}

/** The same with its class replaced, so that the page is the picture, as ours is. */
export function cropped(drawing: BenchDrawing): string {
  return asWritten(drawing).replace(
    /\\documentclass(\[[^\]]*\])?\{[^}]*\}/,
    '\\documentclass[tikz,border=0pt]{standalone}',
  );
}
