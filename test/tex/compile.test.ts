import { beforeAll, describe, expect, it } from 'vitest';
import type { Compilation, TexCompiler } from '../../src/domain/ports.ts';
import { bubblewrapSandbox } from '../../src/tex/sandbox/bubblewrap.ts';
import { hurriedSandbox } from '../helpers/hurried-sandbox.ts';
import { compiled, drawingOf, picture, texHere } from './tex-here.ts';

const ink = '\\fill (0,0) rectangle (1,1);';
const inDocument = (preamble: string, body: string) =>
  drawingOf(`${preamble}\n\\begin{document}\n${body}\n\\end{document}\n`);
const article = (body: string) => inDocument('\\documentclass{article}\n\\usepackage{tikz}', body);
const tikz = (statements: string) => `\\begin{tikzpicture}\n${statements}\n\\end{tikzpicture}`;

function summary(result: Compilation): object {
  if (result.outcome !== 'compiled') return { outcome: result.outcome, reason: result.reason };
  const { outcome, clean, path, passes, errors, notes } = result;
  return { outcome, clean, path, passes, errors, notes };
}
const FINE = { outcome: 'compiled', clean: true, path: 'fast', passes: 1, errors: [], notes: [] };

describe('the TeX compiler', () => {
  let tex: TexCompiler;
  beforeAll(async () => {
    tex = await texHere();
  }, 60_000);
  const outcome = async (drawing: Parameters<TexCompiler['compile']>[0]) =>
    summary(await tex.compile(drawing));

  it.each([
    ['of the library', '\\fill[red,path fading=east] (0,0) rectangle (3,2);'],
    [
      'twice',
      '\\fill[path fading=north] (0,0) circle (1); \\fill[path fading=circle with fuzzy edge 15 percent] (3,0) circle (1);',
    ],
    [
      'of its own',
      '\\begin{tikzfadingfrompicture}[name=own]\\shade[left color=transparent!0,right color=transparent!100] (0,0) rectangle (2,2);\\end{tikzfadingfrompicture}\\fill[path fading=own] (0,0) rectangle (3,2);',
    ],
  ])('draws a fading %s', async (_, statements) => {
    expect(await outcome(picture(statements))).toEqual(FINE);
    expect(await outcome(article(`\\usetikzlibrary{fadings}${tikz(statements)}`))).toEqual(FINE);
  });

  it('compiles a bare picture', async () => {
    expect(await outcome(picture(ink))).toEqual(FINE);
  });

  it('compiles a preamble beside a picture', async () => {
    const source = `\\usetikzlibrary{spy}\n\\definecolor{fur}{RGB}{120,80,40}\n\\newcommand{\\paw}{\\fill[fur] (0,0) circle (1);}\n\n${tikz('\\paw')}`;
    expect(await outcome(drawingOf(source))).toEqual(FINE);
  });

  it('compiles an article and a standalone document on the fast path', async () => {
    expect(await outcome(article(tikz(ink)))).toEqual(FINE);
    const standalone =
      '\\documentclass[tikz,border=5pt]{standalone}\n\\usepackage[dvipsnames]{xcolor}\n\\usetikzlibrary{calc}';
    expect(await outcome(inDocument(standalone, tikz(`\\fill[ForestGreen] (0,0) circle (1);`)))).toEqual(
      FINE,
    );
  });

  it('compiles a document that asks for more as written, and says why', async () => {
    const plot = '\\begin{axis}\\addplot {x^2};\\end{axis}';
    const document = inDocument('\\documentclass{article}\n\\usepackage{pgfplots}', tikz(plot));
    expect(await outcome(document)).toEqual({
      ...FINE,
      path: 'cold',
      notes: ['compiled as written, because of the package pgfplots'],
    });
  });

  it('puts several pictures side by side and notes it, and the text around them', async () => {
    expect(await outcome(article(`An introduction.\n${tikz(ink)}\n\\newpage\n${tikz(ink)}`))).toEqual({
      ...FINE,
      notes: ['text outside of the pictures is not graded', '2 pictures, side by side'],
    });
  });

  it('takes pictures inside of nodes as part of the outer one', async () => {
    expect(await outcome(picture(`\\node {${tikz(ink)}};`))).toEqual(FINE);
  });

  it('gives the same bytes twice, whatever is random', async () => {
    const random = picture('\\foreach \\i in {1,...,9} \\fill (rand*3,rnd*3) circle (0.1);');
    const [one, two] = [compiled(await tex.compile(random)), compiled(await tex.compile(random))];
    expect(Buffer.compare(one.pdf, two.pdf)).toBe(0);
  });

  it('counts lines as the model wrote them', async () => {
    const broken = `${ink}\n\\fill (0,0) \\nonsense (1,1);`;
    const errors = ['l.3 Undefined control sequence \\nonsense'];
    const fast = compiled(await tex.compile(picture(broken)));
    const inside = compiled(await tex.compile(article(tikz(broken))));
    const cold = compiled(await (await texHere('cold')).compile(article(tikz(broken))));
    expect([fast.errors[0], inside.errors[0], cold.errors[0]]).toEqual([
      errors[0],
      'l.6 Undefined control sequence \\nonsense',
      'l.6 Undefined control sequence \\nonsense',
    ]);
    expect([fast.clean, inside.clean, cold.clean]).toEqual([false, false, false]);
  });

  it('runs a second pass for positions on the page', async () => {
    const arrows = `${tikz('\\node[draw] (a) {a};').replace('}', '}[remember picture]')}`;
    expect(await outcome(article(arrows))).toEqual({ ...FINE, passes: 2 });
  });

  it('copes with letters that it has no font for', async () => {
    expect(await outcome(picture('\\node {é ü × ° – 🦦};'))).toMatchObject({
      outcome: 'compiled',
      clean: false,
    });
    expect(await outcome(picture('\\node {é ü × ° –};'))).toEqual(FINE);
  });

  it('copes with NUL and lone surrogates', async () => {
    expect(await outcome(picture(`${ink}\0\ud800`))).toMatchObject({ outcome: 'compiled' });
  });

  it('calls a document without a picture blank', async () => {
    expect(await outcome(article('Only words.'))).toEqual({
      outcome: 'blank',
      reason: 'the document holds no TikZ picture',
    });
  });

  it('calls a document that TeX gives up on a tex-error with the first error', async () => {
    expect(await outcome(drawingOf('\\begin{tikzpicture}\n\\draw (0,0'))).toMatchObject({
      outcome: 'tex-error',
    });
  });

  it('says which package is not available', async () => {
    const document = inDocument('\\documentclass{article}\n\\usepackage{chemfig}', tikz(ink));
    expect(await outcome(document)).toEqual({
      outcome: 'tex-error',
      reason: 'the package chemfig is not available here',
    });
  });

  it('says that a package needs another engine', async () => {
    const document = inDocument(
      '\\documentclass{article}\n\\usepackage{fontspec}\n\\usepackage{tikz}',
      tikz(ink),
    );
    expect(await outcome(document)).toEqual({
      outcome: 'tex-error',
      reason: 'the package fontspec needs LuaTeX or XeTeX; drawings are compiled by pdfTeX',
    });
  });

  it('ends an endless loop', async () => {
    const hurried = await texHere('auto', hurriedSandbox(bubblewrapSandbox()));
    expect(await hurried.compile(picture('\\def\\x{\\x}\\x'))).toMatchObject({ outcome: 'timeout' });
  }, 30_000);

  it('says that a flood of output is too large', async () => {
    expect(await outcome(picture('\\tracingall\\loop\\iftrue\\repeat'))).toMatchObject({
      outcome: 'too-large',
    });
  }, 30_000);

  it('tells a sandbox that fails from a TeX that fails', async () => {
    const { createTexCompiler } = await import('../../src/tex/compile.ts');
    const { prepareTex } = await import('../../src/tex/prepare.ts');
    const { ROOT, testCache } = await import('../helpers/workshop.ts');
    const installation = await prepareTex({ cacheDirectory: testCache(), latexDirectory: `${ROOT}/latex` });
    const sandbox = bubblewrapSandbox({ bwrap: '/nowhere/bwrap' });
    expect(summary(await createTexCompiler({ installation, sandbox }).compile(picture(ink)))).toEqual({
      outcome: 'sandbox-trouble',
      reason: 'TeX did not start: prlimit: failed to execute /nowhere/bwrap: No such file or directory',
    });
  });

  it('rejects when it is aborted', async () => {
    const signal = AbortSignal.abort(new Error('stopped by the user'));
    await expect(tex.compile(picture(ink), { signal })).rejects.toThrow('stopped by the user');
  });
});
