import type { ModelReply, TroubleKind } from '../domain/reply.ts';
import { printableLine } from '../util/printable.ts';
import { maskSecrets } from './mask.ts';
import { type HeaderSource, retryAfterMs, retryDelayMs } from './retry-after.ts';

export type TroubleReply = Extract<ModelReply, { outcome: 'provider-trouble' }>;

/** An answer of a server that is none of the model's. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: HeaderSource;
  /** As text, or parsed already. */
  readonly body: unknown;
}

/** An error as servers tell it inside an answer: OpenAI's `code` and `type`, Anthropic's `type`, OpenRouter's numbers. */
export interface ToldError {
  readonly code?: unknown;
  readonly type?: unknown;
  readonly message?: unknown;
}

const LONGEST_MESSAGE = 300;

const WORDS: Readonly<Record<TroubleKind, string>> = {
  'rate-limit': 'too many requests',
  server: 'trouble at the server',
  network: 'the connection failed',
  timeout: 'out of time',
  malformed: 'no answer of this protocol',
  key: 'the key is not accepted',
  quota: 'no money or quota left',
  'not-found': 'there is no such model or address',
  'bad-request': 'the request is not accepted',
};

/** Codes and types of errors by what they mean. */
const KIND_OF_CODE: Readonly<Record<string, TroubleKind>> = {
  insufficient_quota: 'quota',
  billing_hard_limit_reached: 'quota',
  billing_not_active: 'quota',
  billing_error: 'quota',
  insufficient_balance: 'quota',
  rate_limit_exceeded: 'rate-limit',
  rate_limit_error: 'rate-limit',
  too_many_requests: 'rate-limit',
  server_error: 'server',
  internal_server_error: 'server',
  internal_error: 'server',
  api_error: 'server',
  overloaded_error: 'server',
  timeout_error: 'server',
  service_unavailable: 'server',
  invalid_api_key: 'key',
  authentication_error: 'key',
  permission_error: 'key',
  model_not_found: 'not-found',
  not_found_error: 'not-found',
  invalid_request_error: 'bad-request',
};

/** Trouble from the status, headers and body of an HTTP answer. `secrets` are masked in all that is quoted. */
export function httpTrouble(answer: HttpAnswer, secrets: readonly string[]): TroubleReply {
  const body = parsed(answer.body);
  const told = toldErrorOf(body);
  const kind = kindOfStatus(answer.status, told);
  const retry = retryAfterMs(answer.headers) ?? retryDelayMs(body);
  const message = quote(told?.message ?? answer.body, secrets);
  return {
    outcome: 'provider-trouble',
    reason: `the server answered ${answer.status}, ${WORDS[kind]}${message === '' ? '' : `: ${message}`}`,
    trouble: { kind, status: answer.status, retryAfterMs: retry },
  };
}

/** Trouble from an error that a server tells inside an answer with status 200. */
export function toldTrouble(told: ToldError, secrets: readonly string[]): TroubleReply {
  const status = statusOf(told.code);
  const kind = status === null ? (kindOfCode(told) ?? 'server') : kindOfStatus(status, told);
  const message = quote(told.message ?? told.code ?? told.type, secrets);
  return {
    outcome: 'provider-trouble',
    reason: `the server broke off, ${WORDS[kind]}${message === '' ? '' : `: ${message}`}`,
    trouble: { kind, status, retryAfterMs: null },
  };
}

/** Trouble that we found ourselves: the connection, our limits of time, an answer that can't be read. */
export function ownTrouble(
  kind: 'network' | 'timeout' | 'malformed',
  reason: string,
  secrets: readonly string[],
): TroubleReply {
  return {
    outcome: 'provider-trouble',
    reason: printableLine(maskSecrets(reason, secrets), LONGEST_MESSAGE),
    trouble: { kind, status: null, retryAfterMs: null },
  };
}

/** What a stranger's text says, safe to print: one line, cut, without the secrets. */
export function quote(text: unknown, secrets: readonly string[]): string {
  if (text === undefined || text === null) return '';
  const whole = typeof text === 'string' ? text : JSON.stringify(text);
  return printableLine(maskSecrets(whole, secrets), LONGEST_MESSAGE);
}

function kindOfStatus(status: number, told: ToldError | null): TroubleKind {
  const byCode = told === null ? null : kindOfCode(told);
  if (byCode === 'quota' || status === 402) return 'quota';
  if (status === 429) return 'rate-limit';
  if (status === 401 || status === 403) return 'key';
  if (status === 404) return 'not-found';
  // 408, 409 and 425 say "not now" of the server's own state, not of what the request holds.
  if (status >= 500 || status === 408 || status === 409 || status === 425) return 'server';
  if (status >= 400) return byCode === 'key' ? 'key' : 'bad-request';
  return 'malformed';
}

function kindOfCode({ code, type }: ToldError): TroubleKind | null {
  for (const word of [code, type])
    if (typeof word === 'string' && Object.hasOwn(KIND_OF_CODE, word)) return KIND_OF_CODE[word] ?? null;
  return null;
}

function statusOf(code: unknown): number | null {
  const status = typeof code === 'string' && /^[45]\d\d$/.test(code) ? Number(code) : code;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : null;
}

function parsed(body: unknown): unknown {
  const value = typeof body === 'string' ? jsonOf(body) : body;
  return Array.isArray(value) ? value[0] : value;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // An error page in HTML, or plain words: quoted as it is.
  }
}

/** `{error: {…}}` of OpenAI and its likes, `{error: "words"}` of Ollama, `{message}` or `{detail}` of others. */
function toldErrorOf(body: unknown): ToldError | null {
  if (typeof body !== 'object' || body === null) return null;
  const { error, message, detail, code, type } = body as Record<string, unknown>;
  if (typeof error === 'object' && error !== null) return error;
  const words = error ?? message ?? detail;
  return words === undefined ? null : { message: words, code, type };
}
