import type { AnswerForm } from '../domain/reply.ts';

/** Fields of a request, in the words of one server. */
export type RequestFields = Readonly<Record<string, unknown>>;

/** What servers that speak Chat Completions say in words of their own. What is missing can't be said to this one. */
export interface ChatDialect {
  /** Where the limit of output goes. */
  readonly limit: 'max_tokens' | 'max_completion_tokens';
  /** `asked`: the usage comes in the stream when `stream_options` asks for it. `always`: it comes unasked. */
  readonly usage: 'asked' | 'always';
  /** `usage.cost` is what was charged, in US dollars. Believed only of those that document it. */
  readonly tellsCost?: true;
  readonly seed?: (seed: number) => RequestFields;
  readonly effort?: (effort: string) => RequestFields;
  readonly thinkingTokens?: (tokens: number) => RequestFields;
  /** `schema`: `response_format` takes a JSON Schema. `json`: it knows no more than that JSON is wanted. */
  readonly answerForm: 'schema' | 'json';
}

/** How a server is told which form the answer is to have. */
export function answerFormFields(
  form: AnswerForm | undefined,
  { answerForm }: Pick<ChatDialect, 'answerForm'>,
): RequestFields {
  if (form === undefined) return {};
  if (answerForm === 'json') return { response_format: { type: 'json_object' } };
  const { name, schema } = form;
  return { response_format: { type: 'json_schema', json_schema: { name, strict: true, schema } } };
}

/** The words of OpenAI's own Chat Completions, which most servers took over. */
export const COMMON_DIALECT: ChatDialect = {
  limit: 'max_tokens',
  usage: 'asked',
  answerForm: 'schema',
  seed: (seed) => ({ seed }),
  effort: (effort) => ({ reasoning_effort: effort }),
};
