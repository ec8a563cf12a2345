import Anthropic, { APIError } from '@anthropic-ai/sdk';
import { BrokenOffError, type Exchange } from './exchange.ts';
import { fieldsOf } from './lenient.ts';
import type { Endpoint } from './openai-client.ts';

/** Where requests go; `isToken`: the key is a bearer token. */
export interface AnthropicEndpoint extends Endpoint {
  readonly isToken: boolean;
}

const FROM_SDK = ['accept', 'content-type', 'anthropic-version'];
// The longest that setTimeout takes: the exchange has the limits of time.
const NO_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * A client of the SDK for one exchange. The SDK reads ANTHROPIC_* variables and files of its own accord (keys, headers, a base
 * URL): so all of it is given, and of its headers only those that say protocol and content go out.
 */
export function anthropicClient(endpoint: AnthropicEndpoint, exchange: Pick<Exchange, 'fetch'>): Anthropic {
  return new Anthropic({
    baseURL: endpoint.baseUrl,
    apiKey: endpoint.apiKey ?? 'none',
    webhookKey: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    fetch: (url, init) => exchange.fetch(url, { ...init, headers: headersFor(endpoint, init?.headers) }),
  });
}

function headersFor(
  { apiKey, isToken, headers }: AnthropicEndpoint,
  given: ConstructorParameters<typeof Headers>[0],
): Headers {
  const all = new Headers(given);
  const sent = new Headers({ 'user-agent': 'otterbench' });
  for (const name of FROM_SDK) {
    const value = all.get(name);
    if (value !== null) sent.set(name, value);
  }
  if (apiKey !== null && isToken) sent.set('authorization', `Bearer ${apiKey}`);
  if (apiKey !== null && !isToken) sent.set('x-api-key', apiKey);
  for (const [name, value] of Object.entries(headers)) sent.set(name, value);
  return sent;
}

/** What the SDK makes of an error that the server tells inside a stream, as what it is; all else as it came. */
export function unwrapAnthropicError(error: unknown): unknown {
  if (!(error instanceof APIError) || error.error === undefined) return error;
  const told = fieldsOf(error.error);
  return new BrokenOffError('error' in told ? fieldsOf(told.error) : { message: error.error });
}
