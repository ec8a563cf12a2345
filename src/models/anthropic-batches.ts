import type Anthropic from '@anthropic-ai/sdk';
import type { BatchItem, BatchOptions, BatchPort, BatchState } from '../domain/batch.ts';
import { ModelTroubleError } from '../domain/reply.ts';
import { sha256 } from '../util/sha256.ts';
import { firstCustomId, readBatchReplies } from './anthropic-batch-results.ts';
import { type AnthropicEndpoint, anthropicClient, unwrapAnthropicError } from './anthropic-client.ts';
import { messagesBody } from './anthropic-request.ts';
import { startExchange } from './exchange.ts';
import { amountOf, fieldsOf, listOf, textOf } from './lenient.ts';
import { secretsOf } from './openai-client.ts';
import type { OpenRequest } from './provider.ts';

/** Half of the plain price: https://platform.claude.com/docs/en/build-with-claude/batch-processing. */
const PRICE_FACTOR = 0.5;
/** A batch may hold 100,000 requests, but only 256 MB, and a conversation with pictures has some 300 kB. */
const MOST_ITEMS = 500;
const MOST_BYTES = 2 * 1024 ** 3;
const ROUTE = '/v1/messages/batches';
/** Batches are listed newest first; what lies deeper is older than any that a crash could have left. */
const MOST_LISTED = 100;
const TAG_DIGITS = 10;
const LONGEST_CUSTOM_ID = 64;
/** How long to wait for a batch that may be the one that is looked for. */
const ASK_AGAIN_MS = 60_000;

/**
 * Anthropic's Message Batches for the requests of one model. A batch has no room for a marker, so a tag of it stands before the
 * name of each item. The names are told only once a batch has ended: while one runs that may be the one that is looked
 * for, `find` throws trouble that passes, so that nothing is paid twice.
 */
export function anthropicBatches(asked: OpenRequest, endpoint: AnthropicEndpoint): BatchPort {
  const call = callerOf(endpoint);
  const known = new Set<string>();
  return {
    priceFactor: PRICE_FACTOR,
    mostItems: MOST_ITEMS,
    async submit(items, { marker, ...options }) {
      const requests = items.map((item) => batchRequest(item, asked, marker));
      const id = await call(options, (client, signal) => submit(client, requests, signal));
      known.add(id);
      return id;
    },
    find: (marker, options) =>
      call(options, (client, signal) => find(client, { tag: tagOf(marker), known, signal })),
    look(batchId, options) {
      known.add(batchId);
      const secrets = secretsOf(endpoint);
      return call(options, (client, signal) => look(client, { batchId, secrets, signal })).catch(lostIfGone);
    },
  };
}

type Call = <T>(
  options: BatchOptions,
  work: (client: Anthropic, signal: AbortSignal) => Promise<T>,
) => Promise<T>;

/** Each call is an exchange of its own, and its trouble a ModelTroubleError. */
function callerOf(endpoint: AnthropicEndpoint): Call {
  return async ({ signal }, work) => {
    signal?.throwIfAborted();
    using exchange = startExchange({
      ...(signal === undefined ? {} : { signal }),
      secrets: secretsOf(endpoint),
      contentType: null,
      mostBytes: MOST_BYTES,
    });
    try {
      return await work(anthropicClient(endpoint, exchange), exchange.signal);
    } catch (error) {
      if (error instanceof ModelTroubleError) throw error;
      const { reason, trouble } = exchange.explain(unwrapAnthropicError(error));
      throw trouble === undefined ? error : new ModelTroubleError(reason, trouble);
    }
  };
}

function tagOf(marker: string): string {
  return `${sha256(marker).slice(0, TAG_DIGITS)}-`;
}

function batchRequest({ customId, request }: BatchItem, asked: OpenRequest, marker: string) {
  const custom_id = tagOf(marker) + customId;
  if (custom_id.length > LONGEST_CUSTOM_ID)
    throw new Error(
      `"${customId}" is too long to name an item; expected at most ${LONGEST_CUSTOM_ID - TAG_DIGITS - 1}`,
    );
  return { custom_id, params: messagesBody(request, asked) };
}

async function submit(
  client: Anthropic,
  requests: readonly ReturnType<typeof batchRequest>[],
  signal: AbortSignal,
): Promise<string> {
  const { id } = fieldsOf(await client.post<unknown>(ROUTE, { body: { requests }, signal }));
  if (typeof id !== 'string' || id === '') throw strangeAnswer('a batch without an id');
  return id;
}

interface Search {
  readonly tag: string;
  /** Batches that were handed in or looked at by us: none of them is the one. */
  readonly known: ReadonlySet<string>;
  readonly signal: AbortSignal;
}

async function find(client: Anthropic, { tag, known, signal }: Search): Promise<string | null> {
  const list = fieldsOf(await client.get<unknown>(ROUTE, { query: { limit: MOST_LISTED }, signal }));
  const strangers = listOf(list.data)
    .map(fieldsOf)
    .filter(({ archived_at: archived }) => typeof archived !== 'string')
    .map(({ id, processing_status: status }) => ({ id: textOf(id), hasEnded: status === 'ended' }))
    .filter(({ id }) => id !== '' && !known.has(id));
  for (const { id } of strangers.filter(({ hasEnded }) => hasEnded)) {
    const first = await firstCustomId(await results(client, id, signal));
    if (first?.startsWith(tag)) return id;
  }
  if (strangers.every(({ hasEnded }) => hasEnded)) return null;
  throw new ModelTroubleError('a batch is still running that may be the one that was handed in before', {
    kind: 'server',
    status: null,
    retryAfterMs: ASK_AGAIN_MS,
  });
}

interface Looking {
  readonly batchId: string;
  readonly secrets: readonly string[];
  readonly signal: AbortSignal;
}

async function look(client: Anthropic, { batchId, secrets, signal }: Looking): Promise<BatchState> {
  const batch = fieldsOf(await client.get<unknown>(pathOf(batchId), { signal }));
  if (batch.processing_status !== 'ended') return runningState(fieldsOf(batch.request_counts));
  if (typeof batch.archived_at === 'string')
    return { state: 'lost', reason: 'its results were kept for 29 days, and are gone' };
  const replies = await readBatchReplies(await results(client, batchId, signal), secrets);
  return {
    state: 'ended',
    replies: replies.map(({ customId, reply }) => ({ customId: customId.slice(TAG_DIGITS + 1), reply })),
  };
}

function runningState(counts: Record<string, unknown>): BatchState {
  const waiting = amountOf(counts.processing) ?? 0;
  const done = ['succeeded', 'errored', 'canceled', 'expired'].reduce(
    (sum, name) => sum + (amountOf(counts[name]) ?? 0),
    0,
  );
  return { state: 'running', done, total: waiting + done };
}

/** By the id, not by the address that the server tells: the key goes to no server but the one that it was meant for. */
async function results(
  client: Anthropic,
  batchId: string,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const { body } = await client.get(`${pathOf(batchId)}/results`, { signal }).asResponse();
  if (body === null) throw strangeAnswer('results without a body');
  return body;
}

function pathOf(batchId: string): string {
  return `${ROUTE}/${encodeURIComponent(batchId)}`;
}

function strangeAnswer(what: string): ModelTroubleError {
  return new ModelTroubleError(`no answer of this protocol: ${what}`, {
    kind: 'malformed',
    status: null,
    retryAfterMs: null,
  });
}

function lostIfGone(error: unknown): BatchState {
  if (error instanceof ModelTroubleError && error.trouble.kind === 'not-found')
    return { state: 'lost', reason: error.message };
  throw error;
}
