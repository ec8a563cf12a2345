import { requireAnthropicSettings } from './anthropic-settings.ts';
import { endpointOf, variable } from './endpoint-of.ts';
import type { ModelSources, OpenRequest, Provider } from './provider.ts';

const SERVER = {
  id: 'anthropic',
  keyVariable: 'ANTHROPIC_API_KEY',
  baseUrlVariable: 'ANTHROPIC_BASE_URL',
  baseUrl: 'https://api.anthropic.com',
  isLocal: false,
};
/** A bearer token, as gateways give them; used where there is no key. */
const TOKEN_VARIABLE = 'ANTHROPIC_AUTH_TOKEN';

/** `anthropic/NAME`: Anthropic's Messages API. */
export const anthropicProvider: Provider = {
  ...SERVER,
  models: [],
  summary: 'Anthropic, and servers that speak its Messages API',
  async open(request, sources) {
    requireAnthropicSettings(request);
    // The SDK takes a fifth of a second to load: only who asks waits for it.
    const { anthropicModel } = await import('./anthropic-model.ts');
    return anthropicModel(request, anthropicEndpoint(request, sources));
  },
};

/** With a key it is `x-api-key`, with a token `authorization`. */
function anthropicEndpoint(request: OpenRequest, sources: ModelSources) {
  const hasToken =
    variable(sources, SERVER.keyVariable) === null && variable(sources, TOKEN_VARIABLE) !== null;
  const keyVariable = hasToken ? TOKEN_VARIABLE : SERVER.keyVariable;
  const endpoint = endpointOf({ ...SERVER, keyVariable }, request, sources);
  // The SDK puts /v1 in front of each path; people who come from other SDKs write it into the address.
  return { ...endpoint, baseUrl: endpoint.baseUrl.replace(/\/v1$/, ''), isToken: hasToken };
}
