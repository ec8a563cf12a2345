import type { MockResponse } from './model-server-answers.ts';
import { type Call, jsonOf } from './model-server-calls.ts';

/** A model that the server's Ollama side has. */
export interface OllamaModel {
  readonly contextLength: number;
  readonly capabilities?: readonly string[];
  readonly digest?: string;
}

const USUAL: OllamaModel = { contextLength: 32_768, capabilities: ['completion', 'vision', 'thinking'] };
const USUAL_DIGEST = '5b7c39a1d2e4f60718293a4b5c6d7e8f90a1b2c3d4e5f60718293a4b5c6d7e8f';

/**
 * What Ollama tells of itself, which aimock does not: `/api/tags`, `/api/show`, `/api/version`. Returns whether it was asked
 * for that. Without `models` it has every model that it is asked for, and `/api/tags` lists none.
 */
export function lookAround(call: Call, models?: Readonly<Record<string, OllamaModel>>): boolean {
  const answer = answerTo(call, models);
  if (answer === null) return false;
  call.response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8' });
  call.response.end(JSON.stringify(answer.body));
  return true;
}

function answerTo({ path, body }: Call, models?: Readonly<Record<string, OllamaModel>>) {
  if (path === '/api/version') return { status: 200, body: { version: '0.13.5' } };
  if (path === '/api/tags') return { status: 200, body: { models: Object.entries(models ?? {}).map(tagOf) } };
  if (path !== '/api/show') return null;
  const name = String((jsonOf(body.toString('utf8')) as { model?: unknown }).model);
  const model = models === undefined ? USUAL : (models[name] ?? models[`${name}:latest`]);
  if (model === undefined) return { status: 404, body: { error: `model '${name}' not found` } };
  return {
    status: 200,
    body: {
      details: { format: 'gguf', family: 'qwen3', parameter_size: '8.2B', quantization_level: 'Q4_K_M' },
      model_info: { 'general.architecture': 'qwen3', 'qwen3.context_length': model.contextLength },
      capabilities: model.capabilities ?? USUAL.capabilities,
      modified_at: '2026-01-01T00:00:00Z',
    },
  };
}

function tagOf([name, { digest }]: [string, OllamaModel]) {
  return {
    name,
    model: name,
    modified_at: '2026-01-01T00:00:00Z',
    size: 5_200_000_000,
    digest: digest ?? USUAL_DIGEST,
    details: { format: 'gguf', family: 'qwen3', parameter_size: '8.2B', quantization_level: 'Q4_K_M' },
  };
}

/** aimock counts no tokens, never stops for length, and says `reasoning_content` where Ollama says `thinking`. */
export function amendOllama(bytes: Buffer, { usage, finishReason }: MockResponse): Buffer {
  const lines = bytes.toString('utf8').trimEnd().split('\n');
  return Buffer.from(lines.map((line) => `${JSON.stringify(amend(JSON.parse(line)))}\n`).join(''));

  function amend(chunk: Record<string, unknown>): Record<string, unknown> {
    const { reasoning_content: thinking, ...message } = chunk.message as Record<string, unknown>;
    const thought = thinking === undefined ? message : { ...message, thinking };
    if (chunk.done !== true) return { ...chunk, message: thought };
    return {
      ...chunk,
      message: thought,
      ...(finishReason === undefined ? {} : { done_reason: finishReason }),
      prompt_eval_count: usage?.input_tokens ?? 0,
      eval_count: usage?.output_tokens ?? 0,
    };
  }
}
