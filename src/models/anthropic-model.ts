import type { Model } from '../domain/model.ts';
import type { ModelReply, ReplyOptions } from '../domain/reply.ts';
import { replyOf } from './answer.ts';
import { answerOfMessage } from './anthropic-answer.ts';
import { anthropicBatches } from './anthropic-batches.ts';
import { type AnthropicEndpoint, anthropicClient, unwrapAnthropicError } from './anthropic-client.ts';
import { messagesBody, messagesFields } from './anthropic-request.ts';
import { readMessage } from './anthropic-stream.ts';
import { startExchange } from './exchange.ts';
import { fingerprintOf } from './fingerprint.ts';
import { secretsOf } from './openai-client.ts';
import type { OpenRequest } from './provider.ts';
import type { TroubleReply } from './trouble.ts';

/** Changes when this adapter asks or reads differently, so that replies of before are not taken for replies of now. */
const PROTOCOL = 'anthropic-messages/1';

/** A model behind Anthropic's Messages API, or a server that speaks it. */
export function anthropicModel(asked: OpenRequest, endpoint: AnthropicEndpoint): Model {
  const fields = messagesFields(asked);
  const fingerprint = fingerprintOf(PROTOCOL, endpoint, [fields, asked.settings.systemPrompt ?? '']);
  return {
    id: asked.id,
    disclosure: null,
    lane: { id: 'anthropic', mostRequests: Number.POSITIVE_INFINITY, oneModelAtATime: false },
    price: asked.facts?.price ?? null,
    facts: asked.facts,
    maxOutputTokens: fields.max_tokens,
    samplesFor: () => Number.POSITIVE_INFINITY,
    fingerprint: () => fingerprint,
    reply: (request, options = {}) => ask(messagesBody(request, asked), endpoint, options),
    batches: anthropicBatches(asked, endpoint),
  };
}

async function ask(body: object, endpoint: AnthropicEndpoint, options: ReplyOptions): Promise<ModelReply> {
  options.signal?.throwIfAborted();
  using exchange = startExchange({
    ...options,
    secrets: secretsOf(endpoint),
    contentType: 'text/event-stream',
  });
  try {
    // Not `messages.create`: it prints warnings about models of its own list to the terminal.
    const events = await anthropicClient(endpoint, exchange).post<AsyncIterable<unknown>>('/v1/messages', {
      body: { ...body, stream: true },
      stream: true,
      signal: exchange.signal,
    });
    const message = await readMessage(events, { onToken: exchange.sawToken });
    return replyOf(answerOfMessage(message, exchange.mask), exchange.facts(), exchange.mask);
  } catch (error) {
    return heedCredit(exchange.explain(unwrapAnthropicError(error)));
  }
}

/** An account without money is told as a bad request, by its words alone: the API has no type or code for it. */
function heedCredit(reply: TroubleReply): TroubleReply {
  const isCredit = reply.trouble?.kind === 'bad-request' && /credit balance/i.test(reply.reason);
  return isCredit ? { ...reply, trouble: { ...reply.trouble, kind: 'quota' } } : reply;
}
