import type { Mark } from '../domain/scene.ts';
import { seenColours } from '../util/seen-colours.ts';
import { type Finding, marksAt, type Wanted } from './ground-finding.ts';
import { matchColour } from './look.ts';
import type { InkOf } from './masks.ts';

/** Strings whose boxes share this part of the lower one's height stand on one line (exponents included). */
const SAME_LINE = 0.3;
/** A gap of more than this many heights begins another piece of text. */
const MAX_GAP = 2;

/** Looks for drawn text, without regard to case and white space. */
export function groundByText({ spec, scene }: Wanted): Finding {
  const wanted = spec.text ?? '';
  const candidates = findText(scene.marks, wanted).filter(({ marks }) =>
    marksAt(scene.marks, marks).some((mark) => matchColour(seenColours(mark), spec) !== 'no'),
  );
  if (candidates.length > 0) return { by: 'text', how: `by its text "${wanted}"`, candidates };
  return { by: null, how: `no drawn text says "${wanted}"`, candidates };
}

/** Whether marks draw a text. */
export function hasText(marks: readonly Mark[], wanted: string): boolean {
  return findText(marks, wanted).length > 0;
}

/** Each place where the text is drawn: the fewest strings that hold it. */
function findText(marks: readonly Mark[], wanted: string): readonly InkOf[] {
  const needle = squeeze(wanted);
  if (needle === '') return [];
  const texts = marks.filter(({ kind }) => kind === 'text');
  const lines = joinLines(texts);
  const inLines = lines.flatMap((line) => findInRun(line, needle));
  // A node may break its text over lines: then the lines are read on.
  const found = inLines.length > 0 ? inLines : findInRun(lines.flat(), needle);
  return found.map((run) => ({ marks: run.map(({ index }) => index) }));
}

function joinLines(texts: readonly Mark[]): readonly (readonly Mark[])[] {
  const lines: Mark[][] = [];
  for (const mark of texts) {
    const line = lines.at(-1);
    const last = line?.at(-1);
    if (line !== undefined && last !== undefined && follows(last, mark)) line.push(mark);
    else lines.push([mark]);
  }
  return lines;
}

function follows({ box: last }: Mark, { box: next }: Mark): boolean {
  const height = Math.min(last.yMax - last.yMin, next.yMax - next.yMin);
  const shared = Math.min(last.yMax, next.yMax) - Math.max(last.yMin, next.yMin);
  const gap = Math.max(next.xMin - last.xMax, last.xMin - next.xMax);
  return shared >= SAME_LINE * height && gap <= MAX_GAP * Math.max(height, last.yMax - last.yMin);
}

function findInRun(run: readonly Mark[], needle: string): readonly (readonly Mark[])[] {
  const found: (readonly Mark[])[] = [];
  const strings = run.map(({ text }) => squeeze(text ?? ''));
  const joined = strings.join('');
  let end = 0;
  const ends = strings.map((string) => {
    end += string.length;
    return end;
  });
  for (let at = joined.indexOf(needle); at >= 0; at = joined.indexOf(needle, at + needle.length)) {
    const to = at + needle.length;
    found.push(run.filter((_, index) => (ends[index] ?? 0) > at && (ends[index - 1] ?? 0) < to));
  }
  return found;
}

function squeeze(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
}
