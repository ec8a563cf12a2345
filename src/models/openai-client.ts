import OpenAI, { APIError } from 'openai';
import { BrokenOffError, type Exchange } from './exchange.ts';
import { fieldsOf } from './lenient.ts';

/** Where requests of OpenAI's protocols go. */
export interface Endpoint {
  readonly baseUrl: string;
  /** Null: it wants none, and none is sent. */
  readonly apiKey: string | null;
  /** Sent with each request, over all others. */
  readonly headers: Readonly<Record<string, string>>;
  /** What else must not be quoted: a server may know keys that it was not sent. */
  readonly otherSecrets: readonly string[];
}

const FROM_SDK = ['accept', 'content-type'];
// The longest that setTimeout takes: the exchange has the limits of time.
const NO_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * A client of the SDK for one exchange. The SDK reads OPENAI_* variables of its own accord (a base URL, an administrator's
 * key, headers), which would send one provider's secrets to another: so all of it is given, and of its headers only those
 * that say the type of the content go out.
 */
export function openaiClient(endpoint: Endpoint, exchange: Exchange): OpenAI {
  return new OpenAI({
    baseURL: endpoint.baseUrl,
    apiKey: endpoint.apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    logLevel: 'off',
    maxRetries: 0,
    timeout: NO_TIMEOUT_MS,
    fetch: (url, init) => exchange.fetch(url, { ...init, headers: headersFor(endpoint, init?.headers) }),
  });
}

function headersFor(endpoint: Endpoint, given: ConstructorParameters<typeof Headers>[0]): Headers {
  const all = new Headers(given);
  const headers = new Headers({ 'user-agent': 'otterbench' });
  for (const name of FROM_SDK) {
    const value = all.get(name);
    if (value !== null) headers.set(name, value);
  }
  if (endpoint.apiKey !== null) headers.set('authorization', `Bearer ${endpoint.apiKey}`);
  for (const [name, value] of Object.entries(endpoint.headers)) headers.set(name, value);
  return headers;
}

/** What the SDK makes of an error that the server tells inside a stream, as what it is; all else as it came. */
export function unwrapError(error: unknown): unknown {
  return error instanceof APIError && error.error !== undefined
    ? new BrokenOffError({ message: error.error, ...fieldsOf(error.error) })
    : error;
}

const SECRET_HEADER = /auth|key|token|secret|cookie/i;

/** What must never be seen of an endpoint: its key, and headers that carry one. */
export function secretsOf({ apiKey, headers, otherSecrets }: Endpoint): readonly string[] {
  const inHeaders = Object.entries(headers).flatMap(([name, value]) =>
    SECRET_HEADER.test(name) ? [value, value.replace(/^\w+ /, '')] : [],
  );
  return [...(apiKey === null ? [] : [apiKey]), ...inHeaders, ...otherSecrets];
}
