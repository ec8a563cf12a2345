import type { ReplyFacts, ReplyOptions } from '../domain/reply.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { httpFetch, MalformedError, TooLargeError } from './http-fetch.ts';
import { maskSecrets } from './mask.ts';
import { DEFAULT_TIMEOUTS } from './timeouts.ts';
import { httpTrouble, ownTrouble, quote, type ToldError, type TroubleReply, toldTrouble } from './trouble.ts';

export { MalformedError } from './http-fetch.ts';

export interface ExchangeOptions extends ReplyOptions {
  /** Masked in all that the server echoes. */
  readonly secrets: readonly string[];
  /** The type that a good answer has: `text/event-stream`. Null: any. */
  readonly contentType: string | null;
  /** Answers that are larger are malformed; missing: more than any model says. */
  readonly mostBytes?: number;
}

/** How long an answer took, and which one it was. */
export interface ExchangeFacts {
  readonly latencyMs: number | null;
  readonly firstTokenMs: number | null;
  readonly requestId: string | null;
}

/** The server broke off inside an answer that had begun well; `told` is what it says of it. */
export class BrokenOffError extends Error {
  override name = 'BrokenOffError';
  readonly told: ToldError;
  constructor(told: ToldError) {
    super('the server broke off');
    this.told = told;
  }
}

/**
 * One request to a server and its answer, timed and limited, and what became of it as data. The SDK sends through `fetch` and
 * is given `signal`; whatever it throws, `explain` says the trouble by what was seen on the wire.
 */
export interface Exchange extends Disposable {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  /** The first piece of the answer has come. */
  sawToken(): void;
  facts(): ExchangeFacts;
  /** Throws the reason of the caller's signal if that is aborted, and what is no trouble of a server (a bug of ours). */
  explain(error: unknown): TroubleReply;
  /** Text of the server without the secrets. */
  mask(text: string): string;
}

const NOTHING_KNOWN: ReplyFacts = {
  reasoning: null,
  stopReason: null,
  usage: null,
  latencyMs: null,
  firstTokenMs: null,
  requestId: null,
  servedBy: null,
  costUsd: null,
  raw: null,
};
const HEADERS_WITH_ID = ['x-request-id', 'request-id', 'x-groq-request-id', 'cf-ray'];
const MOST_ERROR_BYTES = 64 * 1024;

export function startExchange(options: ExchangeOptions): Exchange {
  const started = performance.now();
  const elapsedMs = () => Math.round(performance.now() - started);
  const deadline = startDeadline(options.timeouts ?? DEFAULT_TIMEOUTS, options.signal);
  const send = httpFetch({ onConnected: deadline.connected, mostBytes: options.mostBytes });
  let firstTokenMs: number | null = null;
  let requestId: string | null = null;
  let refusal: TroubleReply | null = null;
  let hasBegun = false;
  const factsOfCut = (): ReplyFacts => ({
    ...NOTHING_KNOWN,
    latencyMs: elapsedMs(),
    firstTokenMs,
    requestId,
  });
  return {
    signal: deadline.signal,
    async fetch(input, init) {
      // The SDK's own signal ends with the request; ours must be heard while the answer is read, too.
      const response = await send(input, { ...init, signal: deadline.signal });
      requestId = requestIdOf(response.headers, options.secrets);
      refusal = await refusalOf(response, options);
      if (refusal !== null) throw new MalformedError('the server refused');
      hasBegun = true;
      return response;
    },
    sawToken() {
      firstTokenMs ??= elapsedMs();
      deadline.sawToken();
    },
    facts: () => ({ latencyMs: elapsedMs(), firstTokenMs, requestId }),
    explain(error) {
      options.signal?.throwIfAborted();
      const reply = timeoutOf(deadline) ?? refusal ?? troubleOf(error, options.secrets);
      // A connection that broke after the request was accepted: it may be billed.
      const isCut = reply.trouble?.kind === 'network' && hasBegun;
      return isCut ? { ...reply, facts: factsOfCut() } : reply;
    },
    mask: (text) => maskSecrets(text, options.secrets),
    [Symbol.dispose]: () => deadline[Symbol.dispose](),
  };
}

function requestIdOf(headers: Headers, secrets: readonly string[]): string | null {
  const id = HEADERS_WITH_ID.map((name) => headers.get(name)).find((value) => value !== null);
  return id === undefined ? null : quote(id, secrets);
}

/** What is wrong with an answer by its status and type alone; then its body is read and quoted. */
async function refusalOf(response: Response, options: ExchangeOptions): Promise<TroubleReply | null> {
  if (!response.ok)
    return httpTrouble(
      { status: response.status, headers: response.headers, body: await beginningOf(response) },
      options.secrets,
    );
  if (response.body === null) return ownTrouble('malformed', 'an answer without a body', options.secrets);
  if (options.contentType === null) return null;
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (type === options.contentType) return null;
  const body = quote(await beginningOf(response), options.secrets);
  const got = type === '' ? 'an answer without a type' : quote(type, options.secrets);
  const said = body === '' ? 'nothing in it' : body;
  return ownTrouble('malformed', `expected ${options.contentType}, got ${got}: ${said}`, options.secrets);
}

async function beginningOf(response: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    pieces.push(piece);
    bytes += piece.length;
    if (bytes >= MOST_ERROR_BYTES) break;
  }
  return Buffer.concat(pieces).toString('utf8');
}

function timeoutOf({ passed }: Deadline): TroubleReply | null {
  if (passed === null) return null;
  return ownTrouble('timeout', `${passed.phase} took over ${passed.limitMs / 1000} s`, []);
}

function troubleOf(error: unknown, secrets: readonly string[]): TroubleReply {
  for (const cause of causesOf(error)) {
    if (cause instanceof BrokenOffError) return toldTrouble(cause.told, secrets);
    if (cause instanceof MalformedError || cause instanceof TooLargeError || cause instanceof SyntaxError)
      return ownTrouble('malformed', `no answer of this protocol: ${cause.message}`, secrets);
    const code = (cause as NodeJS.ErrnoException).code;
    if (typeof code === 'string' && isOfNetwork(code))
      return ownTrouble('network', `the connection failed: ${wordsFor(code)}`, secrets);
  }
  throw error;
}

function* causesOf(error: unknown): Generator<Error> {
  let cause = error;
  for (let depth = 0; depth < 8 && cause instanceof Error; depth += 1) {
    yield cause;
    // Several addresses were tried: each has an error of its own.
    if (cause instanceof AggregateError) yield* cause.errors.filter((each) => each instanceof Error);
    cause = cause.cause;
  }
}

const NETWORK_WORDS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ECONNRESET: 'it was cut on the way',
  EPIPE: 'it was cut on the way',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'the host can’t be reached',
  ENETUNREACH: 'the network can’t be reached',
};

/** System errors (ECONNRESET), Node's HTTP parser (HPE_…) and its TLS (ERR_TLS_…, CERT_…). */
function isOfNetwork(code: string): boolean {
  return (
    Object.hasOwn(NETWORK_WORDS, code) ||
    /^(E[A-Z]{3,}|HPE_|ERR_TLS|ERR_SSL|ERR_STREAM|CERT_|DEPTH_|SELF_|UNABLE_|HOSTNAME_)/.test(code)
  );
}

function wordsFor(code: string): string {
  const words = NETWORK_WORDS[code];
  return words === undefined ? code : `${words} (${code})`;
}
