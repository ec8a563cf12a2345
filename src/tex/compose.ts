import type { Drawing } from '../domain/drawing.ts';

function lineBreaks(text: string): number {
  return text.split('\n').length - 1;
}

/** Blank lines that extraction dropped between preamble and picture, so that line numbers stay the model's own. */
function dropped(drawing: Drawing): string {
  if (drawing.preamble === '' || !drawing.source.startsWith(drawing.preamble)) return '';
  const count =
    lineBreaks(drawing.source.trimEnd()) - lineBreaks(drawing.preamble) - lineBreaks(drawing.body.trimEnd());
  return '\n'.repeat(Math.max(0, count));
}

/** The file that TeX reads. Its line numbers are those of the model's source. */
export function composeDocument(drawing: Drawing): string {
  if (drawing.form === 'document')
    return `${drawing.preamble}\\begin{document}${drawing.body}\n\\end{document}\n`;
  const gap = dropped(drawing);
  const needsBreak = gap === '' && /%[^\n]*$/.test(drawing.preamble);
  return `${drawing.preamble}${needsBreak ? '\n' : gap}\\begin{document}${drawing.body}\n\\end{document}\n`;
}
