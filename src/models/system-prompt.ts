import type { ModelSettings } from '../domain/model.ts';
import type { ModelRequest } from '../domain/reply.ts';

/** The harness's system prompt, and after it the model's own from its settings. */
export function systemPromptOf(request: ModelRequest, { systemPrompt }: ModelSettings): string {
  return [request.systemPrompt, systemPrompt ?? ''].filter((part) => part.trim() !== '').join('\n\n');
}
