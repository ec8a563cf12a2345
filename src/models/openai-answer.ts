import type { Usage } from '../domain/reply.ts';
import type { Answer } from './answer.ts';
import { BrokenOffError, MalformedError } from './exchange.ts';
import { amountOf, type Fields, fieldsOf, listOf, textOf, textOrNull } from './lenient.ts';

/**
 * What a `response` object of the Responses API says: its text, its refusal, its reasoning (the summary, or the text of open
 * models), how it ended, its tokens. Throws BrokenOffError where it failed, MalformedError where it is no such object.
 */
export function answerOfResponse(value: unknown, mask: (text: string) => string): Answer {
  const response = fieldsOf(value);
  if (!Array.isArray(response.output)) throw new MalformedError('the response has no output');
  if (response.status === 'failed' || response.status === 'cancelled')
    throw new BrokenOffError({ code: response.status, ...fieldsOf(response.error) });
  const masked = (text: string | null) => (text === null ? null : mask(text));
  const items = response.output.map(fieldsOf);
  const content = items.filter(({ type }) => type === 'message').flatMap(partsOf);
  const refusals = content.filter(({ type }) => type === 'refusal').map(({ refusal }) => textOf(refusal));
  const cause = textOrNull(fieldsOf(response.incomplete_details).reason);
  return {
    text: content.map(({ type, text }) => (type === 'output_text' ? textOf(text) : '')).join(''),
    reasoning: masked(reasoningOf(items)),
    refusal: refusals.length === 0 ? null : mask(refusals.join('\n')),
    stop: stopOf(response, cause),
    stopReason: masked(cause ?? textOrNull(response.status)),
    usage: usageOf(response.usage),
    servedBy: masked(textOrNull(response.model)),
    costUsd: null,
    raw: mask(JSON.stringify(value)),
  };
}

function partsOf(item: Fields): readonly Fields[] {
  return listOf(item.content).map(fieldsOf);
}

function stopOf(response: Fields, cause: string | null): Answer['stop'] {
  if (cause === 'content_filter') return 'filter';
  return response.status === 'incomplete' || cause !== null ? 'limit' : 'end';
}

function reasoningOf(items: readonly Fields[]): string | null {
  const parts = items
    .filter(({ type }) => type === 'reasoning')
    .flatMap((item) => {
      const summary = listOf(item.summary).map(fieldsOf);
      return summary.length > 0 ? summary : partsOf(item);
    });
  return textOrNull(
    parts
      .map(({ text }) => textOf(text))
      .filter((text) => text !== '')
      .join('\n\n'),
  );
}

function usageOf(value: unknown): Usage | null {
  const usage = fieldsOf(value);
  const inputTokens = amountOf(usage.input_tokens);
  const outputTokens = amountOf(usage.output_tokens);
  if (inputTokens === null && outputTokens === null) return null;
  return {
    inputTokens,
    outputTokens,
    reasoningTokens: amountOf(fieldsOf(usage.output_tokens_details).reasoning_tokens),
    cachedInputTokens: amountOf(fieldsOf(usage.input_tokens_details).cached_tokens),
  };
}
