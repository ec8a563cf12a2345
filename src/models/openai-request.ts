import type { ResponseCreateParamsBase, ResponseInputItem } from 'openai/resources/responses/responses';
import type { ModelSettings } from '../domain/model.ts';
import type { AnswerForm, Message, ModelRequest } from '../domain/reply.ts';
import { dataUrl } from './data-url.ts';
import { systemPromptOf } from './system-prompt.ts';

/** What is sent besides the conversation; it is part of the fingerprint. */
export interface ResponsesOptions {
  readonly model: string;
  readonly settings: ModelSettings;
  readonly maxOutputTokens: number;
  /** Whether the model is known to reason: then the summary of its thoughts is asked for. */
  readonly reasons: boolean;
}

/** The fields of a request that are the same for each conversation. Nothing is kept at the provider. */
export function responsesFields(options: ResponsesOptions): ResponseCreateParamsBase {
  const { temperature, topP, effort } = options.settings;
  const reasoning = {
    ...(effort === undefined ? {} : { effort: effort as 'low' }),
    ...(options.reasons && effort !== 'none' ? { summary: 'auto' as const } : {}),
  };
  return {
    model: options.model,
    store: false,
    max_output_tokens: options.maxOutputTokens,
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(Object.keys(reasoning).length === 0 ? {} : { reasoning }),
  };
}

/** A whole request of the Responses API. */
export function responsesBody(request: ModelRequest, options: ResponsesOptions): ResponseCreateParamsBase {
  return {
    ...responsesFields(options),
    instructions: systemPromptOf(request, options.settings),
    input: request.messages.map(inputItem),
    ...(request.answerForm && { text: { format: formatOf(request.answerForm) } }),
  };
}

function formatOf({ name, schema }: AnswerForm) {
  return { type: 'json_schema' as const, name, strict: true, schema: { ...schema } };
}

function inputItem({ role, text, pictures }: Message): ResponseInputItem {
  if (role === 'assistant') return { role, content: text };
  return {
    role,
    content: [
      ...pictures.map((picture) => ({
        type: 'input_image' as const,
        image_url: dataUrl(picture),
        detail: 'auto' as const,
      })),
      { type: 'input_text', text },
    ],
  };
}
