import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Socket } from 'node:net';
import { ReadableStream as NodeStream } from 'node:stream/web';
import { TLSSocket } from 'node:tls';

/** An answer of this size is no drawing; a server that never ends must not fill the memory. */
const MOST_BYTES = 64 * 1024 * 1024;
/** How long the rest of an answer, of which all that matters was read, may take. */
const MOST_REST_MS = 500;
const BODILESS = new Set([204, 205, 304]);

/** The answer is none of the protocol; the message says why, without quoting it. */
export class MalformedError extends Error {
  override name = 'MalformedError';
}

/** The answer is larger than anything that a model says. */
export class TooLargeError extends Error {
  override name = 'TooLargeError';
}

interface HttpFetchOptions {
  /** The connection stands, TLS included. */
  onConnected(): void;
  /** Longer bodies throw TooLargeError while they are read. */
  readonly mostBytes?: number | undefined;
}

/**
 * `fetch` for the SDKs, over node:http: Node's own gives up when the headers, or the next piece of a body, take over five
 * minutes, and has no option against it; a model may think longer than that. Follows no redirect, so that a key goes to no
 * server but the one that it was meant for. Only what the SDKs need: an absolute URL; a body of text, bytes or a form.
 */
export function httpFetch(options: HttpFetchOptions): typeof fetch {
  return async (input, init = {}) => {
    const request = new Request(input, init);
    const body = Buffer.from(await request.arrayBuffer());
    const answer = await send(request, body, options.onConnected);
    return responseOf(answer, options.mostBytes ?? MOST_BYTES);
  };
}

/** Throws MalformedError for what `Response` can't hold, and for a compressed body, which was not asked for. */
function responseOf(answer: IncomingMessage, mostBytes: number): Response {
  const status = answer.statusCode ?? 0;
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (status < 200 || status > 599 || encoding.toLowerCase() !== 'identity') {
    answer.destroy();
    throw new MalformedError(
      status > 599 ? `the status ${status}` : 'a compressed answer to a plain request',
    );
  }
  const body = NodeStream.from(bounded(answer, mostBytes)) as ReadableStream<Uint8Array<ArrayBuffer>>;
  return new Response(BODILESS.has(status) ? null : body, { status, headers: headersOf(answer) });
}

function send(request: Request, body: Buffer, onConnected: () => void): Promise<IncomingMessage> {
  const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  const url = new URL(request.url);
  const headers = {
    ...Object.fromEntries(request.headers),
    'accept-encoding': 'identity',
    ...(body.length > 0 || request.method === 'POST' ? { 'content-length': String(body.length) } : {}),
  };
  const outgoing = (url.protocol === 'http:' ? httpRequest : httpsRequest)(
    url,
    { method: request.method, headers, signal: request.signal },
    resolve,
  );
  outgoing.on('socket', (socket) => whenConnected(socket, onConnected));
  outgoing.on('error', reject);
  outgoing.end(body);
  return promise;
}

function whenConnected(socket: Socket, then: () => void): void {
  if (!socket.connecting) then();
  else socket.once(socket instanceof TLSSocket ? 'secureConnect' : 'connect', then);
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let index = 0; index + 1 < rawHeaders.length; index += 2)
    headers.append(rawHeaders[index] ?? '', rawHeaders[index + 1] ?? '');
  return headers;
}

async function* bounded(answer: IncomingMessage, mostBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  try {
    for await (const chunk of answer.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new TooLargeError(`over ${mostBytes / 1024 / 1024} MB`);
      yield chunk;
    }
  } finally {
    letEnd(answer);
  }
}

/** The SDKs leave when they have read the last event: what follows is let through, so that the connection can be used again. */
function letEnd(answer: IncomingMessage): void {
  if (answer.readableEnded || answer.destroyed) return;
  const patience = setTimeout(() => answer.destroy(), MOST_REST_MS);
  answer.once('close', () => clearTimeout(patience));
  // What goes wrong with the rest spoils no answer.
  answer.on('error', () => answer.destroy());
  answer.resume();
}
