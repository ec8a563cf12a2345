import { beforeAll, describe, expect, it } from 'vitest';
import type { TexCompiler } from '../../src/domain/ports.ts';
import { drawingOf, picture, texHere } from './tex-here.ts';

const ink = '\\fill (0,0) rectangle (1,1);';
const ART = 'it loads ready-made art: the package tikzducks';
const FILE = 'it tries to read a file of the machine';
const attempts: readonly [string, string, string][] = [
  ['ready-made art', `\\usepackage{tikzducks}\n\\begin{tikzpicture}\\duck\\end{tikzpicture}`, ART],
  [
    'ready-made art in disguise',
    `\\documentclass{article}\\csname usepackage\\endcsname{tikzducks}\n\\begin{document}\\end{document}`,
    ART,
  ],
  [
    'a picture from a file',
    '\\node {\\includegraphics{otter.png}};',
    'it places a picture from a file instead of drawing',
  ],
  ['a program', '\\immediate\\write18{id}', 'it tries to run a program'],
  ['a pipe', '\\input{|id}', FILE],
  ['Lua', '\\directlua{os.execute("id")}', 'it tries to run a program'],
  ['an absolute path', '\\input{/etc/passwd}', FILE],
  ['a path upwards', '\\input ../secret', FILE],
  ['an absolute path in disguise', '\\csname input\\endcsname{/etc/passwd}', FILE],
  ['a stream', '\\newread\\f\\openin\\f=/etc/passwd', 'it tries to open a file of the machine'],
  [
    'a file in the PDF',
    '\\immediate\\pdfobj stream file {/etc/passwd}',
    'it tries to read a file through the PDF',
  ],
];

describe('forbidden drawings', () => {
  let tex: TexCompiler;
  beforeAll(async () => {
    tex = await texHere();
  }, 60_000);

  it.each(attempts)('names %s', async (_, source, reason) => {
    const drawing = source.includes('\\begin{') ? drawingOf(source) : picture(`${source}${ink}`);
    const { log, ...result } = (await tex.compile(drawing)) as { log: string; outcome: string };
    expect(result).toEqual({ outcome: 'forbidden', reason });
  });

  it('lets comments speak of it', async () => {
    const result = await tex.compile(picture(`% no \\includegraphics, no tikzducks, no \\write18\n${ink}`));
    expect(result.outcome).toBe('compiled');
  });
});
