import { beforeAll, describe, expect, it } from 'vitest';
import type { TexCompiler } from '../../src/domain/ports.ts';
import { compiled, drawingOf, marksOf, picture, texHere } from './tex-here.ts';

const ink = '\\fill (0,0) rectangle (1,1);';
const cases: readonly [string, string, string][] = [
  ['a scope', `\\begin{scope}[part=otter]${ink}\\end{scope}`, 'otter()'],
  ['a path', '\\draw[part=wing] (0,0) -- (1,1);', 'wing()'],
  ['a node', '\\node[part=title] at (0,0) {WiFi};', 'title()'],
  [
    'nested scopes',
    `\\begin{scope}[part=a]\\begin{scope}[part=b]${ink}\\end{scope}${ink}\\end{scope}`,
    'a(b())',
  ],
  ['a path inside a scope', '\\begin{scope}[part=a]\\fill[part=b] (0,0) circle (1);\\end{scope}', 'a(b())'],
  ['the name of a node', '\\node (lamp) at (0,0) {x};', 'lamp()'],
  ['the name of a path', '\\draw[name=sail] (0,0) -- (1,1);', 'sail()'],
  ['a part rather than a name', '\\node[part=sun] (s) at (0,0) {x};', 'sun()'],
  ['a part after a name', '\\node[name=s, part=sun] at (0,0) {x};', 'sun()'],
  ['a matrix', '\\matrix[part=table] {\\node{1}; \\\\};', 'table()'],
  [
    'a part made by a loop',
    '\\foreach \\i in {1,2} {\\fill[part=window \\i] (\\i,0) circle (0.1);}',
    'window 1()window 2()',
  ],
  ['letters of all kinds', `\\begin{scope}[part=Bär 🦦]${ink}\\end{scope}`, 'Bär 🦦()'],
  [
    'a node on a path of its own part',
    '\\draw[part=rope] (0,0) -- node[part=knot] {x} (1,1);',
    'rope(knot())',
  ],
  ['a node on a path without one', '\\draw[part=rope] (0,0) -- node {x} (1,1);', 'rope()'],
  [
    'a rotated scope with a shading',
    '\\begin{scope}[part=ball,rotate=30]\\shade[ball color=red] (0,0) circle (1);\\end{scope}',
    'ball()',
  ],
  ['no label', ink, ''],
];

describe('labels in the PDF', () => {
  let tex: TexCompiler;
  beforeAll(async () => {
    tex = await texHere();
  }, 60_000);

  it.each(cases)('marks %s', async (_, statements, marks) => {
    const result = compiled(await tex.compile(picture(statements)));
    expect({ errors: result.errors, marks: marksOf(result.pdf) }).toEqual({ errors: [], marks });
  });

  it('marks the whole picture', async () => {
    expect(marksOf(compiled(await tex.compile(picture(ink, '[part=all]'))).pdf)).toBe('all()');
  });

  it('caps a label at 60 bytes', async () => {
    const { pdf } = compiled(await tex.compile(picture(`\\fill[part=${'a'.repeat(90)}] (0,0) circle (1);`)));
    expect(marksOf(pdf)).toBe(`${'a'.repeat(60)}()`);
  });

  it('keeps marks balanced where a scope is never ended', async () => {
    const { pdf, clean } = compiled(await tex.compile(picture(`${ink}\\begin{scope}[part=a]${ink}`)));
    const marks = marksOf(pdf);
    expect({ clean, unclosed: marks.split('(').length - marks.split(')').length }).toEqual({
      clean: false,
      unclosed: 0,
    });
  });

  it('marks parts on the cold path too', async () => {
    const cold = await texHere('cold');
    const document = drawingOf(
      `\\documentclass{beamer}\\usepackage{tikz}\\begin{document}\\begin{frame}\\begin{tikzpicture}\\fill[part=roof] (0,0) circle (1);\\end{tikzpicture}\\end{frame}\\end{document}`,
    );
    expect(marksOf(compiled(await cold.compile(document)).pdf)).toBe('roof()');
  });

  it('carries notes of comments that change no drawing operation', async () => {
    const plain = compiled(await tex.compile(picture(`${ink}\n${ink}`)));
    const noted = compiled(
      await tex.compile(picture(`\\otterbenchcomment{6F}${ink}\n\\otterbenchcomment{62}${ink}`)),
    );
    expect([marksOf(plain.pdf), marksOf(noted.pdf)]).toEqual(['', '#o()#b()']);
  });
});
