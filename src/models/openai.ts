import type { ReasoningEffort } from 'openai/resources/shared';
import { endpointOf, variable } from './endpoint-of.ts';
import type { ModelSources, Provider } from './provider.ts';
import { requireSettings } from './settings-rules.ts';

const SERVER = {
  id: 'openai',
  keyVariable: 'OPENAI_API_KEY',
  baseUrlVariable: 'OPENAI_BASE_URL',
  baseUrl: 'https://api.openai.com/v1',
  isLocal: false,
};

/** The Responses API has no word for a seed, for a budget of thinking in tokens, or for the size of the context. */
const SETTINGS = ['temperature', 'topP', 'maxOutputTokens', 'effort', 'systemPrompt', 'headers'] as const;

/** Which of them a model takes differs; OpenAI says so itself. */
const EFFORTS = [
  'none',
  'minimal',
  'low',
  'medium',
  'high',
  'xhigh',
  'max',
] as const satisfies ReasoningEffort[];

/** `openai/NAME`: OpenAI's Responses API. */
export const openaiProvider: Provider = {
  ...SERVER,
  models: [],
  summary: 'OpenAI, and servers that speak its Responses API',
  async open(request, sources) {
    requireSettings(request, { settings: SETTINGS, efforts: EFFORTS });
    const endpoint = endpointOf({ ...SERVER, headers: accountHeaders(sources) }, request, sources);
    // The SDK takes a fifth of a second to load: only who asks waits for it.
    const { responsesModel } = await import('./responses-model.ts');
    return responsesModel(request, endpoint, {
      id: SERVER.id,
      mostRequests: Number.POSITIVE_INFINITY,
      oneModelAtATime: false,
    });
  },
};

/** Which organisation and project is charged, where the SDK's variables say so. */
function accountHeaders(sources: ModelSources): Readonly<Record<string, string>> {
  const organisation = variable(sources, 'OPENAI_ORG_ID');
  const project = variable(sources, 'OPENAI_PROJECT_ID');
  return {
    ...(organisation === null ? {} : { 'openai-organization': organisation }),
    ...(project === null ? {} : { 'openai-project': project }),
  };
}
