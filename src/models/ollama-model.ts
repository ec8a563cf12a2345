import type { Model } from '../domain/model.ts';
import type { ModelReply, ModelRequest, ReplyOptions } from '../domain/reply.ts';
import { replyOf } from './answer.ts';
import { startExchange } from './exchange.ts';
import { fingerprintOf } from './fingerprint.ts';
import { answerOfChat, readChat } from './ollama-answer.ts';
import { ollamaClient } from './ollama-client.ts';
import { heedContext, hintContext } from './ollama-context.ts';
import type { OllamaEndpoint } from './ollama-host.ts';
import type { OllamaLook } from './ollama-look.ts';
import { chatFields, chatMessages, contextTokensOf, outputTokensOf } from './ollama-request.ts';
import { checkLines } from './ollama-stream.ts';
import { secretsOf } from './openai-client.ts';
import type { OpenRequest } from './provider.ts';

/** Changes when this adapter asks or reads differently, so that replies of before are not taken for replies of now. */
const PROTOCOL = 'ollama-chat/1';
const DIGEST_CHARACTERS = 12;
const DEFAULT_HOST = '127.0.0.1:11434';

/** A model that an Ollama server has. */
export function ollamaModel(
  asked: OpenRequest,
  endpoint: OllamaEndpoint,
  { digest, facts }: OllamaLook,
): Model {
  const fingerprint = fingerprintOf(PROTOCOL, endpoint, [
    chatFields(asked),
    asked.settings.systemPrompt ?? '',
    digest,
  ]);
  const servedBy =
    digest === null ? asked.name : `${asked.name}@sha256:${digest.slice(0, DIGEST_CHARACTERS)}`;
  return {
    id: asked.id,
    disclosure: null,
    lane: {
      id: endpoint.host === DEFAULT_HOST ? 'ollama' : `ollama/${endpoint.host}`,
      mostRequests: endpoint.parallel,
      oneModelAtATime: true,
    },
    ...(isPaid(asked, endpoint) ? { price: null } : {}),
    facts,
    maxOutputTokens: outputTokensOf(asked),
    samplesFor: () => Number.POSITIVE_INFINITY,
    fingerprint: () => fingerprint,
    reply: (request, options = {}) => ask({ request, asked, servedBy }, endpoint, options),
  };
}

/** Models of Ollama's own servers, also where a server of ours only hands them on: `gpt-oss:120b-cloud`. */
function isPaid({ name }: OpenRequest, { isCloud }: OllamaEndpoint): boolean {
  return isCloud || /[:-]cloud$/.test(name);
}

interface Question {
  readonly request: ModelRequest;
  readonly asked: OpenRequest;
  readonly servedBy: string;
}

async function ask(
  { request, asked, servedBy }: Question,
  endpoint: OllamaEndpoint,
  options: ReplyOptions,
): Promise<ModelReply> {
  options.signal?.throwIfAborted();
  using exchange = startExchange({
    ...options,
    secrets: secretsOf(endpoint),
    contentType: 'application/x-ndjson',
  });
  try {
    const messages = chatMessages(request, asked);
    const client = ollamaClient(endpoint, checkLines(exchange.fetch));
    const form = request.answerForm && { format: { ...request.answerForm.schema } };
    const lines = await client.chat({ ...chatFields(asked), ...form, messages, stream: true });
    const chat = await readChat(lines, { onToken: exchange.sawToken });
    const reply = replyOf(
      answerOfChat(chat, { servedBy, mask: exchange.mask }),
      exchange.facts(),
      exchange.mask,
    );
    return heedContext(reply, { messages, contextTokens: contextTokensOf(asked) });
  } catch (error) {
    return hintContext(exchange.explain(error), contextTokensOf(asked));
  }
}
