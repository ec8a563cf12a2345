import type { Provider } from './provider.ts';
import { requireSettings } from './settings-rules.ts';

/** A provider of what is on file: no server, no key, no costs, and no setting that could change anything. */
export function fixedProvider(given: Pick<Provider, 'id' | 'models' | 'summary' | 'open'>): Provider {
  return {
    keyVariable: null,
    baseUrlVariable: null,
    baseUrl: null,
    isLocal: true,
    ...given,
    async open(request, sources) {
      requireSettings(request, { settings: [] });
      return given.open(request, sources);
    },
  };
}
