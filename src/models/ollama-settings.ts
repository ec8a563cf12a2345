import type { OpenRequest } from './provider.ts';
import { requireSettings } from './settings-rules.ts';

/** `true` and the three levels of gpt-oss are all that `think` knows. */
const EFFORTS = ['none', 'low', 'medium', 'high'];

/** Throws a UsageError for settings that Ollama has no word for, and those that this model refuses. */
export function requireOllamaSettings(request: OpenRequest): void {
  requireSettings(request, {
    settings: [
      'temperature',
      'topP',
      'seed',
      'maxOutputTokens',
      'effort',
      'contextTokens',
      'systemPrompt',
      'headers',
    ],
    efforts: EFFORTS,
  });
}
