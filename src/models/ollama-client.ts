import { Ollama } from 'ollama';
import type { OllamaEndpoint } from './ollama-host.ts';

const FROM_SDK = ['accept', 'content-type'];

/**
 * A client of the SDK that sends through `send`. The SDK reads OLLAMA_API_KEY of its own accord: so of its headers only those
 * that say the type of the content go out.
 */
export function ollamaClient(endpoint: OllamaEndpoint, send: typeof fetch): Ollama {
  return new Ollama({
    host: endpoint.baseUrl,
    fetch: (url, init) => send(url, { ...init, headers: headersFor(endpoint, init?.headers) }),
  });
}

function headersFor(
  { apiKey, headers }: OllamaEndpoint,
  given: ConstructorParameters<typeof Headers>[0],
): Headers {
  const all = new Headers(given);
  const sent = new Headers({ 'user-agent': 'otterbench' });
  for (const name of FROM_SDK) {
    const value = all.get(name);
    if (value !== null) sent.set(name, value);
  }
  if (apiKey !== null) sent.set('authorization', `Bearer ${apiKey}`);
  for (const [name, value] of Object.entries(headers)) sent.set(name, value);
  return sent;
}
