import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeStream } from 'node:stream/web';
import type { ModelReply } from '../domain/reply.ts';
import { replyOf } from './answer.ts';
import { BrokenOffError, MalformedError } from './exchange.ts';
import { type Fields, fieldsOf, textOf, textOrNull } from './lenient.ts';
import { maskSecrets } from './mask.ts';
import { answerOfResponse } from './openai-answer.ts';
import { httpTrouble, ownTrouble, toldTrouble } from './trouble.ts';

interface BatchReply {
  readonly customId: string;
  readonly reply: ModelReply;
}

/** Items that were never asked: they are left out, so that they may be asked again. */
const NOT_DONE = new Set(['batch_expired', 'batch_cancelled']);

/**
 * The replies in a file of results, a JSON object a line; each as a single answer would have been read. What stands on a line
 * that names no item is left out.
 */
export async function readBatchReplies(
  body: ReadableStream | null,
  secrets: readonly string[],
): Promise<readonly BatchReply[]> {
  if (body === null) return [];
  const replies: BatchReply[] = [];
  const input = Readable.fromWeb(body as NodeStream);
  for await (const line of linesOf(input)) {
    const item = fieldsOf(parsed(line));
    const customId = textOf(item.custom_id);
    if (customId === '' || NOT_DONE.has(textOf(fieldsOf(item.error).code))) continue;
    replies.push({ customId, reply: replyOfItem(item, secrets) });
  }
  return replies;
}

/** readline does not pass on what goes wrong with its input; half a file must not pass for a whole one. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  let failure: Error | null = null;
  input.once('error', (error) => {
    failure = error;
    lines.close();
  });
  yield* lines;
  if (failure !== null) throw failure;
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null; // No item is named, so none is answered: it counts as not done.
  }
}

function replyOfItem(item: Fields, secrets: readonly string[]): ModelReply {
  const response = fieldsOf(item.response);
  if (item.error !== undefined && item.error !== null) return toldTrouble(fieldsOf(item.error), secrets);
  const status = typeof response.status_code === 'number' ? response.status_code : 0;
  if (status !== 200) return httpTrouble({ status, headers: new Headers(), body: response.body }, secrets);
  try {
    const mask = (text: string): string => maskSecrets(text, secrets);
    const requestId = textOrNull(response.request_id);
    return replyOf(
      answerOfResponse(response.body, mask),
      { latencyMs: null, firstTokenMs: null, requestId },
      mask,
    );
  } catch (error) {
    if (error instanceof BrokenOffError) return toldTrouble(error.told, secrets);
    if (error instanceof MalformedError) return ownTrouble('malformed', error.message, secrets);
    throw error;
  }
}
