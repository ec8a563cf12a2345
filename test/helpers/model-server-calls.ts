import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request to the server, read to its end, and where to answer it. */
export interface Call {
  readonly method: string;
  readonly path: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly response: ServerResponse;
}

export async function readCall(request: IncomingMessage, response: ServerResponse): Promise<Call> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  const url = request.url ?? '/';
  return {
    method: request.method ?? 'GET',
    path: url.split('?')[0] ?? '/',
    url,
    headers: headersOf(request),
    body: Buffer.concat(pieces),
    response,
  };
}

export interface Passed {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  readonly bytes: Buffer;
}

const OF_THE_CONNECTION = new Set(['content-length', 'connection', 'transfer-encoding', 'host', 'expect']);

/** The same call to the server at `base`, with more headers. */
export async function passOn(
  { method, url, headers, body }: Call,
  base: string,
  more: Readonly<Record<string, string>>,
): Promise<Passed> {
  const kept = Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name));
  const answer = await fetch(new URL(url, base), {
    method,
    headers: { ...Object.fromEntries(kept), ...more },
    ...(body.length === 0 ? {} : { body: new Uint8Array(body) }),
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'application/octet-stream',
    headers: answer.headers,
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

function headersOf(request: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
