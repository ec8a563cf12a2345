import { UsageError } from '../domain/usage-error.ts';
import { nearest } from '../util/nearest.ts';
import { COMMON_DIALECT } from './chat-dialect.ts';
import { endpointOf } from './endpoint-of.ts';
import type { Provider } from './provider.ts';

/** `compatible/SERVER/MODEL`: a server of the user's own that speaks Chat Completions, named in models.yaml. */
export const compatibleProvider: Provider = {
  id: 'compatible',
  models: [],
  summary: 'servers of your own that speak Chat Completions, named in models.yaml',
  keyVariable: null,
  baseUrlVariable: null,
  baseUrl: null,
  isLocal: false,
  async open(request, sources) {
    const slash = request.name.indexOf('/');
    const serverName = slash < 0 ? request.name : request.name.slice(0, slash);
    const server = sources.servers.find(({ name }) => name === serverName);
    if (server === undefined) throw unknownServer(request.id, serverName, sources.servers);
    if (slash < 0)
      throw new UsageError(`${request.id} names a server and no model; expected ${request.id}/MODEL`);
    const laneId = `compatible/${server.name}`;
    // The SDK takes a fifth of a second to load: only who asks waits for it.
    const { chatModel } = await import('./chat-model.ts');
    return chatModel(
      { ...request, name: request.name.slice(slash + 1) },
      {
        endpoint: endpointOf(
          { ...server, id: laneId, baseUrlVariable: null, isLocal: false },
          request,
          sources,
        ),
        dialect: COMMON_DIALECT,
        isLocal: false,
        lane: {
          id: laneId,
          mostRequests: server.mostRequests ?? Number.POSITIVE_INFINITY,
          oneModelAtATime: false,
        },
      },
    );
  },
};

function unknownServer(id: string, got: string, servers: readonly { readonly name: string }[]): UsageError {
  const names = servers.map(({ name }) => name);
  const near = nearest(got, names);
  const known = names.length === 0 ? 'there are none' : `expected one of ${names.join(', ')}`;
  return new UsageError(
    `${id}: unknown server "${got}"; ${known}${near === null ? '' : `; did you mean "${near}"?`}`,
    {
      remedy: 'Servers are named in models.yaml, under servers.',
    },
  );
}
