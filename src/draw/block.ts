import type { DrawingForm } from '../domain/drawing.ts';
import { hasLooseCommands } from './loose-commands.ts';
import { findPictures, type PictureSpan, type Pictures } from './pictures.ts';
import { preambleEnd } from './preamble.ts';
import { type TexTokens, tokenise } from './tex-tokens.ts';

/** What a stretch of TeX is. `complete` may have a `fault` that is worth a note; `commands` are TikZ commands outside of any picture. */
export type Block =
  | {
      readonly kind: 'complete';
      readonly form: DrawingForm;
      readonly text: string;
      readonly preamble: string;
      readonly body: string;
      readonly pictures: number;
      readonly isHollow: boolean;
      readonly fault: string | null;
    }
  | { readonly kind: 'truncated'; readonly text: string; readonly reason: string }
  | { readonly kind: 'preamble'; readonly text: string }
  | { readonly kind: 'commands'; readonly text: string; readonly preamble: string; readonly body: string }
  | { readonly kind: 'other'; readonly text: string; readonly reason: string };

/** Says what a stretch of TeX is, and cuts it into preamble and body. Linear. */
export function readBlock(text: string): Block {
  const tokens = tokenise(text);
  const document = readDocument(tokens);
  return document ?? readBarePicture(tokens);
}

function readDocument(tokens: TexTokens): Block | null {
  const classAt = tokens.list.findIndex(isClass);
  const beginAt = tokens.list.findIndex((token) => token.kind === 'begin' && token.name === 'document');
  if (beginAt === -1) return classAt === -1 ? null : readDocumentWithoutBegin(tokens);
  const endAt = tokens.list.findIndex(
    (token, index) => index > beginAt && token.kind === 'end' && token.name === 'document',
  );
  const pictures = findPictures(tokens);
  if (endAt === -1 && isCutOff(pictures)) return truncated(tokens.text, 'a picture begins and never ends');
  if (pictures.complete.length === 0 && !/\\?(tikz|pgf|draw|fill)/.test(tokens.text)) {
    if (endAt === -1) return truncated(tokens.text, 'a document begins and never ends');
    return { kind: 'other', text: tokens.text, reason: 'a LaTeX document without a TikZ picture' };
  }
  if (pictures.complete.length === 0 && endAt === -1) {
    return truncated(tokens.text, 'a document begins and never ends');
  }
  return cutDocument(tokens, pictures, { beginAt, endAt });
}

function cutDocument(
  tokens: TexTokens,
  pictures: Pictures,
  at: { readonly beginAt: number; readonly endAt: number },
): Block {
  const { text, list } = tokens;
  const bodyStart = list[at.beginAt]?.end ?? 0;
  const bodyEnd = at.endAt === -1 ? withoutBrokenEnd(text) : (list[at.endAt]?.start ?? text.length);
  return {
    kind: 'complete',
    form: 'document',
    text,
    preamble: text.slice(0, list[at.beginAt]?.start ?? 0),
    body: text.slice(bodyStart, bodyEnd),
    pictures: pictures.complete.length,
    isHollow: areHollow(pictures.complete),
    fault: at.endAt === -1 ? String.raw`the document has no \end{document}` : null,
  };
}

/** A class line, but no `\begin{document}`: a preamble on its own, or a document that forgot to begin. */
function readDocumentWithoutBegin(tokens: TexTokens): Block | null {
  const bare = readBarePicture(tokens);
  if (bare.kind === 'other') return truncated(tokens.text, 'a document is announced and never begins');
  if (bare.kind !== 'complete') return bare;
  return { ...bare, form: 'document', fault: String.raw`the document has no \begin{document}` };
}

function readBarePicture(tokens: TexTokens): Block {
  const { text, list } = tokens;
  const pictures = findPictures(tokens);
  if (isCutOff(pictures)) return truncated(text, 'a picture begins and never ends');
  const bodyIndex = preambleEnd(tokens, 0);
  const split = bodyIndex === 0 ? 0 : (list[bodyIndex - 1]?.end ?? 0);
  const preamble = text.slice(0, split);
  const body = text.slice(split).replace(/^[ \t]*\n+/, '');
  if (pictures.complete.length > 0) {
    const form = preamble === '' ? 'picture' : 'preamble-and-picture';
    const isHollow = areHollow(pictures.complete);
    return {
      kind: 'complete',
      form,
      text,
      preamble,
      body,
      pictures: pictures.complete.length,
      isHollow,
      fault: null,
    };
  }
  if (pictures.strayEnds > 0) return { kind: 'other', text, reason: 'a picture ends that never began' };
  if (isOnlyComments(tokens, bodyIndex)) {
    return bodyIndex === 0 ? { kind: 'other', text, reason: 'comments only' } : { kind: 'preamble', text };
  }
  if (hasLooseCommands(tokens)) return { kind: 'commands', text, preamble, body };
  return { kind: 'other', text, reason: 'no TikZ picture' };
}

function isCutOff(pictures: Pictures): boolean {
  const lastOpen = pictures.open.at(-1) ?? -1;
  return lastOpen > (pictures.complete.at(-1)?.last ?? -1) && lastOpen !== -1;
}

function areHollow(pictures: readonly PictureSpan[]): boolean {
  return pictures.length > 0 && pictures.every((picture) => picture.isHollow);
}

function isOnlyComments(tokens: TexTokens, from: number): boolean {
  for (let at = from; at < tokens.list.length; at += 1) if (tokens.list[at]?.kind !== 'comment') return false;
  return true;
}

/** A reply that ends within `\end{docu` has lost no ink: that piece is left out. */
function withoutBrokenEnd(text: string): number {
  const tail = text.slice(-20);
  const broken = /\\(?:e|en|end|end\{[a-z]*)?$/.exec(tail);
  return broken === null ? text.length : text.length - tail.length + broken.index;
}

function truncated(text: string, reason: string): Block {
  return { kind: 'truncated', text, reason };
}

function isClass(token: { readonly kind: string; readonly name: string }): boolean {
  return token.kind === 'command' && (token.name === 'documentclass' || token.name === 'documentstyle');
}
