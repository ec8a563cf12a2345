import type { TexTokens } from './tex-tokens.ts';

/** From token `first` to token `last`, both included. `isHollow`: there is no command in it (`\begin{tikzpicture} ... \end{tikzpicture}`). */
export interface PictureSpan {
  readonly first: number;
  readonly last: number;
  readonly isHollow: boolean;
}

/** `complete`: outermost pictures in order. `open`: first tokens of pictures that begin and never end. `strayEnds`: pictures that end and never began. */
export interface Pictures {
  readonly complete: readonly PictureSpan[];
  readonly open: readonly number[];
  readonly strayEnds: number;
}

/** Environments that are a picture on their own. */
export const PICTURE_ENVIRONMENTS: ReadonlySet<string> = new Set([
  'tikzpicture',
  'tikzcd',
  'circuitikz',
  'forest',
  'pgfpicture',
  'tikzpicture*',
]);

interface Walk {
  readonly tokens: TexTokens;
  readonly opened: { readonly index: number; readonly name: string }[];
  readonly openByName: Map<string, number>;
  readonly complete: PictureSpan[];
  readonly openCommands: number[];
  strayEnds: number;
}

/** Finds the pictures in TeX: environments, `\tikzpicture … \endtikzpicture` and `\tikz`. `skip` says which tokens only mention one. Linear. */
export function findPictures(tokens: TexTokens, skip: (index: number) => boolean = () => false): Pictures {
  const walk: Walk = {
    tokens,
    opened: [],
    openByName: new Map(),
    complete: [],
    openCommands: [],
    strayEnds: 0,
  };
  for (let index = 0; index < tokens.list.length; index += 1) {
    if (!skip(index)) index = step(walk, index);
  }
  const open = [...walk.opened.map((entry) => entry.index), ...walk.openCommands].sort((a, b) => a - b);
  return { complete: walk.complete, open, strayEnds: walk.strayEnds };
}

function step(walk: Walk, index: number): number {
  const token = walk.tokens.list[index];
  if (token === undefined) return index;
  const begun = begunPicture(token.kind, token.name);
  if (begun !== null) open(walk, index, begun);
  const ended = endedPicture(token.kind, token.name);
  if (ended !== null) close(walk, index, ended);
  if (token.kind === 'command' && token.name === 'tikz' && walk.opened.length === 0)
    return readTikz(walk, index);
  return index;
}

function begunPicture(kind: string, name: string): string | null {
  if (kind === 'begin' && PICTURE_ENVIRONMENTS.has(name)) return name;
  return kind === 'command' && PICTURE_ENVIRONMENTS.has(name) && name !== 'forest' ? name : null;
}

function endedPicture(kind: string, name: string): string | null {
  if (kind === 'end' && PICTURE_ENVIRONMENTS.has(name)) return name;
  const plain = kind === 'command' && name.startsWith('end') ? name.slice('end'.length) : '';
  return PICTURE_ENVIRONMENTS.has(plain) ? plain : null;
}

function open(walk: Walk, index: number, name: string): void {
  walk.opened.push({ index, name });
  walk.openByName.set(name, (walk.openByName.get(name) ?? 0) + 1);
}

function close(walk: Walk, index: number, name: string): void {
  if ((walk.openByName.get(name) ?? 0) === 0) {
    walk.strayEnds += 1;
    return;
  }
  let entry = walk.opened.pop();
  while (entry !== undefined) {
    walk.openByName.set(entry.name, (walk.openByName.get(entry.name) ?? 1) - 1);
    if (entry.name === name) break;
    entry = walk.opened.pop();
  }
  if (entry !== undefined) add(walk, entry.index, index);
}

function add(walk: Walk, first: number, last: number): void {
  let hasInnerCommand = false;
  while ((walk.complete.at(-1)?.first ?? -1) > first)
    hasInnerCommand = !walk.complete.pop()?.isHollow || hasInnerCommand;
  walk.complete.push({ first, last, isHollow: !hasInnerCommand && !hasCommand(walk.tokens, first, last) });
}

/** Looks at the first few tokens only: real pictures have a command near their beginning, and nested ones must not be read again and again. */
function hasCommand(tokens: TexTokens, first: number, last: number): boolean {
  const inside = tokens.list.slice(first + 1, Math.min(last, first + 400));
  return last - first > 400 || inside.some(({ kind }) => kind === 'command' || kind === 'begin');
}

function readTikz(walk: Walk, index: number): number {
  const last = tikzEnd(walk.tokens, index);
  if (last === null) {
    walk.openCommands.push(index);
    return index;
  }
  walk.complete.push({ first: index, last, isHollow: !hasCommand(walk.tokens, index, last + 1) });
  return last;
}

/** Last token of `\tikz[…]{…}` or `\tikz …;`; null when it has no end. Stops at the next picture, so that all calls together are linear. */
function tikzEnd(tokens: TexTokens, index: number): number | null {
  let at = index + 1;
  while (tokens.list[at]?.kind === 'open-bracket' && (tokens.partner[at] ?? -1) > at)
    at = (tokens.partner[at] ?? at) + 1;
  if (tokens.list[at]?.kind === 'open')
    return (tokens.partner[at] ?? -1) > at ? (tokens.partner[at] ?? null) : null;
  for (; at < tokens.list.length; at += 1) {
    const token = tokens.list[at];
    if (token?.kind === 'semicolon') return at;
    if (token?.kind === 'close' || (token?.kind === 'command' && token.name === 'tikz')) return null;
    if (token?.kind === 'begin' || token?.kind === 'end') return null;
    if (token?.kind === 'open') {
      if ((tokens.partner[at] ?? -1) < at) return null;
      at = tokens.partner[at] ?? at;
    }
  }
  return null;
}
