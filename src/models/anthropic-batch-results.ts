import type { ModelReply } from '../domain/reply.ts';
import { replyOf } from './answer.ts';
import { answerOfMessage } from './anthropic-answer.ts';
import { MalformedError } from './exchange.ts';
import { type Fields, fieldsOf, textOf, textOrNull } from './lenient.ts';
import { linesOf } from './lines.ts';
import { maskSecrets } from './mask.ts';
import { ownTrouble, toldTrouble } from './trouble.ts';

interface BatchReply {
  readonly customId: string;
  readonly reply: ModelReply;
}

/** Items that were never asked: they are left out, so that they may be asked again. */
const NOT_DONE = new Set(['canceled', 'expired']);

/**
 * The replies in the results of a batch, a JSON object a line; each as a single answer would have been read. What stands on a
 * line that names no item is left out.
 */
export async function readBatchReplies(
  body: AsyncIterable<Uint8Array>,
  secrets: readonly string[],
): Promise<readonly BatchReply[]> {
  const replies: BatchReply[] = [];
  for await (const line of linesOf(body)) {
    const item = itemOf(line);
    const result = fieldsOf(item.result);
    const customId = textOf(item.custom_id);
    if (customId === '' || NOT_DONE.has(textOf(result.type))) continue;
    replies.push({ customId, reply: replyOfResult(result, secrets) });
  }
  return replies;
}

/** The name of the first item in the results; they come in any order. Null: there is none. */
export async function firstCustomId(body: AsyncIterable<Uint8Array>): Promise<string | null> {
  for await (const line of linesOf(body)) return textOrNull(itemOf(line).custom_id);
  return null;
}

function itemOf(line: string): Fields {
  try {
    return fieldsOf(JSON.parse(line));
  } catch {
    return {}; // No item is named, so none is answered: it counts as not done.
  }
}

function replyOfResult(result: Fields, secrets: readonly string[]): ModelReply {
  if (result.type !== 'succeeded') {
    const response = fieldsOf(result.error);
    return toldTrouble('error' in response ? fieldsOf(response.error) : response, secrets);
  }
  try {
    const mask = (text: string): string => maskSecrets(text, secrets);
    const answer = answerOfMessage(result.message, mask);
    return replyOf(answer, { latencyMs: null, firstTokenMs: null, requestId: null }, mask);
  } catch (error) {
    if (error instanceof MalformedError) return ownTrouble('malformed', error.message, secrets);
    throw error;
  }
}
