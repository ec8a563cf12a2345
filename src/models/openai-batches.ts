import type OpenAI from 'openai';
import { toFile } from 'openai';
import type { Batch } from 'openai/resources/batches';
import type { BatchItem, BatchOptions, BatchPort, BatchState } from '../domain/batch.ts';
import { ModelTroubleError } from '../domain/reply.ts';
import { MalformedError, startExchange } from './exchange.ts';
import { amountOf, fieldsOf, listOf, textOf, textOrNull } from './lenient.ts';
import { readBatchReplies } from './openai-batch-results.ts';
import { type Endpoint, openaiClient, secretsOf, unwrapError } from './openai-client.ts';
import { type ResponsesOptions, responsesBody } from './openai-request.ts';
import { quote } from './trouble.ts';

/** Half of the plain price: https://platform.openai.com/docs/guides/batch. */
const PRICE_FACTOR = 0.5;
/** A batch may hold 50,000 requests, but its file only 200 MB, and a conversation with pictures has some 300 kB. */
const MOST_ITEMS = 500;
const MARKER = 'otterbench';
const ROUTE = '/v1/responses';
/** Batches are listed newest first; what lies deeper is older than any that a crash could have left. */
const MOST_PAGES = 10;
const FILE_LIVES_SECONDS = 30 * 24 * 60 * 60;
const MOST_BYTES = 2 * 1024 ** 3;

type Call = <T>(
  options: BatchOptions,
  work: (client: OpenAI, signal: AbortSignal) => Promise<T>,
) => Promise<T>;

/** OpenAI's Batch API for the requests of one model. The marker is kept in the metadata of the batch. */
export function openaiBatches(endpoint: Endpoint, options: ResponsesOptions): BatchPort {
  const call = callerOf(endpoint);
  return {
    priceFactor: PRICE_FACTOR,
    mostItems: MOST_ITEMS,
    submit: (items, { marker, ...rest }) =>
      call(rest, (client, signal) => submit(linesOf(items, options), { client, signal, marker })),
    find: (marker, rest) => call(rest, (client, signal) => find(marker, client, signal)),
    look: (batchId, rest) =>
      call(rest, (client, signal) => look(batchId, { client, signal, secrets: secretsOf(endpoint) })).catch(
        lostIfGone,
      ),
  };
}

/** Each call is an exchange of its own, and its trouble a ModelTroubleError. */
function callerOf(endpoint: Endpoint): Call {
  return async ({ signal }, work) => {
    signal?.throwIfAborted();
    using exchange = startExchange({
      ...(signal === undefined ? {} : { signal }),
      secrets: secretsOf(endpoint),
      contentType: null,
      mostBytes: MOST_BYTES,
    });
    try {
      return await work(openaiClient(endpoint, exchange), exchange.signal);
    } catch (error) {
      const { reason, trouble } = exchange.explain(unwrapError(error));
      throw trouble === undefined ? error : new ModelTroubleError(reason, trouble);
    }
  };
}

function linesOf(items: readonly BatchItem[], options: ResponsesOptions): string {
  const lines = items.map(({ customId, request }) =>
    JSON.stringify({
      custom_id: customId,
      method: 'POST',
      url: ROUTE,
      body: responsesBody(request, options),
    }),
  );
  return `${lines.join('\n')}\n`;
}

interface Submission {
  readonly client: OpenAI;
  readonly signal: AbortSignal;
  readonly marker: string;
}

async function submit(lines: string, { client, signal, marker }: Submission): Promise<string> {
  const file = await client.files.create(
    {
      file: await toFile(Buffer.from(lines), 'otterbench.jsonl', { type: 'application/jsonl' }),
      purpose: 'batch',
      expires_after: { anchor: 'created_at', seconds: FILE_LIVES_SECONDS },
    },
    { signal },
  );
  if (typeof file?.id !== 'string') throw new MalformedError('the file has no id');
  const batch = await client.batches.create(
    {
      input_file_id: file.id,
      endpoint: ROUTE,
      completion_window: '24h',
      metadata: { [MARKER]: marker },
    },
    { signal },
  );
  if (typeof batch?.id !== 'string') throw new MalformedError('the batch has no id');
  return batch.id;
}

/** Page by page without the SDK's own paging, which falls over pages that are none. */
async function find(marker: string, client: OpenAI, signal: AbortSignal): Promise<string | null> {
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query: object = { limit: 100, ...(after === null ? {} : { after }) };
    const listed = fieldsOf(await client.get('/batches', { query, signal }));
    const batches = listOf(listed.data).map(fieldsOf);
    const found = batches.find(({ metadata }) => fieldsOf(metadata)[MARKER] === marker);
    if (found !== undefined) return textOrNull(found.id);
    after = textOrNull(batches.at(-1)?.id);
    if (listed.has_more !== true || after === null) return null;
  }
  return null;
}

interface Looking {
  readonly client: OpenAI;
  readonly signal: AbortSignal;
  readonly secrets: readonly string[];
}

async function look(batchId: string, { client, signal, secrets }: Looking): Promise<BatchState> {
  const batch = await client.batches.retrieve(batchId, { signal });
  if (typeof batch?.status !== 'string') throw new MalformedError('the batch has no status');
  if (batch.status === 'failed') return { state: 'lost', reason: whyFailed(batch, secrets) };
  const counts = fieldsOf(batch.request_counts);
  if (batch.status !== 'completed' && batch.status !== 'expired' && batch.status !== 'cancelled')
    return {
      state: 'running',
      done: (amountOf(counts.completed) ?? 0) + (amountOf(counts.failed) ?? 0),
      total: amountOf(counts.total) ?? 0,
    };
  const replies = [];
  for (const fileId of [batch.output_file_id, batch.error_file_id].map(textOf)) {
    if (fileId === '') continue;
    const file = await client.files.content(fileId, { signal });
    replies.push(...(await readBatchReplies(file.body, secrets)));
  }
  return { state: 'ended', replies };
}

function lostIfGone(error: unknown): BatchState {
  if (error instanceof ModelTroubleError && error.trouble.kind === 'not-found')
    return { state: 'lost', reason: error.message };
  throw error;
}

/** Found before any of it was asked: a file that is not as OpenAI wants it, a limit of tokens under way. */
function whyFailed({ errors }: Batch, secrets: readonly string[]): string {
  const first = quote(errors?.data?.[0]?.message, secrets);
  return first === '' ? 'the batch failed, and nothing says why' : `the batch failed: ${first}`;
}
