import { UsageError } from '../domain/usage-error.ts';
import { printableLine } from '../util/printable.ts';
import type { Endpoint } from './openai-client.ts';
import type { ModelSources, OpenRequest, ProviderInfo } from './provider.ts';

type Server = Pick<ProviderInfo, 'id' | 'keyVariable' | 'baseUrlVariable' | 'baseUrl' | 'isLocal'> & {
  readonly headers?: Readonly<Record<string, string>>;
};

/** Where a model is asked, and with which key. An empty variable counts as unset. */
export function endpointOf(server: Server, request: OpenRequest, sources: ModelSources): Endpoint {
  const key = server.keyVariable === null ? null : variable(sources, server.keyVariable);
  const elsewhere = server.baseUrlVariable === null ? null : variable(sources, server.baseUrlVariable);
  const needsKey = server.keyVariable !== null && !server.isLocal && !sources.isDryRun;
  if (key === null && needsKey) throw missingKey(server, request);
  return {
    baseUrl: checkedUrl(elsewhere ?? server.baseUrl ?? '', server, elsewhere !== null),
    apiKey: key === null ? null : checkedKey(key, server),
    headers: checkedHeaders({ ...server.headers, ...request.settings.headers }, request),
    otherSecrets: sources.secrets ?? [],
  };
}

/** The value of a variable, null where it is not set or empty. */
export function variable({ variables }: ModelSources, name: string): string | null {
  const value = (Object.hasOwn(variables, name) ? variables[name] : undefined)?.trim() ?? '';
  return value === '' ? null : value;
}

function missingKey({ keyVariable }: Server, { id }: OpenRequest): UsageError {
  return new UsageError(`${id} needs a key: the variable ${keyVariable} is not set`, {
    remedy: `Set it: export ${keyVariable}=… or write it into a key file (docs/models.md). --dry-run needs none.`,
  });
}

/** Neither the value nor a part of it is shown: people paste keys into the wrong variable. */
function checkedUrl(text: string, { id, baseUrlVariable }: Server, isFromVariable: boolean): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const where = isFromVariable ? `${baseUrlVariable}` : `the address of ${id}`;
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new UsageError(`${where} is no address; expected one such as http://localhost:8000/v1`);
  if (url.username !== '' || url.password !== '')
    throw new UsageError(`${where} holds a name or a password; keys go into a variable of their own`);
  return text.replace(/\/+$/, '');
}

/** What can't be sent in a header would fail at each request, with the key in the message. */
function checkedKey(key: string, { keyVariable }: Server): string {
  if (!/^[\x21-\x7e]+$/.test(key))
    throw new UsageError(`${keyVariable} holds no key: it has spaces, line breaks or letters beyond ASCII`);
  return key;
}

/** What HTTP itself rests on; set by hand they break requests, or smuggle others. */
const OWN_HEADERS =
  /^(host|connection|content-length|content-type|transfer-encoding|accept|accept-encoding|expect|upgrade|te|trailer|keep-alive)$/i;

function checkedHeaders(
  headers: Readonly<Record<string, string>>,
  { id }: OpenRequest,
): Readonly<Record<string, string>> {
  for (const [name, value] of Object.entries(headers)) {
    if (OWN_HEADERS.test(name)) throw new UsageError(`${id}: the header ${name} is not for settings`);
    // As RFC 9110 spells names and values; a value may be a secret and is not shown.
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name) || !/^[\t\x20-\x7e]*$/.test(value))
      throw new UsageError(`${id}: the header ${JSON.stringify(printableLine(name, 60))} can't be sent`, {
        remedy: 'A name is one word; a value is one line of ASCII.',
      });
  }
  return headers;
}
