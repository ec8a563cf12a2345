import type { Usage } from '../domain/reply.ts';
import type { Answer } from './answer.ts';
import type { ChatCompletion } from './chat-stream.ts';
import { BrokenOffError, MalformedError } from './exchange.ts';
import { amountOf, type Fields, fieldsOf } from './lenient.ts';

/** Words that end an answer at the limit of tokens; `model_length` is Mistral's for the limit of its context. */
const LIMITS = new Set(['length', 'max_tokens', 'model_length']);
/** Words that say that the server failed: OpenRouter's and Mistral's, DeepSeek's when it is overloaded. */
const FAILURES = new Set(['error', 'insufficient_system_resource']);

interface ReadOptions {
  readonly mask: (text: string) => string;
  readonly tellsCost: boolean;
}

/**
 * What a chat completion says. Throws MalformedError where nothing says that it came to its end, BrokenOffError where the
 * server failed on the way.
 */
export function answerOfChat(chat: ChatCompletion, options: ReadOptions): Answer {
  const { finishReason, usage } = chat;
  const masked = (text: string | null) => (text === null || text === '' ? null : options.mask(text));
  if (finishReason === null) throw new MalformedError('the answer ended before it was complete');
  if (FAILURES.has(finishReason)) throw new BrokenOffError({ message: `finish_reason ${finishReason}` });
  return {
    text: chat.text,
    reasoning: masked(chat.reasoning),
    refusal: masked(chat.refusal),
    stop: stopOf(finishReason),
    stopReason: masked(finishReason),
    usage: usage === null ? null : usageOf(usage),
    servedBy: masked(servedBy(chat)),
    costUsd: options.tellsCost ? costOf(usage) : null,
    raw: options.mask(JSON.stringify(rawOf(chat))),
  };
}

/** Gemini adds why: `content_filter: SAFETY`. */
function stopOf(finishReason: string): Answer['stop'] {
  if (LIMITS.has(finishReason)) return 'limit';
  return finishReason.startsWith('content_filter') ? 'filter' : 'end';
}

function servedBy({ model, provider }: ChatCompletion): string | null {
  return model === null || provider === null ? model : `${model} by ${provider}`;
}

/**
 * Gemini and xAI count reasoning beside `completion_tokens`, all others within it; the total tells which: what of it is no
 * input is output.
 */
function usageOf(usage: Fields): Usage {
  const inputTokens = amountOf(usage.prompt_tokens);
  const completion = amountOf(usage.completion_tokens);
  const total = amountOf(usage.total_tokens);
  const beside = total === null || inputTokens === null ? 0 : total - inputTokens - (completion ?? 0);
  const reasoning = amountOf(fieldsOf(usage.completion_tokens_details).reasoning_tokens);
  return {
    inputTokens,
    outputTokens: completion === null && beside <= 0 ? null : (completion ?? 0) + Math.max(beside, 0),
    reasoningTokens: reasoning ?? (beside > 0 ? beside : null),
    cachedInputTokens:
      amountOf(fieldsOf(usage.prompt_tokens_details).cached_tokens) ??
      amountOf(usage.prompt_cache_hit_tokens),
  };
}

/** With a key of the user's own at the provider behind the router, what that one charges comes on top of the router's fee. */
function costOf(usage: Fields | null): number | null {
  const cost = amountOf(usage?.cost);
  if (cost === null || usage?.is_byok !== true) return cost;
  const upstream = amountOf(fieldsOf(usage.cost_details).upstream_inference_cost);
  return upstream === null ? null : cost + upstream;
}

/** As it would have come without streaming. */
function rawOf({ id, model, provider, finishReason, usage, ...said }: ChatCompletion): object {
  const message = {
    role: 'assistant',
    content: said.text,
    ...(said.reasoning === '' ? {} : { reasoning: said.reasoning }),
    ...(said.refusal === '' ? {} : { refusal: said.refusal }),
  };
  return {
    id,
    object: 'chat.completion',
    model,
    ...(provider === null ? {} : { provider }),
    choices: [{ index: 0, message, finish_reason: finishReason }],
    usage,
  };
}
