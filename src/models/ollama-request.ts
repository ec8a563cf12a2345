import type { ChatRequest, Message as OllamaMessage } from 'ollama';
import type { Message, ModelRequest } from '../domain/reply.ts';
import type { OpenRequest } from './provider.ts';
import { systemPromptOf } from './system-prompt.ts';

/** Room for a prompt of some pictures and a long drawing; Ollama's own default is 4096 on most machines. */
const USUAL_CONTEXT_TOKENS = 16_384;
/** Longer than rendering and grading take between two requests, so that the model stays loaded. */
const KEEP_ALIVE = '15m';

/** `num_ctx`: the setting, else a generous one within what the model was made for. */
export function contextTokensOf({ settings, facts }: OpenRequest): number {
  return (
    settings.contextTokens ?? Math.min(USUAL_CONTEXT_TOKENS, facts?.contextTokens ?? USUAL_CONTEXT_TOKENS)
  );
}

/** `num_predict`. Without it an answer goes on for ever, since Ollama makes room by forgetting its beginning. */
export function outputTokensOf(asked: OpenRequest): number {
  return asked.settings.maxOutputTokens ?? contextTokensOf(asked);
}

/** The fields of a request that are the same for each conversation; they are part of the fingerprint. */
export function chatFields(asked: OpenRequest): Omit<ChatRequest, 'messages'> {
  const { temperature, topP, seed, effort } = asked.settings;
  return {
    model: asked.name,
    keep_alive: KEEP_ALIVE,
    ...(effort === undefined ? {} : { think: thinkOf(effort) }),
    // Servers since 0.12 refuse what does not fit instead of cutting it in silence; older ones don't know these words.
    ...{ truncate: false, shift: false },
    options: {
      num_ctx: contextTokensOf(asked),
      num_predict: outputTokensOf(asked),
      ...(temperature === undefined ? {} : { temperature }),
      ...(topP === undefined ? {} : { top_p: topP }),
      ...(seed === undefined ? {} : { seed }),
    },
  };
}

export function chatMessages(request: ModelRequest, asked: OpenRequest): OllamaMessage[] {
  const system = systemPromptOf(request, asked.settings);
  return [
    ...(system === '' ? [] : [{ role: 'system', content: system }]),
    ...request.messages.map(messageOf),
  ];
}

function messageOf({ role, text, pictures }: Message): OllamaMessage {
  return {
    role,
    content: text,
    ...(pictures.length === 0 ? {} : { images: pictures.map(({ bytes }) => bytes) }),
  };
}

function thinkOf(effort: string): NonNullable<ChatRequest['think']> {
  return effort === 'low' || effort === 'medium' || effort === 'high' ? effort : false;
}
