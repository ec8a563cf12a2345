import { BrokenOffError } from './exchange.ts';
import { type Fields, fieldsOf, listOf, textOf, textOrNull } from './lenient.ts';

/** A streamed chat completion, put together. */
export interface ChatCompletion {
  readonly id: string | null;
  readonly model: string | null;
  /** Who served it behind a router. */
  readonly provider: string | null;
  readonly text: string;
  readonly reasoning: string;
  readonly refusal: string;
  readonly finishReason: string | null;
  readonly usage: Fields | null;
}

interface StreamHooks {
  onToken(): void;
}

/** Puts the chunks of a stream of Chat Completions together. Throws BrokenOffError for an error that is told in it. */
export async function readChat(chunks: AsyncIterable<unknown>, hooks: StreamHooks): Promise<ChatCompletion> {
  const pieces = { text: [] as string[], reasoning: [] as string[], refusal: [] as string[] };
  let head: Fields = {};
  let finishReason: string | null = null;
  let usage: Fields | null = null;
  for await (const value of chunks) {
    const chunk = fieldsOf(value);
    if (typeof chunk.error === 'object' && chunk.error !== null)
      throw new BrokenOffError(fieldsOf(chunk.error));
    head = { ...chunk, ...head };
    usage = usageIn(chunk) ?? usage;
    const choice = fieldsOf(listOf(chunk.choices)[0]);
    const said = saidIn(choice);
    if (said.text + said.reasoning + said.refusal !== '') hooks.onToken();
    for (const kind of ['text', 'reasoning', 'refusal'] as const) pieces[kind].push(said[kind]);
    finishReason = textOrNull(choice.finish_reason) ?? finishReason;
  }
  return {
    id: textOrNull(head.id),
    model: textOrNull(head.model),
    provider: textOrNull(head.provider),
    text: pieces.text.join(''),
    reasoning: pieces.reasoning.join(''),
    refusal: pieces.refusal.join(''),
    finishReason,
    usage,
  };
}

/** Groq's older streams carry it in a field of their own. */
function usageIn(chunk: Fields): Fields | null {
  const usage = chunk.usage ?? fieldsOf(chunk.x_groq).usage;
  return typeof usage === 'object' && usage !== null ? fieldsOf(usage) : null;
}

/** What one chunk adds. Servers that do not stream put a `message` where others put a `delta`. */
function saidIn(choice: Fields) {
  const delta = fieldsOf(choice.delta ?? choice.message);
  return {
    text: textIn(delta.content, 'text'),
    // DeepSeek, llama.cpp and older vLLM say reasoning_content; OpenRouter, Groq, Together and newer vLLM say reasoning.
    // A server that sends both for those who know only one says the same twice.
    reasoning:
      textOf(delta.reasoning_content) || textOf(delta.reasoning) || textIn(delta.content, 'thinking'),
    refusal: textOf(delta.refusal),
  };
}

/** Content is text, or with Mistral's models that reason a list of parts: `{type: "thinking", thinking: [{text}]}`. */
function textIn(content: unknown, type: 'text' | 'thinking'): string {
  if (typeof content === 'string') return type === 'text' ? content : '';
  return listOf(content)
    .map(fieldsOf)
    .filter((part) => part.type === type)
    .map((part) => (type === 'text' ? textOf(part.text) : textIn(part.thinking, 'text')))
    .join('');
}
