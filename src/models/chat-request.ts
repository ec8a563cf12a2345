import type { ModelSettings } from '../domain/model.ts';
import type { Message, ModelRequest } from '../domain/reply.ts';
import { answerFormFields, type ChatDialect, type RequestFields } from './chat-dialect.ts';
import { dataUrl } from './data-url.ts';
import { systemPromptOf } from './system-prompt.ts';

/** What is sent besides the conversation. */
export interface ChatOptions {
  readonly model: string;
  readonly settings: ModelSettings;
  /** Null: none is sent, and the server's own holds. */
  readonly maxOutputTokens: number | null;
  readonly dialect: ChatDialect;
}

/** The fields of a request that are the same for each conversation; they are part of the fingerprint. */
export function chatFields({ model, settings, maxOutputTokens, dialect }: ChatOptions): RequestFields {
  const { temperature, topP, seed, effort, thinkingTokens } = settings;
  return {
    model,
    ...(maxOutputTokens === null ? {} : { [dialect.limit]: maxOutputTokens }),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(seed === undefined ? {} : dialect.seed?.(seed)),
    ...(effort === undefined ? {} : dialect.effort?.(effort)),
    ...(thinkingTokens === undefined ? {} : dialect.thinkingTokens?.(thinkingTokens)),
    ...(dialect.usage === 'asked' ? { stream_options: { include_usage: true } } : {}),
  };
}

/** A whole request of Chat Completions. */
export function chatBody(request: ModelRequest, options: ChatOptions): RequestFields {
  const system = systemPromptOf(request, options.settings);
  return {
    ...chatFields(options),
    ...answerFormFields(request.answerForm, options.dialect),
    messages: [
      ...(system === '' ? [] : [{ role: 'system', content: system }]),
      ...request.messages.map(chatMessage),
    ],
    stream: true,
  };
}

/** Text alone goes as a string: some servers know no parts. */
function chatMessage({ role, text, pictures }: Message): object {
  if (pictures.length === 0) return { role, content: text };
  const images = pictures.map((picture) => ({ type: 'image_url', image_url: { url: dataUrl(picture) } }));
  return { role, content: [...images, { type: 'text', text }] };
}
