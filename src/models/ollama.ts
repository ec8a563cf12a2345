import { ollamaEndpoint } from './ollama-host.ts';
import { requireOllamaSettings } from './ollama-settings.ts';
import type { Provider } from './provider.ts';

/** `ollama/NAME`: models on a machine of the user's own, by Ollama's native API. */
export const ollamaProvider: Provider = {
  id: 'ollama',
  models: [],
  summary: 'Ollama, on this machine or another one',
  keyVariable: null,
  baseUrlVariable: 'OLLAMA_HOST',
  baseUrl: 'http://127.0.0.1:11434',
  isLocal: true,
  /** Asks the server what the model is: its digest, the context that it was made for, whether it sees pictures. */
  async open(request, sources) {
    const endpoint = ollamaEndpoint(request, sources);
    const [{ lookAtModel }, { ollamaModel }] = await Promise.all([
      import('./ollama-look.ts'),
      import('./ollama-model.ts'),
    ]);
    const look = await lookAtModel(request, endpoint, { isOptional: sources.isDryRun ?? false });
    requireOllamaSettings({ ...request, facts: look.facts });
    return ollamaModel({ ...request, facts: look.facts }, endpoint, look);
  },
};
