import type { ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers/promises';
import type { LLMock } from '@copilotkit/aimock';
import type { SeenRequest } from './model-server.ts';
import { type Call, jsonOf, passOn } from './model-server-calls.ts';
import { amendOllama } from './model-server-ollama.ts';

/**
 * How the server treats a request. `mock`: aimock (somebody else's server) answers, in the protocol that it was asked in;
 * `raw`: these bytes; `pieces`: another answer in pieces of so many bytes, letters torn apart; `half`: half of another
 * answer's body, as if it were all; `cut`: half of it, then the connection is gone; `stall`: half of it (without `of`: not even
 * headers), then nothing until the client leaves; `reset`: the connection is gone at once.
 */
export type Answer =
  | WholeAnswer
  | { readonly kind: 'pieces'; readonly of: WholeAnswer; readonly bytes: number }
  | { readonly kind: 'half' | 'cut'; readonly of: WholeAnswer }
  | { readonly kind: 'stall'; readonly of?: WholeAnswer }
  | { readonly kind: 'reset' };

export type WholeAnswer = { readonly kind: 'mock'; readonly response: MockResponse } | RawAnswer;

export interface RawAnswer {
  readonly kind: 'raw';
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** It is no good answer, though its status is 200. */
  readonly isFault?: boolean;
}

/** In aimock's words; usage in those of the protocol (Ollama: `input_tokens`, `output_tokens`). */
export interface MockResponse {
  readonly content?: string;
  readonly reasoning?: string;
  /** In OpenAI's words: `stop`, `length`, `content_filter`; others go through as they are. */
  readonly finishReason?: string;
  readonly model?: string;
  readonly usage?: Readonly<Record<string, number>>;
  readonly error?: { readonly message: string; readonly type?: string; readonly code?: string };
  readonly status?: number;
  /** Seconds; aimock sends a Retry-After with every 429, 1 where this is missing. */
  readonly retryAfter?: number;
}

export interface AnswerContext {
  readonly call: Call;
  readonly seen: SeenRequest;
  readonly mock: LLMock;
  /** What aimock is to say, by the number of the request. */
  readonly said: Map<string, MockResponse>;
}

export function isGood(answer: Answer): boolean {
  if (answer.kind === 'pieces') return isGood(answer.of);
  if (answer.kind === 'mock') return answer.response.error === undefined;
  return answer.kind === 'raw' && answer.status === 200 && answer.isFault !== true;
}

export async function answerWith(answer: Answer, context: AnswerContext): Promise<void> {
  const { response } = context.call;
  if (answer.kind === 'reset') return void response.destroy();
  if (answer.kind === 'mock' || answer.kind === 'raw') {
    const { bytes } = await begin(answer, context);
    return void response.end(bytes);
  }
  if (answer.of === undefined) return;
  const { bytes } = await begin(answer.of, context);
  if (answer.kind === 'pieces') return await sendPieces(response, bytes, answer.bytes);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  if (answer.kind === 'half') return void response.end(half);
  response.write(half, () => {
    if (answer.kind === 'cut') response.destroy();
  });
}

async function sendPieces(response: ServerResponse, bytes: Buffer, size: number): Promise<void> {
  for (let at = 0; at < bytes.length; at += size) {
    response.write(bytes.subarray(at, at + size));
    await setImmediate();
  }
  response.end();
}

/** Sends the headers of an answer, and gives its body. */
async function begin(answer: WholeAnswer, context: AnswerContext): Promise<{ readonly bytes: Buffer }> {
  const { call, seen, mock, said } = context;
  if (answer.kind === 'raw') {
    call.response.writeHead(answer.status, { ...answer.headers });
    return { bytes: Buffer.from(answer.body) };
  }
  const number = String(seen.number);
  said.set(number, answer.response);
  try {
    const { status, headers, bytes } = await passOn(call, mock.url, { 'x-aimock-context': number });
    const kept = ['content-type', 'retry-after', 'x-request-id', 'request-id'];
    call.response.writeHead(status, Object.fromEntries(kept.flatMap((name) => headerOf(headers, name))));
    const isOllama = call.path.endsWith('/api/chat') && status === 200;
    return { bytes: isOllama ? amendOllama(bytes, answer.response) : bytes };
  } finally {
    said.delete(number);
  }
}

function headerOf(headers: Headers, name: string): [string, string][] {
  const value = headers.get(name);
  return value === null ? [] : [[name, value]];
}

/** What aimock's one fixture answers. An empty text must stay a text. */
export function mockFor(response: MockResponse | undefined) {
  if (response === undefined) throw new Error('aimock was asked past the server in front of it');
  const { error, status, retryAfter, content, ...rest } = response;
  if (error !== undefined)
    return {
      error,
      ...(status === undefined ? {} : { status }),
      ...(retryAfter === undefined ? {} : { retryAfter }),
    };
  return { ...rest, content: content ?? '' };
}

/** By the protocol's own names. Ollama's is counted by the text, four characters a token, so that nothing looks cut. */
export function usageFor(
  { path, body }: Call,
  given: { readonly inputTokens: number; readonly outputTokens: number } | undefined,
): Readonly<Record<string, number>> {
  const { inputTokens, outputTokens } = given ?? { inputTokens: 100, outputTokens: 200 };
  if (path.endsWith('/chat/completions'))
    return { prompt_tokens: inputTokens, completion_tokens: outputTokens };
  const isOllama = path.endsWith('/api/chat') && given === undefined;
  return {
    input_tokens: isOllama ? lengthOfMessages(body) : inputTokens,
    output_tokens: outputTokens,
  };
}

function lengthOfMessages(body: Buffer): number {
  const { messages } = jsonOf(body.toString('utf8')) as { messages?: readonly { content?: string }[] };
  const characters = (messages ?? []).reduce((sum, { content }) => sum + (content ?? '').length, 0);
  return Math.ceil(characters / 4) + 10;
}
