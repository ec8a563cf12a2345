import { UsageError } from '../../domain/usage-error.ts';
import { ollamaEndpoint } from '../../models/ollama-host.ts';
import type { ModelSources } from '../../models/registry.ts';
import { printableLine } from '../../util/printable.ts';
import type { Finding } from './finding.ts';

// It answers at once where it is; a name that leads nowhere must not hold up all the rest.
const TIMEOUT_MS = 2000;
const MOST_NAMES = 5;

/** Whether an Ollama server answers where `OLLAMA_HOST` says, and which models it has. Sends no key. */
export async function examineOllama(
  variables: ModelSources['variables'],
  { timeoutMs = TIMEOUT_MS }: { readonly timeoutMs?: number } = {},
): Promise<Finding> {
  const what = 'Ollama';
  try {
    const { baseUrl, host } = locate(variables);
    const names = await namesOfModels(`${baseUrl}/api/tags`, timeoutMs);
    if (names === null) return absent(host);
    return { what, state: 'good', detail: `at ${host}: ${listOf(names)}`, remedy: null };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { what, state: 'broken', detail: error.message, remedy: error.remedy };
  }
}

function locate(variables: ModelSources['variables']) {
  const request = { id: 'ollama', name: '', settings: {}, facts: null };
  return ollamaEndpoint(request, { recordedFiles: [], variables, facts: [], servers: [] });
}

function absent(host: string): Finding {
  return {
    what: 'Ollama',
    state: 'note',
    detail: `no server answers at ${host}`,
    remedy: 'Only models of Ollama need it: start it with "ollama serve", or set OLLAMA_HOST.',
  };
}

/** Null: nobody answers there, or somebody else does. */
async function namesOfModels(url: string, timeoutMs: number): Promise<readonly string[] | null> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), redirect: 'error' });
    const body: unknown = await response.json();
    const models = (body as { models?: unknown } | null)?.models;
    if (!response.ok || !Array.isArray(models)) return null;
    return models.map((model) => String((model as { name?: unknown } | null)?.name ?? ''));
  } catch {
    // Refused, cut, too slow, no JSON: to whoever asks, it is all the same.
    return null;
  }
}

function listOf(names: readonly string[]): string {
  if (names.length === 0) return 'no model yet; get one with: ollama pull qwen3:8b';
  const shown = names.slice(0, MOST_NAMES).map((name) => printableLine(name, 60));
  const rest = names.length - shown.length;
  return `${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}
