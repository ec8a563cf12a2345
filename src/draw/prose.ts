import { findLooseStatementEnd, isLooseCommand, startsLine } from './loose-commands.ts';
import { ownCommands } from './own-commands.ts';
import { findPictures, PICTURE_ENVIRONMENTS, type PictureSpan } from './pictures.ts';
import { preambleCommandEnd } from './preamble.ts';
import { type TexToken, type TexTokens, tokenise } from './tex-tokens.ts';

/** Commands that stand around a picture on lines of their own. */
const WRAPPERS = new Set(
  'centering resizebox scalebox adjustbox noindent vspace hspace caption label fbox makebox rotatebox centerline bigskip medskip par tikzexternalize input'.split(
    ' ',
  ),
);

interface Walk {
  readonly tokens: TexTokens;
  readonly pictureAt: ReadonlyMap<number, PictureSpan>;
  readonly documentAt: ReadonlyMap<number, number>;
  readonly ownCommands: ReadonlySet<string>;
  readonly runs: string[];
  /** First and last token of the run that is being collected; -1: none. */
  first: number;
  last: number;
  /** No statement that begins before this token has an end: searching again from each would take quadratic time. */
  hopelessUntil: number;
}

/**
 * Finds the stretches of TeX in text that is mixed with prose: documents, pictures with what stands directly around them,
 * preamble lines, calls of commands that it defines and TikZ statements at the beginning of a line. Text between them parts them. Linear.
 */
export function findTexInProse(text: string): readonly string[] {
  const tokens = tokenise(text);
  const pictures = findPictures(tokens, (index) => isMention(tokens, index));
  const lastComplete = pictures.complete.at(-1)?.last ?? -1;
  const open = pictures.open.filter((index) => index > lastComplete && isEnvironment(tokens.list[index]));
  // A hollow picture within a sentence only names the environment.
  const spans = pictures.complete.filter(({ first, isHollow }) => !isHollow || startsLine(tokens, first));
  const cutOff =
    open[0] === undefined ? [] : [{ first: open[0], last: tokens.list.length - 1, isHollow: false }];
  const walk: Walk = {
    tokens,
    pictureAt: new Map([...spans, ...cutOff].map((picture) => [picture.first, picture])),
    documentAt: findDocuments(tokens),
    ownCommands: ownCommands(tokens),
    runs: [],
    first: -1,
    last: -1,
    hopelessUntil: 0,
  };
  for (let index = 0; index < tokens.list.length; ) index = step(walk, index);
  flush(walk);
  return walk.runs;
}

function step(walk: Walk, index: number): number {
  const documentEnd = walk.documentAt.get(index);
  if (documentEnd !== undefined) {
    keep(walk, index, documentEnd - 1);
    flush(walk);
    return documentEnd;
  }
  const picture = walk.pictureAt.get(index);
  if (picture !== undefined) return keep(walk, index, picture.last);
  const end = texEnd(walk, index);
  if (end !== null) return keep(walk, index, end - 1);
  flush(walk);
  return nextStart(walk, index + 1);
}

/** Index after the TeX that begins at `index`, or null when that is prose. */
function texEnd(walk: Walk, index: number): number | null {
  const { tokens } = walk;
  const token = tokens.list[index];
  if (token === undefined) return null;
  if (token.kind === 'comment') return index + 1;
  if (!startsLine(tokens, index)) return walk.last === index - 1 && isTail(token) ? index + 1 : null;
  if (isTail(token)) return index + 1;
  const preamble = preambleCommandEnd(tokens, index);
  if (preamble !== null) return preamble;
  if (isLooseCommand(tokens, index)) return statementEnd(walk, index);
  const isCall = WRAPPERS.has(token.name) || walk.ownCommands.has(token.name);
  const isWrapper = token.kind === 'begin' || (token.kind === 'command' && isCall);
  return isWrapper && !PICTURE_ENVIRONMENTS.has(token.name) ? nextStart(walk, index + 1) : null;
}

function statementEnd(walk: Walk, index: number): number | null {
  if (index < walk.hopelessUntil) return null;
  const search = findLooseStatementEnd(walk.tokens, index);
  if (search.end === null) walk.hopelessUntil = search.stop;
  return search.end;
}

function isTail(token: TexToken): boolean {
  return token.kind === 'close' || token.kind === 'end';
}

/** The next token that begins a line, a picture or a document. */
function nextStart(walk: Walk, from: number): number {
  let at = from;
  while (at < walk.tokens.list.length && !startsLine(walk.tokens, at)) {
    if (walk.pictureAt.has(at) || walk.documentAt.has(at)) return at;
    at += 1;
  }
  return at;
}

function keep(walk: Walk, first: number, last: number): number {
  if (walk.first === -1) walk.first = first;
  walk.last = last;
  return last + 1;
}

function flush(walk: Walk): void {
  const start = walk.tokens.list[walk.first]?.start;
  const end = walk.tokens.list[walk.last]?.end;
  if (start !== undefined && end !== undefined) walk.runs.push(walk.tokens.text.slice(start, end));
  walk.first = -1;
  walk.last = -1;
}

/** First token of each document → index after its last one. A document without end goes on to the next one, or to the end of the text. */
function findDocuments(tokens: TexTokens): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  let first = -1;
  let hasBegun = false;
  const close = (end: number): void => {
    if (first !== -1 && hasBegun) found.set(first, end);
    first = -1;
    hasBegun = false;
  };
  for (const [index, token] of tokens.list.entries()) {
    if (isClass(token) && !isMention(tokens, index)) {
      close(index);
      first = index;
    }
    if (token.kind === 'begin' && token.name === 'document') hasBegun = true;
    if (token.kind === 'end' && token.name === 'document' && hasBegun) close(index + 1);
  }
  close(tokens.list.length);
  return found;
}

function isClass(token: TexToken): boolean {
  return token.kind === 'command' && (token.name === 'documentclass' || token.name === 'documentstyle');
}

function isEnvironment(token: TexToken | undefined): boolean {
  return token?.kind === 'begin' || token?.name === 'tikzpicture';
}

/** Code named in running text: a backtick before and one after. */
function isMention(tokens: TexTokens, index: number): boolean {
  const token = tokens.list[index];
  if (token === undefined || tokens.text.charAt(token.start - 1) !== '`') return false;
  if (isClass(token)) return true;
  return tokens.text.charAt(token.end) === '`' || token.kind === 'command';
}
