import type { CheckDefinition, CheckInput } from '../../domain/check.ts';
import type { Mark } from '../../domain/scene.ts';
import { chosen, plain, textOf } from '../finding.ts';
import { holds, middleOf } from '../geometry/boxes.ts';
import { visibleTexts } from '../geometry/visible-text.ts';

/** How much of what a drawing says is quoted in a reason, in characters. */
const MOST_QUOTED = 80;

/** Met when the words are drawn and can be seen. No margin. */
export const text: CheckDefinition = {
  name: 'text',
  summary:
    'Visible text says `says`, as whole words; with a subject A, text that is part of A or in its box.',
  subjects: { min: 0, max: 1 },
  subjectKey: 'in',
  wants: 'one',
  parameters: {
    says: { kind: 'text', doc: 'The words.' },
    exact: {
      kind: 'boolean',
      default: false,
      doc: 'Whether capitals and spaces must be the same; else they play no part.',
    },
  },
  validate: ({ says }) =>
    typeof says === 'string' && says.trim() !== '' ? [] : ['expected "says", got nothing; give the words'],
  evaluate(input) {
    const says = textOf(input.parameters, 'says');
    const marks = textsInPlay(input);
    const isExact = input.parameters.exact === true;
    const run = sayingRun(marks, says, isExact);
    const place = input.subjects.length === 0 ? 'the drawing' : chosen(input, 0).the;
    const all = marks.map((mark) => mark.text ?? '').join(' ');
    const heard = all === '' ? 'nothing' : JSON.stringify(all.slice(0, MOST_QUOTED));
    const reason = `${place} says ${heard}; ${JSON.stringify(says)} is wanted`;
    return plain(
      run !== null,
      reason,
      (run ?? []).map(({ box }) => ({ kind: 'box', box, label: 'text', tone: 'subject' })),
    );
  },
};

function textsInPlay(input: CheckInput): Mark[] {
  const visible = visibleTexts(input.scene);
  if (input.subjects.length === 0) return visible;
  const { thing, ink } = chosen(input, 0);
  return visible.filter(({ index, box }) => thing.marks.includes(index) || holds(ink.box, middleOf(box)));
}

/** The marks that together say it: PDF writers split a word into several marks. Null when none do. */
function sayingRun(marks: readonly Mark[], says: string, isExact: boolean): readonly Mark[] | null {
  const pattern = wordsPattern(says, isExact);
  for (const joiner of isExact ? ['', ' '] : [' ']) {
    const pieces = marks.map((mark) => plainForm(mark.text ?? '') + joiner);
    const match = pattern.exec(pieces.join(''));
    if (match === null) continue;
    let start = 0;
    return marks.filter((_, index) => {
      const from = start;
      start += pieces[index]?.length ?? 0;
      return from < match.index + match[0].length && start > match.index;
    });
  }
  return null;
}

/** Finds the words where they are not a part of longer ones. */
function wordsPattern(says: string, isExact: boolean): RegExp {
  const letters = plainForm(says);
  const parts = isExact ? [letters] : [...letters.replaceAll(/\s/gu, '')];
  const body = parts
    .map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
    .join(String.raw`\s*`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?![\\p{L}\\p{N}])`, isExact ? 'u' : 'iu');
}

/** Compatibility forms are one (the ligature fi is f and i), and so is all white space. */
function plainForm(words: string): string {
  return words.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
}
