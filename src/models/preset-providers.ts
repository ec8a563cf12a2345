import { chatModel } from './chat-model.ts';
import { endpointOf } from './endpoint-of.ts';
import { PRESETS, type Preset } from './presets.ts';
import type { Provider } from './provider.ts';

/** A provider for each preset. */
export const presetProviders: readonly Provider[] = PRESETS.map(providerOf);

function providerOf({ dialect, mostRequests, oneModelAtATime, ...info }: Preset): Provider {
  return {
    ...info,
    models: [],
    async open(request, sources) {
      return chatModel(request, {
        endpoint: endpointOf(info, request, sources),
        dialect,
        isLocal: info.isLocal,
        lane: { id: info.id, mostRequests, oneModelAtATime },
      });
    },
  };
}
