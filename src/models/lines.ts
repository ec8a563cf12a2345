import { MalformedError } from './exchange.ts';

/** One answer is no longer than this in a line. */
const MOST_LINE_CHARACTERS = 16 * 1024 * 1024;

/** The lines of a body of text, those of white space left out. What goes wrong with the body is thrown. */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of body) {
    const pieces = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = pieces.pop() ?? '';
    if (rest.length > MOST_LINE_CHARACTERS) throw new MalformedError('a line without end');
    yield* pieces.filter((piece) => piece.trim() !== '');
  }
  if (rest.trim() !== '') yield rest;
}
