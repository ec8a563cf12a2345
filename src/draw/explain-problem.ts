import type { Rendered } from '../domain/rendered.ts';
import { printable } from '../util/printable.ts';

// What helps to mend a drawing is in the first errors: later ones mostly follow from them.
const MOST_ERRORS = 5;
const MOST_CONTEXT_LINES = 4;
const MOST_LINE_CHARACTERS = 200;
const ERROR = /^(?:(?:\.\/)?[^:\s]+:\d+: |! )(?!\s*==> Fatal)(.+)$/;

/** What is wrong with a drawing, as its author should be told: TeX's first errors with their lines, or why there is no picture. */
export function explainProblem({ outcome, reason, log }: Rendered): string {
  const errors = firstErrors(log ?? '');
  const said = errors.length === 0 ? '' : `\n\nTeX says:\n${errors.join('\n')}`;
  switch (outcome) {
    case 'drawn':
      return `Your drawing compiles, but TeX reports errors.${said}`;
    case 'tex-error':
      return `Your drawing does not compile: ${plain(reason)}.${said}`;
    case 'no-code':
      return `There is no TikZ drawing in your answer: ${plain(reason)}.`;
    case 'blank':
      return `Your drawing compiles, but nothing can be seen on the page: ${plain(reason)}.${said}`;
    case 'forbidden':
      return `Your drawing was not compiled: ${plain(reason)}.`;
    case 'too-large':
      return `Your drawing is too large: ${plain(reason)}.`;
    case 'timeout':
      return `Your drawing took too long to compile: ${plain(reason)}.`;
    default:
      return `There is no picture of your drawing: ${plain(reason)}.`;
  }
}

/** The first errors of a log, each with the lines that show where TeX stopped. */
function firstErrors(log: string): string[] {
  const lines = log.split('\n');
  const starts = lines.flatMap((line, index) => (ERROR.test(line) ? [index] : [])).slice(0, MOST_ERRORS);
  return starts.map((start) => {
    const said = (ERROR.exec(lines[start] ?? '') ?? [])[1] ?? '';
    return [said, ...placeOf(lines, start)].map(short).join('\n');
  });
}

/** `l.12 …` with the line behind it, where TeX broke off. */
function placeOf(lines: readonly string[], start: number): readonly string[] {
  const after = lines.slice(start + 1, start + 30);
  const next = after.findIndex((line) => ERROR.test(line));
  const own = next === -1 ? after : after.slice(0, next);
  const place = own.findIndex((line) => /^l\.\d+/.test(line));
  if (place === -1) return [];
  return own.slice(place, place + MOST_CONTEXT_LINES - 2).filter((line) => line.trim() !== '');
}

function short(line: string): string {
  const safe = printable(line.replaceAll('\t', ' '));
  return safe.length > MOST_LINE_CHARACTERS ? `${safe.slice(0, MOST_LINE_CHARACTERS)} …` : safe;
}

function plain(reason: string): string {
  return short(reason).replace(/[.\s]+$/, '');
}
