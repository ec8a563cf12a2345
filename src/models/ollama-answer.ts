import type { Answer } from './answer.ts';
import { amountOf, type Fields, fieldsOf, textOf, textOrNull } from './lenient.ts';

interface StreamHooks {
  onToken(): void;
}

/** What is said of the model that answers. */
export interface Server {
  readonly servedBy: string;
  mask(text: string): string;
}

/** The last line of an answer, with the whole of the text and the thoughts put in. */
export async function readChat(lines: AsyncIterable<unknown>, hooks: StreamHooks): Promise<Fields> {
  let content = '';
  let thinking = '';
  let last: Fields = {};
  for await (const line of lines) {
    last = fieldsOf(line);
    const message = fieldsOf(last.message);
    content += textOf(message.content);
    thinking += textOf(message.thinking);
    if (content !== '' || thinking !== '') hooks.onToken();
  }
  const message = { ...fieldsOf(last.message), content, ...(thinking === '' ? {} : { thinking }) };
  return { ...last, message };
}

/** What an answer of /api/chat says. A count of 0 is none: the prompt may have been in the server's cache. */
export function answerOfChat(chat: Fields, { servedBy, mask }: Server): Answer {
  const message = fieldsOf(chat.message);
  const inputTokens = amountOf(chat.prompt_eval_count) || null;
  const outputTokens = amountOf(chat.eval_count);
  const stopReason = textOrNull(chat.done_reason);
  return {
    text: textOf(message.content),
    reasoning: textOrNull(message.thinking),
    refusal: null,
    stop: stopReason === 'length' ? 'limit' : 'end',
    stopReason,
    usage:
      inputTokens === null && outputTokens === null
        ? null
        : { inputTokens, outputTokens, reasoningTokens: null, cachedInputTokens: null },
    servedBy,
    costUsd: null,
    raw: mask(JSON.stringify(chat)),
  };
}
