import type { Lane, Model } from '../domain/model.ts';
import type { ModelReply, ReplyOptions } from '../domain/reply.ts';
import { replyOf } from './answer.ts';
import { type Exchange, startExchange } from './exchange.ts';
import { fingerprintOf } from './fingerprint.ts';
import { answerOfResponse } from './openai-answer.ts';
import { openaiBatches } from './openai-batches.ts';
import { type Endpoint, openaiClient, secretsOf, unwrapError } from './openai-client.ts';
import { type ResponsesOptions, responsesBody, responsesFields } from './openai-request.ts';
import { readResponse } from './openai-stream.ts';
import { outputLimit } from './output-limit.ts';
import type { OpenRequest } from './provider.ts';

/** Changes when this adapter asks or reads differently, so that replies of before are not taken for replies of now. */
const RESPONSES_PROTOCOL = 'openai-responses/1';

/** A model behind the Responses API of OpenAI, or of a server that speaks it. */
export function responsesModel(request: OpenRequest, endpoint: Endpoint, lane: Lane): Model {
  const options = responsesOptions(request);
  const fingerprint = fingerprintOf(RESPONSES_PROTOCOL, endpoint, [
    responsesFields(options),
    request.settings.systemPrompt ?? '',
  ]);
  return {
    id: request.id,
    disclosure: null,
    lane,
    price: request.facts?.price ?? null,
    facts: request.facts,
    maxOutputTokens: options.maxOutputTokens,
    samplesFor: () => Number.POSITIVE_INFINITY,
    fingerprint: () => fingerprint,
    reply: (asked, replyOptions = {}) => ask(responsesBody(asked, options), endpoint, replyOptions),
    batches: openaiBatches(endpoint, options),
  };
}

/** What is sent besides the conversation. */
function responsesOptions(request: OpenRequest): ResponsesOptions {
  return {
    model: request.name,
    settings: request.settings,
    maxOutputTokens: outputLimit(request),
    reasons: request.facts?.reasons ?? false,
  };
}

async function ask(
  body: ReturnType<typeof responsesBody>,
  endpoint: Endpoint,
  options: ReplyOptions,
): Promise<ModelReply> {
  options.signal?.throwIfAborted();
  using exchange = startExchange({
    ...options,
    secrets: secretsOf(endpoint),
    contentType: 'text/event-stream',
  });
  try {
    const events = await openStream(body, endpoint, exchange);
    const response = await readResponse(events, { onToken: exchange.sawToken });
    return replyOf(answerOfResponse(response, exchange.mask), exchange.facts(), exchange.mask);
  } catch (error) {
    return exchange.explain(unwrapError(error));
  }
}

function openStream(body: ReturnType<typeof responsesBody>, endpoint: Endpoint, exchange: Exchange) {
  return openaiClient(endpoint, exchange).responses.create(
    { ...body, stream: true },
    { signal: exchange.signal },
  );
}
