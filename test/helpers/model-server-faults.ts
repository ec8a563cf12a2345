import { createHash } from 'node:crypto';
import type { SeenRequest } from './model-server.ts';
import type { Answer, RawAnswer, WholeAnswer } from './model-server-answers.ts';

export const FAULTS = [
  'rate-limit',
  'server',
  'overloaded',
  'cut',
  'malformed',
  'wrong-type',
  'reset',
] as const;
export type Fault = (typeof FAULTS)[number];

export interface FaultPlan {
  /** 0..1: the chance of each request to fail. */
  readonly share: number;
  readonly seed: number;
  /** Missing: all kinds, alike often. */
  readonly kinds?: readonly Fault[];
}

/** The usual answer or, by chance, a fault. Chance is a hash of the seed, the question and how often it was asked. */
export function faultFor(
  seen: SeenRequest,
  usual: WholeAnswer,
  { share, seed, kinds = FAULTS }: FaultPlan,
): Answer {
  const digest = createHash('sha256').update(`${seed}|${seen.key}|${seen.before}`).digest();
  if (digest.readUInt32BE(0) / 2 ** 32 >= share) return usual;
  const kind = kinds[digest.readUInt32BE(4) % kinds.length];
  if (kind === undefined) throw new Error('a plan of faults without kinds');
  return MAKERS[kind](usual, seen);
}

const JSON_TYPE = { 'content-type': 'application/json' };

const MAKERS: Readonly<Record<Fault, (usual: WholeAnswer, seen: SeenRequest) => Answer>> = {
  'rate-limit': () => errorAnswer(429, 'rate_limit_error', { 'retry-after': '0' }),
  server: () => errorAnswer(500, 'server_error'),
  overloaded: () => errorAnswer(529, 'overloaded_error'),
  cut: (usual) => ({ kind: 'cut', of: usual }),
  malformed: (_usual, { path }) => malformedAnswer(path),
  'wrong-type': () => ({
    kind: 'raw',
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Sign in to the network</title>',
    isFault: true,
  }),
  reset: () => ({ kind: 'reset' }),
};

/** An error with a body that all three protocols know: `error` with a message. */
export function errorAnswer(
  status: number,
  type: string,
  headers: Readonly<Record<string, string>> = {},
): RawAnswer {
  const error = { type, message: `a fault of the test server: ${type}` };
  return {
    kind: 'raw',
    status,
    headers: { ...JSON_TYPE, ...headers },
    body: JSON.stringify({ type: 'error', error }),
  };
}

/** The right type, and then no JSON. */
export function malformedAnswer(path: string): RawAnswer {
  const isOllama = path.endsWith('/api/chat');
  const event = path.endsWith('/messages') ? 'event: message_start\n' : '';
  return {
    kind: 'raw',
    status: 200,
    headers: { 'content-type': isOllama ? 'application/x-ndjson' : 'text/event-stream' },
    body: isOllama ? '{"model": "x", "mess\n' : `${event}data: {"type": "mess\n\n`,
    isFault: true,
  };
}

/** A stream of server-sent events, as it goes over the wire. */
export function eventStream(...events: readonly object[]): RawAnswer {
  const lines = events.map((event) => {
    const name = 'type' in event ? `event: ${event.type}\n` : '';
    return `${name}data: ${JSON.stringify(event)}\n\n`;
  });
  return {
    kind: 'raw',
    status: 200,
    headers: { 'content-type': 'text/event-stream' },
    body: lines.join(''),
  };
}
