/** What a token is. `begin` and `end` are whole: `\begin{name}`. Comments and verbatim text are one token each. */
export type TexTokenKind =
  | 'command'
  | 'begin'
  | 'end'
  | 'open'
  | 'close'
  | 'open-bracket'
  | 'close-bracket'
  | 'semicolon'
  | 'comment'
  | 'verbatim'
  | 'word';

/** A piece of TeX between white space. `name`: of the command (without `\`) or of the environment, else empty. */
export interface TexToken {
  readonly kind: TexTokenKind;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** TeX as a list of tokens. `partner[i]` is the index of the bracket that belongs to bracket i, or -1. */
export interface TexTokens {
  readonly text: string;
  readonly list: readonly TexToken[];
  readonly partner: Int32Array;
}

const VERBATIM = new Set([
  'verbatim',
  'Verbatim',
  'lstlisting',
  'minted',
  'comment',
  'filecontents',
  'verbatim*',
]);
const SINGLES: Readonly<Record<string, TexTokenKind>> = {
  '{': 'open',
  '}': 'close',
  '[': 'open-bracket',
  ']': 'close-bracket',
  ';': 'semicolon',
};
const MAX_ENVIRONMENT_NAME = 60;
/** `\\verb` stays on one line; longer ones are not looked for, so that the walk stays linear. */
const MAX_VERB = 1000;
const WORD = /[^\\{}[\]%;\s]+/y;
const SPACE = /\s+/y;
const LETTERS = /[A-Za-z@]+/y;
const ENVIRONMENT = /[ \t]{0,20}\{([^{}\\\n]{0,60})\}/y;

/** Cuts TeX into tokens as it reads with its usual category codes. Never fails; linear in time and space. */
export function tokenise(text: string): TexTokens {
  const list: TexToken[] = [];
  let at = 0;
  while (at < text.length) {
    at = endOf(SPACE, text, at) ?? at;
    if (at >= text.length) break;
    const token = readToken(text, at);
    list.push(token);
    at = token.end;
  }
  return { text, list, partner: findPartners(list) };
}

function readToken(text: string, start: number): TexToken {
  const character = text.charAt(start);
  if (character === '\\') return readCommand(text, start);
  if (character === '%') return { kind: 'comment', start, end: lineEnd(text, start), name: '' };
  const single = SINGLES[character];
  if (single !== undefined) return { kind: single, start, end: start + 1, name: '' };
  return { kind: 'word', start, end: endOf(WORD, text, start) ?? start + 1, name: '' };
}

function readCommand(text: string, start: number): TexToken {
  const end = endOf(LETTERS, text, start + 1) ?? Math.min(start + 2, text.length);
  const name = text.slice(start + 1, end);
  if (name === 'begin' || name === 'end') return readEnvironment(text, start, name);
  if (name === 'verb' || name === 'lstinline') return readVerb(text, start, end);
  return { kind: 'command', start, end, name };
}

function readEnvironment(text: string, start: number, kind: 'begin' | 'end'): TexToken {
  const nameStart = start + 1 + kind.length;
  ENVIRONMENT.lastIndex = nameStart;
  const match = ENVIRONMENT.exec(text);
  if (match === null) return { kind: 'command', start, end: nameStart, name: kind };
  const name = (match[1] ?? '').trim().slice(0, MAX_ENVIRONMENT_NAME);
  const end = ENVIRONMENT.lastIndex;
  if (kind === 'end' || !VERBATIM.has(name)) return { kind, start, end, name };
  const closing = text.indexOf(`\\end{${name}}`, end);
  const last = closing === -1 ? text.length : closing + name.length + '\\end{}'.length;
  return { kind: 'verbatim', start, end: last, name };
}

function readVerb(text: string, start: number, commandEnd: number): TexToken {
  const from = text.charAt(commandEnd) === '*' ? commandEnd + 1 : commandEnd;
  const rest = text.slice(from + 1, from + MAX_VERB);
  const closing = rest.indexOf(text.charAt(from) || '\n');
  const isVerb = closing !== -1 && !rest.slice(0, closing + 1).includes('\n');
  const end = isVerb ? from + closing + 2 : commandEnd;
  return { kind: isVerb ? 'verbatim' : 'command', start, end, name: 'verb' };
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

function endOf(pattern: RegExp, text: string, from: number): number | null {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function findPartners(list: readonly TexToken[]): Int32Array {
  const partner = new Int32Array(list.length).fill(-1);
  const open: number[] = [];
  for (const [index, token] of list.entries()) {
    if (token.kind === 'open' || token.kind === 'open-bracket') open.push(index);
    if (token.kind === 'close') pair(popUntil(open, list), index, partner);
    if (token.kind === 'close-bracket' && list[open.at(-1) ?? -1]?.kind === 'open-bracket') {
      pair(open.pop(), index, partner);
    }
  }
  return partner;
}

/** A `}` also ends the brackets that were left open since its `{`. */
function popUntil(open: number[], list: readonly TexToken[]): number | undefined {
  let index = open.pop();
  while (index !== undefined && list[index]?.kind !== 'open') index = open.pop();
  return index;
}

function pair(first: number | undefined, second: number, partner: Int32Array): void {
  if (first === undefined) return;
  partner[first] = second;
  partner[second] = first;
}
