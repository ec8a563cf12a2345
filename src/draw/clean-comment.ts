import { Buffer } from 'node:buffer';

const DECORATION = new Set('%-=*#~_+<>/|!.:;─═━ \t');
const MAX_READ = 500;

/**
 * The words of a comment: `% ---- Otter ----` is `Otter`. At most `maxBytes` of UTF-8, cut between characters. Empty when
 * there is nothing but decoration, and for code that was commented out.
 */
export function cleanComment(comment: string, maxBytes: number): string {
  const characters = [...comment.slice(0, MAX_READ).replace(/\p{Cc}/gu, ' ')];
  const first = characters.findIndex((character) => !DECORATION.has(character));
  const last = characters.findLastIndex((character) => !DECORATION.has(character));
  if (first === -1 || characters[first] === '\\') return '';
  const words = characters
    .slice(first, last + 1)
    .join('')
    .replace(/\s+/g, ' ');
  return cutToBytes(words, maxBytes).trim();
}

function cutToBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) break;
    kept += character;
  }
  return kept;
}
