import type {
  ContentBlockParam,
  JSONOutputFormat,
  MessageCreateParamsBase,
  MessageParam,
  OutputConfig,
  ThinkingConfigParam,
} from '@anthropic-ai/sdk/resources/messages';
import type { AnswerForm, Message, ModelRequest } from '../domain/reply.ts';
import { maxTokensOf, thinks } from './anthropic-limits.ts';
import { isBefore, versionOf } from './anthropic-version.ts';
import type { OpenRequest } from './provider.ts';
import { systemPromptOf } from './system-prompt.ts';

type Fields = Omit<MessageCreateParamsBase, 'messages' | 'stream'>;

/** The fields of a request that are the same for each conversation; they are part of the fingerprint. */
export function messagesFields(asked: OpenRequest): Fields {
  const { temperature, topP, effort } = asked.settings;
  const thinking = thinkingOf(asked);
  return {
    model: asked.name,
    max_tokens: maxTokensOf(asked),
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(thinking === null ? {} : { thinking }),
    ...(effort === undefined || effort === 'none'
      ? {}
      : { output_config: { effort: effort as NonNullable<OutputConfig['effort']> } }),
  };
}

/** A whole request, without `stream`: as it stands in a batch, too. */
export function messagesBody(request: ModelRequest, asked: OpenRequest) {
  const system = systemPromptOf(request, asked.settings);
  const fields = messagesFields(asked);
  return {
    ...fields,
    ...(request.answerForm && {
      output_config: { ...fields.output_config, format: formatOf(request.answerForm) },
    }),
    ...(system === '' ? {} : { system }),
    messages: request.messages.map(messageParam),
  };
}

function formatOf({ schema }: AnswerForm): JSONOutputFormat {
  return { type: 'json_schema', schema: { ...schema } };
}

/** Thoughts are asked for in summary: newer models hide them otherwise. */
function thinkingOf(asked: OpenRequest): ThinkingConfigParam | null {
  const { effort, thinkingTokens } = asked.settings;
  if (thinkingTokens !== undefined && thinkingTokens > 0)
    return { type: 'enabled', budget_tokens: thinkingTokens };
  if (effort === 'none' || thinkingTokens === 0) return withoutThinking(asked.name);
  // Since version 5 this is what happens anyway, but for the summary.
  const version = versionOf(asked.name);
  const thinksAnyway = version !== null && !isBefore(version, 5, 0);
  return thinks(asked) || thinksAnyway ? { type: 'adaptive', display: 'summarized' } : null;
}

/** Before version 5 a model thinks only when it is told to; since 5.5 `disabled` is refused. */
function withoutThinking(name: string): ThinkingConfigParam | null {
  const version = versionOf(name);
  if (isBefore(version, 5, 0)) return null;
  return { type: isBefore(version, 5, 5) ? 'disabled' : 'between_tools' };
}

function messageParam({ role, text, pictures }: Message): MessageParam {
  if (pictures.length === 0) return { role, content: text };
  const images = pictures.map(
    ({ mediaType, bytes }): ContentBlockParam => ({
      type: 'image',
      source: { type: 'base64', media_type: mediaType, data: Buffer.from(bytes).toString('base64') },
    }),
  );
  return { role, content: [...images, { type: 'text', text }] };
}
