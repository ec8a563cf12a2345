import { isLooseCommand, startsLine } from './loose-commands.ts';
import { preambleCommandEnd } from './preamble.ts';
import type { TexTokens } from './tex-tokens.ts';

/** A comment between two statements. `statementStart`: where the statement begins that it ends the line of; null for one on a line of its own. */
export interface StatementComment {
  readonly start: number;
  readonly end: number;
  readonly statementStart: number | null;
}

interface Walk {
  readonly tokens: TexTokens;
  readonly found: StatementComment[];
  /** Offset of the first of the statements that end on the line that is being read; null: none does. */
  statementStart: number | null;
}

/**
 * Comments of the picture from token `first` to token `last` that stand at the level of its statements: after `;`, after the
 * beginning or end of an environment, after a definition or a loop. Nothing in braces, brackets, paths and environments
 * other than `scope` is looked at. Ends where the structure is not understood. Linear.
 */
export function findStatementComments(
  tokens: TexTokens,
  first: number,
  last: number,
): readonly StatementComment[] {
  const walk: Walk = { tokens, found: [], statementStart: null };
  let index: number | null = skipOptions(tokens, first + 1);
  while (index !== null && index < last) index = step(walk, index, last);
  return walk.found;
}

/** Reads what begins at a statement's place; the index after it, or null when that can't be told. */
function step(walk: Walk, index: number, last: number): number | null {
  const { tokens } = walk;
  const token = tokens.list[index];
  if (token === undefined) return null;
  if (token.kind === 'comment') {
    addComment(walk, index);
    return index + 1;
  }
  const isScope = token.name === 'scope';
  if (token.kind === 'begin' && isScope) return ended(walk, null, skipOptions(tokens, index + 1));
  if (token.kind === 'end') return isScope ? ended(walk, null, index + 1) : null;
  const end = statementEnd(tokens, index, last);
  return ended(walk, index, end);
}

function addComment(walk: Walk, index: number): void {
  const token = walk.tokens.list[index];
  if (token === undefined) return;
  const isOwnLine = startsLine(walk.tokens, index);
  walk.found.push({
    start: token.start,
    end: token.end,
    statementStart: isOwnLine ? null : walk.statementStart,
  });
}

/** Notes which statement a comment at the end of this line would speak of. */
function ended(walk: Walk, index: number | null, end: number | null): number | null {
  const start = index === null ? null : (walk.tokens.list[index]?.start ?? null);
  const isSameLine = index !== null && !startsLine(walk.tokens, index) && walk.statementStart !== null;
  if (!isSameLine) walk.statementStart = start;
  return end;
}

function statementEnd(tokens: TexTokens, index: number, last: number): number | null {
  const token = tokens.list[index];
  if (token?.kind === 'begin') return environmentEnd(tokens, index, last);
  if (token?.kind === 'open') return afterPartner(tokens, index);
  const definition = preambleCommandEnd(tokens, index);
  if (definition !== null) return definition;
  const isLoop = token?.kind === 'command' && token.name === 'foreach';
  const isOwn = token?.kind === 'command' && !isLooseCommand(tokens, index);
  for (let at = index; at < last; ) {
    const kind = tokens.list[at]?.kind;
    if (kind === 'semicolon') return at + 1;
    if (isOwn && at > index && beginsNext(tokens, at)) return at;
    if (kind === 'begin' || kind === 'end' || kind === 'close') return null;
    if (kind === 'open' || kind === 'open-bracket') {
      const after = afterPartner(tokens, at);
      if (after === null) return kind === 'open' ? null : at + 1;
      if (isLoop && kind === 'open' && isLoopBody(tokens, at)) return after;
      at = after;
    } else at += 1;
  }
  return null;
}

/**
 * Whether a new statement begins here though no `;` ended the one before, which began by a command that is none of
 * TikZ's own: `\\` between statements, or a macro of the drawing.
 */
function beginsNext(tokens: TexTokens, index: number): boolean {
  const isTail = tokens.list[index]?.kind === 'comment' && !startsLine(tokens, index);
  const at = isTail ? index + 1 : index;
  const kind = tokens.list[at]?.kind;
  if (!startsLine(tokens, at)) return false;
  if (kind === 'comment' || kind === 'begin' || kind === 'end') return true;
  return isTail ? kind === 'command' : isLooseCommand(tokens, at);
}

/** The body of `\foreach \x in {…} {…}` or `\foreach \x in \list {…}`: what stands before it is the list. */
function isLoopBody(tokens: TexTokens, index: number): boolean {
  const before = skipCommentsBack(tokens, index - 1);
  const token = tokens.list[before];
  if (token?.kind === 'close') {
    const open = tokens.partner[before] ?? -1;
    return open > 0 && isIn(tokens, skipCommentsBack(tokens, open - 1));
  }
  return token?.kind === 'command' && isIn(tokens, before - 1);
}

function skipCommentsBack(tokens: TexTokens, from: number): number {
  let at = from;
  while (tokens.list[at]?.kind === 'comment') at -= 1;
  return at;
}

function isIn(tokens: TexTokens, index: number): boolean {
  const token = tokens.list[index];
  return token?.kind === 'word' && tokens.text.slice(token.start, token.end) === 'in';
}

function environmentEnd(tokens: TexTokens, index: number, last: number): number | null {
  const name = tokens.list[index]?.name;
  let depth = 0;
  for (let at = index; at < last; at += 1) {
    const token = tokens.list[at];
    if (token?.name !== name) continue;
    if (token?.kind === 'begin') depth += 1;
    if (token?.kind === 'end') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

/** Index after the options that follow `\begin{…}`, also when comments stand between; else `from`. */
function skipOptions(tokens: TexTokens, from: number): number | null {
  let at = from;
  while (tokens.list[at]?.kind === 'comment') at += 1;
  return tokens.list[at]?.kind === 'open-bracket' ? afterPartner(tokens, at) : from;
}

function afterPartner(tokens: TexTokens, index: number): number | null {
  const partner = tokens.partner[index] ?? -1;
  return partner > index ? partner + 1 : null;
}
