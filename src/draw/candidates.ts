import { type Block, readBlock } from './block.ts';
import { type ReplyPiece, splitAtFences } from './fences.ts';
import { findTexInProse } from './prose.ts';

/** A stretch of the reply that may be the drawing. */
export interface Candidate {
  readonly block: Block;
  /** Where it stands, in plain words: `a fenced block (latex)`, `bare TeX in the text`. */
  readonly place: string;
  /** Whether it stands in a block of another language; such a block is taken only when nothing else is there. */
  readonly isForeign: boolean;
}

const FOREIGN = new Set(
  'python py javascript js typescript ts jsx tsx svg xml html css json yaml bash sh shell c cpp java r julia asy asymptote mermaid dot metapost'.split(
    ' ',
  ),
);
const MIXED = new Set(['md', 'markdown']);

/** All stretches of TeX in a reply, in order. Linear. */
export function findCandidates(reply: string): readonly Candidate[] {
  return splitAtFences(reply).flatMap(readPiece);
}

/** Languages of the fenced blocks of a reply that are not TeX, in order. */
export function foreignLanguages(reply: string): readonly string[] {
  const languages = splitAtFences(reply).map((piece) => piece.language);
  return [...new Set(languages.filter((language) => FOREIGN.has(language)))];
}

function readPiece(piece: ReplyPiece): readonly Candidate[] {
  const isForeign = FOREIGN.has(piece.language);
  const place = describe(piece);
  const isWhole = piece.kind === 'fence' && piece.isClosed && !isForeign && !MIXED.has(piece.language);
  const whole = isWhole || isUnclosedTex(piece, isForeign) ? readBlock(piece.text) : null;
  if (whole !== null && whole.kind !== 'other') return [{ block: whole, place, isForeign }];
  return findTexInProse(piece.text).map((text) => ({ block: readBlock(text), place, isForeign }));
}

/** A block that never closes may have prose after its picture; while its picture is not complete it is all code. */
function isUnclosedTex(piece: ReplyPiece, isForeign: boolean): boolean {
  if (piece.kind !== 'fence' || piece.isClosed || isForeign) return false;
  return !findTexInProse(piece.text).some((text) => readBlock(text).kind === 'complete');
}

function describe(piece: ReplyPiece): string {
  if (piece.kind === 'prose') return 'TeX outside of fences';
  const language = piece.language === '' ? 'no language' : piece.language;
  return `${piece.isClosed ? 'a' : 'an unclosed'} fenced block (${language})`;
}
