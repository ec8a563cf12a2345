import type { TexTokens } from './tex-tokens.ts';

const COMMANDS = new Set([
  'draw',
  'fill',
  'filldraw',
  'node',
  'path',
  'shade',
  'shadedraw',
  'pattern',
  'clip',
  'coordinate',
  'foreach',
  'pic',
  'matrix',
  'graph',
  'useasboundingbox',
  'scoped',
  'addplot',
]);
const ENVIRONMENTS = new Set(['scope', 'axis', 'pgfonlayer', 'polaraxis', 'groupplot', 'semilogxaxis']);

/** Whether the token at `index` begins something that stands only inside of a picture: `\draw`, `\begin{scope}`… */
export function isLooseCommand(tokens: TexTokens, index: number): boolean {
  const token = tokens.list[index];
  if (token?.kind === 'begin') return ENVIRONMENTS.has(token.name);
  return token?.kind === 'command' && COMMANDS.has(token.name);
}

/** Whether there is at least one whole TikZ statement outside of any picture. */
export function hasLooseCommands(tokens: TexTokens): boolean {
  const first = tokens.list.findIndex((_, index) => isLooseCommand(tokens, index));
  if (first === -1) return false;
  return tokens.list.some((token, index) => index > first && token.kind === 'semicolon');
}

/** Where the search for a statement's end came to: `end` is the index after it, or null when a blank line, an open brace or the text's end came first, at `stop`. */
export interface StatementSearch {
  readonly end: number | null;
  readonly stop: number;
}

/** Looks for the end of the statement at `index`: after its `;`, after the body of a loop, or after `\begin{…}`. */
export function findLooseStatementEnd(tokens: TexTokens, index: number): StatementSearch {
  const first = tokens.list[index];
  if (first?.kind === 'begin') return { end: index + 1, stop: index };
  for (let at = index + 1; at < tokens.list.length; at += 1) {
    const token = tokens.list[at];
    if (token === undefined || isBlankLineBefore(tokens, at)) return { end: null, stop: at };
    if (token.kind === 'semicolon') return { end: at + 1, stop: at };
    if (token.kind === 'open') {
      const partner = tokens.partner[at] ?? -1;
      if (partner < at) return { end: null, stop: at };
      at = partner;
      if (first?.name === 'foreach' && startsLine(tokens, at + 1)) return { end: at + 1, stop: at };
    }
  }
  return { end: null, stop: tokens.list.length };
}

/** Whether only white space stands between the token at `index` and the line's beginning. */
export function startsLine(tokens: TexTokens, index: number): boolean {
  return gapBefore(tokens, index).includes('\n') || index === 0 || index >= tokens.list.length;
}

/** Whether a blank line stands before the token at `index`. */
function isBlankLineBefore(tokens: TexTokens, index: number): boolean {
  return /\n[ \t]*\n/.test(gapBefore(tokens, index));
}

function gapBefore(tokens: TexTokens, index: number): string {
  const from = index === 0 ? 0 : (tokens.list[index - 1]?.end ?? 0);
  return tokens.text.slice(from, tokens.list[index]?.start ?? from);
}
