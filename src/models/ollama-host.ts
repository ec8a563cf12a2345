import { UsageError } from '../domain/usage-error.ts';
import { variable } from './endpoint-of.ts';
import type { Endpoint } from './openai-client.ts';
import type { ModelSources, OpenRequest } from './provider.ts';

const DEFAULT_PORT = '11434';
/** Where a server listens on all addresses, a client finds it on its own machine. */
const EVERYWHERE: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '[::]': '[::1]' };
/** Ollama's own servers, which want a key and cost money. */
const CLOUD_HOST = 'ollama.com';

export interface OllamaEndpoint extends Endpoint {
  /** `host:port`, as people know it. */
  readonly host: string;
  readonly isCloud: boolean;
  /** How many requests the server works on at the same time, as far as we are told. */
  readonly parallel: number;
}

/** Where the models are, by OLLAMA_HOST as Ollama itself reads it: `host`, `host:port`, `:port`, or an address. */
export function ollamaEndpoint(request: OpenRequest, sources: ModelSources): OllamaEndpoint {
  const url = urlOf(variable(sources, 'OLLAMA_HOST') ?? '');
  const isCloud = url.hostname === CLOUD_HOST;
  const path = url.pathname.replace(/\/+$/, '');
  return {
    baseUrl: `${url.protocol}//${url.host}${path}`,
    host: url.host,
    isCloud,
    // The key is for Ollama's own servers, and goes to no other.
    apiKey: isCloud ? variable(sources, 'OLLAMA_API_KEY') : null,
    headers: request.settings.headers ?? {},
    otherSecrets: sources.secrets ?? [],
    parallel: parallelOf(variable(sources, 'OLLAMA_NUM_PARALLEL')),
  };
}

function urlOf(text: string): URL {
  const isAddress = text.includes('://');
  const whole = isAddress
    ? text
    : `http://${text.startsWith(':') || text === '' ? `127.0.0.1${text}` : text}`;
  if (!URL.canParse(whole)) throw badHost();
  const url = new URL(whole);
  if (!/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') throw badHost();
  url.hostname = EVERYWHERE[url.hostname] ?? url.hostname;
  if (!isAddress && !/:\d+(\/|$)/.test(text)) url.port = DEFAULT_PORT;
  return url;
}

function badHost(): UsageError {
  return new UsageError(
    'OLLAMA_HOST is no address; expected host, host:port, or one such as http://localhost:11434',
  );
}

/** 0 is the server's own choice, which is not known here. */
function parallelOf(text: string | null): number {
  if (text === null || text === '0') return 1;
  if (!/^[1-9]\d{0,3}$/.test(text))
    throw new UsageError('OLLAMA_NUM_PARALLEL is no number of requests; expected 1, 2, 3…');
  return Number(text);
}
