import { ReadableStream as NodeStream } from 'node:stream/web';
import { BrokenOffError, MalformedError } from './exchange.ts';
import { fieldsOf } from './lenient.ts';
import { linesOf } from './lines.ts';

/**
 * `send`, with answers that are checked line by line before the SDK sees them: it prints a line that it can't read to the
 * console and goes on without it. Throws BrokenOffError for an error that the server tells, MalformedError for a line that is
 * no JSON and for an answer that ends too early.
 */
export function checkLines(send: typeof fetch): typeof fetch {
  return async (input, init) => {
    const { body, status, headers } = await send(input, init);
    if (body === null) throw new MalformedError('an answer without a body');
    const checked = NodeStream.from(checkedLines(body)) as ReadableStream<Uint8Array<ArrayBuffer>>;
    return new Response(checked, { status, headers });
  };
}

async function* checkedLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of linesOf(body)) {
    const { error, done } = fieldsOf(JSON.parse(line));
    if (error !== undefined) throw new BrokenOffError({ message: error });
    yield encoder.encode(`${line}\n`);
    if (done === true) return;
  }
  throw new MalformedError('the answer ended before it was complete');
}
