import { describe, expect, test } from 'vitest';
import type { Drawing } from '../../src/domain/drawing.ts';
import { extractDrawing } from '../../src/draw/extract.ts';
import { markComments } from '../../src/draw/mark-comments.ts';
import { countSteps } from './count-steps.ts';

const BEGIN = '\\begin{tikzpicture}';
const END = '\\end{tikzpicture}';

/** What is said again and again; each once made some extractor explode, or could. */
const UNITS = [
  '{',
  '}',
  '[',
  '{[',
  '\\',
  '%',
  '`',
  '```',
  '```\n',
  '```latex\n',
  '~~~\n',
  '```a ',
  '<think>',
  '<think>\n',
  '</think>',
  '\n</think>',
  '<think></think>\n',
  BEGIN,
  `${BEGIN}\n`,
  END,
  `${BEGIN}${END}`,
  `${BEGIN}\\draw;${END}\n`,
  '\\begin{scope}',
  '\\begin{forest}\\end{tikzpicture}',
  '\\tikz',
  '\\tikz ',
  '\\tikz[',
  '\\tikz{',
  '\\tikz a{',
  '\\tikz {} x',
  '\\verb',
  '\\verb|',
  '\\begin{verbatim}',
  '\\begin{comment}\\end{comment}',
  '\\tikzset{',
  '\\tikzset{}\n',
  '\\def\\a',
  '\\def\\a{',
  '\\newcommand',
  '\\usepackage[',
  '\\draw ',
  '\\draw\n',
  '\n\\draw a',
  '\n\\draw {',
  '\n\\foreach {}',
  '\n\\foreach \\x in {1}',
  '\\documentclass{a}',
  '\\documentclass{a}\\begin{document}',
  '\\begin{document}',
  '\\end{document}',
  '&lt;',
  '&',
  ' ',
  '\t',
  '\n',
  '\r',
  'a',
  'a ',
  '\n% a',
  '%a\n',
  '% ---- \n',
  '; % a\n',
  'part =',
  'part ',
  '\u0000',
  '\\begin{',
  '\\begin{ ',
  '\\begin{a}',
  '\\item ',
];

const FRAMES: readonly (readonly [string, string, string])[] = [
  ['bare', '', ''],
  ['in a fence', '```latex\n', '\n```'],
  ['in a picture', `${BEGIN}\n`, `\n${END}`],
  ['after a picture', `${BEGIN}\\draw;${END}\n`, ''],
];

function work(text: string): void {
  const extraction = extractDrawing(text);
  const drawing: Drawing | null = extraction.outcome === 'found' ? extraction.drawing : null;
  if (drawing !== null) markComments(drawing);
}

function repeated(unit: string, bytes: number, [, before, after]: (typeof FRAMES)[number]): string {
  return before + unit.repeat(Math.floor((bytes - before.length - after.length) / unit.length)) + after;
}

describe.each(FRAMES)('%s', (...frame) => {
  test.each(UNITS)('four times as many of %j take less than five times the steps', (unit) => {
    const few = countSteps(() => work(repeated(unit, 2_000, frame)));
    const many = countSteps(() => work(repeated(unit, 8_000, frame)));
    expect(few).toBeGreaterThan(0);
    expect(many / few).toBeLessThan(5);
  });
});

test.each(['{', '\\tikz a{', '\n\\draw a', '```\n', '<think>\n'])(
  'a reply of 1 MiB of %j is read to its end',
  (unit) => {
    for (const frame of FRAMES.slice(0, 1)) work(repeated(unit, 1024 * 1024, frame));
  },
);
