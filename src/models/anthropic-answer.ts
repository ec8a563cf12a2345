import type { Usage } from '../domain/reply.ts';
import type { Answer } from './answer.ts';
import { MalformedError } from './exchange.ts';
import { amountOf, type Fields, fieldsOf, textOf, textOrNull } from './lenient.ts';

/** Stop reasons of an answer that is not whole. `pause_turn` comes from tools, which are never given: it is half an answer. */
const CUT = new Set(['max_tokens', 'model_context_window_exceeded', 'pause_turn']);

/** What a message of the Messages API says. Throws MalformedError where it is none. */
export function answerOfMessage(value: unknown, mask: (text: string) => string): Answer {
  const message = fieldsOf(value);
  if (!Array.isArray(message.content)) throw new MalformedError('the message has no content');
  const blocks = message.content.map(fieldsOf);
  const text = textsOf(blocks, 'text').join('');
  const stopReason = textOrNull(message.stop_reason);
  return {
    text,
    reasoning: textOrNull(textsOf(blocks, 'thinking').join('\n\n')),
    refusal: stopReason === 'refusal' ? refusalOf(message, text) : null,
    stop: CUT.has(stopReason ?? '') ? 'limit' : 'end',
    stopReason,
    usage: usageOf(fieldsOf(message.usage)),
    servedBy: textOrNull(message.model),
    costUsd: null,
    raw: mask(JSON.stringify(value)),
  };
}

function textsOf(blocks: readonly Fields[], type: 'text' | 'thinking'): readonly string[] {
  return blocks
    .filter((block) => block.type === type)
    .map((block) => textOf(block[type]))
    .filter((text) => text !== '');
}

function refusalOf({ stop_details }: Fields, text: string): string {
  const { explanation, category } = fieldsOf(stop_details);
  return textOrNull(explanation) ?? textOrNull(category) ?? (text || 'no reason was given');
}

/** The API counts what was read from its cache, and written to it, apart from the rest of the input. */
function usageOf(usage: Fields): Usage | null {
  const fresh = amountOf(usage.input_tokens);
  const outputTokens = amountOf(usage.output_tokens);
  if (fresh === null && outputTokens === null) return null;
  const cached = amountOf(usage.cache_read_input_tokens);
  const written = amountOf(usage.cache_creation_input_tokens) ?? 0;
  return {
    inputTokens: fresh === null ? null : fresh + (cached ?? 0) + written,
    outputTokens,
    reasoningTokens: amountOf(fieldsOf(usage.output_tokens_details).thinking_tokens),
    cachedInputTokens: cached,
  };
}
