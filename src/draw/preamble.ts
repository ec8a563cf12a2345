import type { TexTokens } from './tex-tokens.ts';

/** Commands that belong before a picture, with how many arguments in braces they take (a bare `\name` counts as one). */
const ARGUMENTS: Readonly<Record<string, number>> = {
  documentclass: 1,
  documentstyle: 1,
  PassOptionsToPackage: 2,
  PassOptionsToClass: 2,
  usepackage: 1,
  RequirePackage: 1,
  usetikzlibrary: 1,
  usepgflibrary: 1,
  usepgfplotslibrary: 1,
  usegdlibrary: 1,
  tikzset: 1,
  pgfplotsset: 1,
  pgfkeys: 1,
  pgfqkeys: 2,
  ctikzset: 1,
  forestset: 1,
  tikzcdset: 1,
  tikzmath: 1,
  definecolor: 3,
  providecolor: 3,
  definecolorset: 4,
  colorlet: 2,
  selectcolormodel: 1,
  newcommand: 2,
  renewcommand: 2,
  providecommand: 2,
  DeclareRobustCommand: 2,
  NewDocumentCommand: 3,
  RenewDocumentCommand: 3,
  DeclareDocumentCommand: 3,
  newenvironment: 3,
  renewenvironment: 3,
  DeclareMathOperator: 2,
  newlength: 1,
  setlength: 2,
  addtolength: 2,
  newcounter: 1,
  setcounter: 2,
  newsavebox: 1,
  newif: 1,
  newdimen: 1,
  newcount: 1,
  newtoks: 1,
  newskip: 1,
  pagestyle: 1,
  thispagestyle: 1,
  geometry: 1,
  hypersetup: 1,
  standaloneconfig: 1,
  standaloneenv: 1,
  PreviewEnvironment: 1,
  pgfmathsetmacro: 2,
  pgfmathtruncatemacro: 2,
  pgfmathsetlengthmacro: 2,
  pgfmathsetseed: 1,
  pgfmathdeclarefunction: 3,
  pgfdeclarelayer: 1,
  pgfsetlayers: 1,
  pgfdeclareverticalshading: 3,
  pgfdeclarehorizontalshading: 3,
  pgfdeclareradialshading: 3,
  pgfplotstableset: 1,
  tdplotsetmaincoords: 2,
  makeatletter: 0,
  makeatother: 0,
  global: 0,
  long: 0,
  protected: 0,
};
const DEFINITIONS = new Set(['def', 'edef', 'gdef', 'xdef']);
/** More parameters than `#1#2…#9` with delimiters never stand between a macro's name and its body. */
const MAX_PARAMETER_TOKENS = 40;

/** Index after the preamble command at token `index`, its arguments included; null when it is none, or is cut off. */
export function preambleCommandEnd(tokens: TexTokens, index: number): number | null {
  const token = tokens.list[index];
  if (token?.kind !== 'command') return null;
  if (DEFINITIONS.has(token.name)) return definitionEnd(tokens, index);
  if (token.name === 'let') return letEnd(tokens, index);
  if (token.name === 'tikzstyle') return styleEnd(tokens, index);
  const wanted = Object.hasOwn(ARGUMENTS, token.name) ? ARGUMENTS[token.name] : undefined;
  return wanted === undefined ? null : argumentsEnd(tokens, index + 1, wanted);
}

/** Index of the first token from `index` on that is neither a preamble command nor a comment after one. Linear. */
export function preambleEnd(tokens: TexTokens, index: number): number {
  let end = index;
  for (let at = index; at < tokens.list.length; ) {
    const next = tokens.list[at]?.kind === 'comment' ? at + 1 : preambleCommandEnd(tokens, at);
    if (next === null) break;
    if (tokens.list[at]?.kind !== 'comment') end = next;
    at = next;
  }
  return end;
}

function argumentsEnd(tokens: TexTokens, from: number, wanted: number): number | null {
  let at = from;
  if (isWord(tokens, at, '*')) at += 1;
  for (let read = 0; read < wanted; read += 1) {
    at = optionsEnd(tokens, at);
    if (read === 0 && tokens.list[at]?.kind === 'command') at += 1;
    else if (tokens.list[at]?.kind === 'open') at = after(tokens, at);
    else return null;
    if (at === 0) return null;
  }
  return at;
}

function optionsEnd(tokens: TexTokens, from: number): number {
  let at = from;
  while (tokens.list[at]?.kind === 'open-bracket' && (tokens.partner[at] ?? -1) > at) at = after(tokens, at);
  return at;
}

/** Index after the bracket that closes the one at `index`; 0 when there is none. */
function after(tokens: TexTokens, index: number): number {
  return (tokens.partner[index] ?? -1) + 1;
}

function definitionEnd(tokens: TexTokens, index: number): number | null {
  const limit = Math.min(tokens.list.length, index + MAX_PARAMETER_TOKENS);
  for (let at = index + 2; at < limit; at += 1) {
    if (tokens.list[at]?.kind === 'open') return after(tokens, at) || null;
  }
  return null;
}

function letEnd(tokens: TexTokens, index: number): number | null {
  const value = isWord(tokens, index + 2, '=') ? index + 3 : index + 2;
  return value < tokens.list.length ? value + 1 : null;
}

function styleEnd(tokens: TexTokens, index: number): number | null {
  const limit = Math.min(tokens.list.length, index + MAX_PARAMETER_TOKENS);
  for (let at = index + 1; at < limit; at += 1) {
    if (tokens.list[at]?.kind === 'open-bracket') return after(tokens, at) || null;
  }
  return null;
}

function isWord(tokens: TexTokens, index: number, word: string): boolean {
  const token = tokens.list[index];
  return token?.kind === 'word' && tokens.text.slice(token.start, token.end) === word;
}
