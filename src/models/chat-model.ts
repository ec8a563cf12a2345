import type { Lane, Model } from '../domain/model.ts';
import type { ModelReply, ReplyOptions } from '../domain/reply.ts';
import { replyOf } from './answer.ts';
import { answerOfChat } from './chat-answer.ts';
import type { ChatDialect, RequestFields } from './chat-dialect.ts';
import { chatBody, chatFields } from './chat-request.ts';
import { readChat } from './chat-stream.ts';
import { type Exchange, startExchange } from './exchange.ts';
import { fingerprintOf } from './fingerprint.ts';
import { type Endpoint, openaiClient, secretsOf, unwrapError } from './openai-client.ts';
import { outputLimit } from './output-limit.ts';
import type { OpenRequest } from './provider.ts';
import { requireSettings, type SettingName } from './settings-rules.ts';

/** Changes when this adapter asks or reads differently. */
const CHAT_PROTOCOL = 'openai-chat/1';

/** A server of Chat Completions. */
export interface ChatServer {
  readonly endpoint: Endpoint;
  readonly dialect: ChatDialect;
  readonly lane: Lane;
  /** It costs nothing; and where nothing is known of a model, its own limit of output holds. */
  readonly isLocal: boolean;
}

/** A model behind Chat Completions. Settings that the server has no word for are a UsageError. */
export function chatModel(request: OpenRequest, { endpoint, dialect, lane, isLocal }: ChatServer): Model {
  requireSettings(request, { settings: settingsOf(dialect) });
  const isUnknown = request.settings.maxOutputTokens === undefined && request.facts === null;
  const maxOutputTokens = isLocal && isUnknown ? null : outputLimit(request);
  const options = { model: request.name, settings: request.settings, maxOutputTokens, dialect };
  const fingerprint = fingerprintOf(CHAT_PROTOCOL, endpoint, [
    chatFields(options),
    request.settings.systemPrompt ?? '',
  ]);
  return {
    id: request.id,
    disclosure: null,
    lane,
    ...(isLocal ? {} : { price: request.facts?.price ?? null }),
    facts: request.facts,
    maxOutputTokens,
    samplesFor: () => Number.POSITIVE_INFINITY,
    fingerprint: () => fingerprint,
    reply: (asked, replyOptions = {}) => ask(chatBody(asked, options), { endpoint, dialect }, replyOptions),
  };
}

function settingsOf({ seed, effort, thinkingTokens }: ChatDialect): readonly SettingName[] {
  return [
    'temperature',
    'topP',
    'maxOutputTokens',
    'systemPrompt',
    'headers',
    ...(seed === undefined ? [] : (['seed'] as const)),
    ...(effort === undefined ? [] : (['effort'] as const)),
    ...(thinkingTokens === undefined ? [] : (['thinkingTokens'] as const)),
  ];
}

async function ask(
  body: RequestFields,
  { endpoint, dialect }: Pick<ChatServer, 'endpoint' | 'dialect'>,
  options: ReplyOptions,
): Promise<ModelReply> {
  options.signal?.throwIfAborted();
  const secrets = secretsOf(endpoint);
  using exchange = startExchange({ ...options, secrets, contentType: 'text/event-stream' });
  try {
    const chunks = await openStream(body, endpoint, exchange);
    const chat = await readChat(chunks, { onToken: exchange.sawToken });
    const answer = answerOfChat(chat, { mask: exchange.mask, tellsCost: dialect.tellsCost ?? false });
    return replyOf(answer, exchange.facts(), exchange.mask);
  } catch (error) {
    return exchange.explain(unwrapError(error));
  }
}

/** The SDK's types know only OpenAI's own words; a dialect has others. */
function openStream(
  body: RequestFields,
  endpoint: Endpoint,
  exchange: Exchange,
): Promise<AsyncIterable<unknown>> {
  return openaiClient(endpoint, exchange).post('/chat/completions', {
    body,
    stream: true,
    signal: exchange.signal,
  });
}
