import { expect, test } from 'vitest';
import { extractDrawing } from '../../src/draw/extract.ts';
import { markComments } from '../../src/draw/mark-comments.ts';

function marked(inside: string): string {
  const extraction = extractDrawing(`\\begin{tikzpicture}${inside}\\end{tikzpicture}`);
  if (extraction.outcome !== 'found') throw new Error(extraction.reason);
  const body = markComments(extraction.drawing).body.slice(
    '\\begin{tikzpicture}'.length,
    -'\\end{tikzpicture}'.length,
  );
  return body.replace(/\\otterbenchcomment\{([0-9A-F]*)\}/g, (_, hex) => `<${Buffer.from(hex, 'hex')}>`);
}

test.each([
  ['a heading', '\n% --- Otter: ---\n\\draw;\n', '\n<Otter>% --- Otter: ---\n\\draw;\n'],
  [
    'a comment at the end of a statement',
    '\n% Otter\n\\draw; % tail\n\\fill;',
    '\n<Otter>% Otter\n<tail>\\draw; <Otter>% tail\n\\fill;',
  ],
  [
    'a comment in a scope',
    '\\begin{scope}[red] % Ö\n\\draw;\\end{scope}\n% b\n',
    '\\begin{scope}[red] <Ö>% Ö\n\\draw;\\end{scope}\n<b>% b\n',
  ],
  [
    'a comment after a loop',
    '\n\\foreach \\x in {1} {\n% in\n\\draw;}\n% out\n',
    '\n\\foreach \\x in {1} {\n% in\n\\draw;}\n<out>% out\n',
  ],
  ['a comment after a line break', '\\draw; \\\\\n% b\n\\draw;', '\\draw; \\\\\n<b>% b\n\\draw;'],
  [
    "a comment after the drawing's own macro",
    '\n\\cat{0}\n% b\n\\cat(1)\n',
    '\n\\cat{0}\n<b>% b\n\\cat(1)\n',
  ],
  [
    "a comment at the end of the line of the drawing's own macro",
    '\n\\cat{0} % b\n\\draw; % c\n',
    '\n<b>\\cat{0} % b\n<c>\\draw; % c\n',
  ],
  ['a comment after a definition', '\\def\\a{1}\n% b\n', '\\def\\a{1}\n<b>% b\n'],
])('%s is marked', (_, inside, expected) => expect(marked(inside)).toBe(expected));

test.each([
  '% a\n[red]\\draw;',
  '\\draw (0,0)\n% a\n-- (1,1);',
  '\\node {a % b\n};',
  '\\cat (0,0) % b\n-- (1,1);',
  '\\matrix {% a\n 1 \\\\};',
  '\\begin{axis}\n% a\n\\end{axis}',
  '\n% ------\n\\draw;',
  '\n% \\draw (0,0);\n\\draw;',
  '\n% a\n\\begin{scope}[part=otter]\\end{scope}',
])('nothing is marked in %j', (inside) => expect(marked(inside)).toBe(inside));
