import type { Mark } from '../domain/scene.ts';
import type { SubjectSpec } from '../domain/subject.ts';
import { type Finding, marksAt, type Wanted } from './ground-finding.ts';
import { plainWords } from './plain-words.ts';

/** A comment about these begins something that is no subject. */
const NO_SUBJECT = new Set([
  ...['text', 'texts', 'label', 'labels', 'caption', 'captions', 'title', 'titles', 'background', 'sky'],
  ...['ground', 'grid', 'node', 'nodes', 'annotation', 'annotations'],
]);

/** Which subject each mark is drawn for, by the comments of the source: comment → subject. */
export interface CommentIndex {
  readonly marks: ReadonlyMap<string, readonly number[]>;
  /** The first comment that named the subject. */
  readonly quotes: ReadonlyMap<string, string>;
}

/**
 * Goes through the marks in paint order. A comment that names a subject begins it (the first named wins), also when
 * there is another one before its first ink; one that names none goes on with it, unless it speaks of text,
 * background and the like.
 */
export function indexComments(
  marks: readonly Mark[],
  subjects: Readonly<Record<string, SubjectSpec>>,
): CommentIndex {
  const named = Object.entries(subjects).map(([name, spec]) => ({ name, words: wordsOf(spec) }));
  const found = new Map<string, number[]>();
  const quotes = new Map<string, string>();
  let last: string | null = null;
  let current: string | null = null;
  for (const mark of marks) {
    for (const comment of newComments(mark, last)) {
      current = subjectOf(comment, named, current);
      if (current !== null && !quotes.has(current)) quotes.set(current, comment);
    }
    last = mark.comment;
    if (current === null) continue;
    const known = found.get(current);
    if (known === undefined) found.set(current, [mark.index]);
    else known.push(mark.index);
  }
  return { marks: found, quotes };
}

/** The comments between a mark and the one before it, whose comment was `last`. */
function newComments({ comment, commentsBefore }: Mark, last: string | null): readonly string[] {
  if (comment === null || (comment === last && commentsBefore === undefined)) return [];
  return [...(commentsBefore ?? []), comment];
}

/** Looks for the marks that the source's comments give to a subject. */
export function groundByComment({ name, spec, scene }: Wanted, index: CommentIndex): Finding {
  const marks = index.marks.get(name) ?? [];
  const label = spec.label ?? name;
  if (marks.length === 0) {
    const why = scene.marks.some(({ comment }) => comment !== null) ? 'no comment names' : 'no comments name';
    return { by: null, how: `the drawing has no labels, and ${why} "${label}"`, candidates: [] };
  }
  const drawn = marksAt(scene.marks, marks).map((mark) => mark.index);
  return {
    by: 'comment',
    how: `by the comment "${index.quotes.get(name) ?? ''}"`,
    candidates: [{ marks: drawn }],
  };
}

function subjectOf(
  comment: string,
  named: readonly { readonly name: string; readonly words: readonly string[] }[],
  current: string | null,
): string | null {
  const spoken = plainWords(comment);
  let [first, firstAt]: [string | null, number] = [null, Infinity];
  for (const { name, words } of named) {
    for (const word of words) {
      const at = findWord(spoken, word);
      // Of two subjects with one last word, the one whose whole label is there begins earlier.
      if (at >= 0 && at < firstAt) [first, firstAt] = [name, at];
    }
  }
  if (first !== null) return first;
  return spoken.some((word) => NO_SUBJECT.has(word)) ? null : current;
}

/** Where a word begins, also when it is written as several: `hot dog` is `hotdog`. -1 when it is not there. */
function findWord(spoken: readonly string[], word: string): number {
  return spoken.findIndex((_, start) => {
    let run = '';
    for (let at = start; at < spoken.length && run.length < word.length; at += 1) run += spoken[at];
    return run === word;
  });
}

/** The label, its last word (`table` for `dining table`), and the other words of the task; each without spaces. */
function wordsOf({ label, words = [] }: SubjectSpec): readonly string[] {
  const ofLabel = plainWords(label ?? '');
  const all = [ofLabel, ofLabel.slice(-1), ...words.map(plainWords)];
  return [...new Set(all.map((parts) => parts.join('')).filter((word) => word !== ''))];
}
