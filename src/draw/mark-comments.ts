import { Buffer } from 'node:buffer';
import type { Drawing } from '../domain/drawing.ts';
import { cleanComment } from './clean-comment.ts';
import { findPictures } from './pictures.ts';
import { findStatementComments, type StatementComment } from './statement-comments.ts';
import { type TexTokens, tokenise } from './tex-tokens.ts';

interface Insertion {
  readonly at: number;
  readonly text: string;
}

const PART = /(?:^|[[,\s])part\s{0,20}=/m;
/** Enough to name a thing; keeps the marks in the PDF small. */
const MAX_COMMENT_BYTES = 60;

/**
 * The drawing with `\otterbenchcomment{<hex of UTF-8>}` where a comment speaks of the code around it, so that the PDF
 * says which comment each ink belongs to. A comment on a line of its own is marked there. One that ends a line speaks of the
 * statement before it: that is marked, and the heading above holds again after it. Marks stand only between statements of a
 * picture or scope, and never change the number of a line. Drawings with `part=` come back as they are. Linear.
 */
export function markComments(drawing: Drawing): Drawing {
  if (PART.test(drawing.body) || PART.test(drawing.preamble)) return drawing;
  const tokens = tokenise(drawing.body);
  const insertions = findPictures(tokens)
    .complete.filter(({ first }) => isTikzpicture(tokens, first))
    .flatMap(({ first, last }) => placeMarks(tokens, findStatementComments(tokens, first, last)));
  return insertions.length === 0 ? drawing : { ...drawing, body: insertAll(drawing.body, insertions) };
}

function isTikzpicture(tokens: TexTokens, index: number): boolean {
  const token = tokens.list[index];
  return token?.kind === 'begin' && token.name === 'tikzpicture';
}

function placeMarks(tokens: TexTokens, comments: readonly StatementComment[]): readonly Insertion[] {
  const insertions: Insertion[] = [];
  let heading = '';
  for (const comment of comments) {
    const text = cleanComment(tokens.text.slice(comment.start, comment.end), MAX_COMMENT_BYTES);
    if (text === '') continue;
    if (comment.statementStart === null) {
      heading = text;
      insertions.push({ at: comment.start, text: mark(text) });
    } else {
      insertions.push({ at: comment.statementStart, text: mark(text) });
      if (heading !== '') insertions.push({ at: comment.start, text: mark(heading) });
    }
  }
  return insertions;
}

function mark(text: string): string {
  return `\\otterbenchcomment{${Buffer.from(text, 'utf8').toString('hex').toUpperCase()}}`;
}

function insertAll(text: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const { at, text: inserted } of insertions) {
    pieces.push(text.slice(from, at), inserted);
    from = at;
  }
  return pieces.join('') + text.slice(from);
}
