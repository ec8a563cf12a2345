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
      // The SDK takes a fifth of a second to load: only who asks waits for it.
      const { chatModel } = await import('./chat-model.ts');
      return chatModel(request, {
        endpoint: endpointOf(info, request, sources),
        dialect,
        isLocal: info.isLocal,
        lane: { id: info.id, mostRequests, oneModelAtATime },
      });
    },
  };
}
