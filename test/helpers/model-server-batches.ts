import { type Call, jsonOf } from './model-server-calls.ts';
import { drawingReply } from './model-server-drawing.ts';

/** One request of a batch, as it was handed in. */
export interface BatchedItem {
  readonly custom_id: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests reach into it freely.
  readonly params: any;
}

export interface BatchPlan {
  /** How often a batch is looked at before it has ended; missing: once. */
  readonly looks?: number;
  /** The result of an item; missing: `succeeded`, with a drawing. */
  readonly resultOf?: (item: BatchedItem) => object;
}

interface Batch {
  readonly id: string;
  readonly items: readonly BatchedItem[];
  looksLeft: number;
}

const ROUTE = '/v1/messages/batches';
const CUSTOM_ID = /^[a-zA-Z0-9_-]{1,64}$/;

/**
 * Anthropic's Message Batches, as its documentation has them: no metadata, names told with the results only, results in no
 * order, newest batches first in the list. aimock does not have them.
 */
export class BatchDesk {
  readonly batches: Batch[] = [];
  readonly #plan: BatchPlan;

  constructor(plan: BatchPlan = {}) {
    this.#plan = plan;
  }

  /** Ends a batch, whatever was planned. */
  end(id: string): void {
    const batch = this.batches.find((each) => each.id === id);
    if (batch !== undefined) batch.looksLeft = 0;
  }

  /** Returns whether it was asked for a batch. */
  answer(call: Call): boolean {
    if (!call.path.startsWith(ROUTE)) return false;
    const [, id = '', part] = call.path.slice(ROUTE.length).split('/');
    if (id === '' && call.method === 'POST') this.#create(call);
    else if (id === '') this.#list(call);
    else this.#one(call, { id, wantsResults: part === 'results' });
    return true;
  }

  #create(call: Call): void {
    const { requests = [] } = jsonOf(call.body.toString('utf8')) as { requests?: readonly BatchedItem[] };
    const names = requests.map(({ custom_id }) => custom_id);
    const isGood =
      names.length > 0 && new Set(names).size === names.length && names.every((name) => CUSTOM_ID.test(name));
    if (!isGood) {
      fail(call, 400, 'invalid_request_error');
      return;
    }
    const id = `msgbatch_${this.batches.length + 1}`;
    const batch = { id, items: requests, looksLeft: this.#plan.looks ?? 1 };
    this.batches.push(batch);
    send(call, describe(batch));
  }

  #list(call: Call): void {
    send(call, {
      data: this.batches.toReversed().map(describe),
      has_more: false,
      first_id: null,
      last_id: null,
    });
  }

  #one(call: Call, { id, wantsResults }: { readonly id: string; readonly wantsResults: boolean }): void {
    const batch = this.batches.find((each) => each.id === id);
    const isThere = batch !== undefined && (!wantsResults || batch.looksLeft === 0);
    if (!isThere) fail(call, 404, 'not_found_error');
    else if (wantsResults) this.#results(call, batch);
    else {
      send(call, describe(batch));
      batch.looksLeft = Math.max(0, batch.looksLeft - 1);
    }
  }

  #results({ response }: Call, { items }: Batch): void {
    const lines = items.toReversed().map((item, index) => ({
      custom_id: item.custom_id,
      result: this.#plan.resultOf?.(item) ?? { type: 'succeeded', message: messageFor(item, index) },
    }));
    response.writeHead(200, { 'content-type': 'application/x-jsonl' });
    response.end(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  }
}

function messageFor({ params }: BatchedItem, index: number): object {
  return {
    id: `msg_${index}`,
    type: 'message',
    role: 'assistant',
    model: params.model,
    content: [{ type: 'text', text: drawingReply({ before: index }) }],
    stop_reason: 'end_turn',
    usage: { input_tokens: 100, output_tokens: 200 },
  };
}

function describe({ id, items, looksLeft }: Batch): object {
  const hasEnded = looksLeft === 0;
  const counts = { processing: hasEnded ? 0 : items.length, succeeded: hasEnded ? items.length : 0 };
  return {
    id,
    type: 'message_batch',
    processing_status: hasEnded ? 'ended' : 'in_progress',
    request_counts: { errored: 0, canceled: 0, expired: 0, ...counts },
    created_at: '2026-01-01T00:00:00Z',
    archived_at: null,
    // Somebody else's address: whoever follows it gives the key away.
    results_url: hasEnded ? 'http://127.0.0.1:9/results' : null,
  };
}

function send({ response }: Call, body: object, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

function fail(call: Call, status: number, type: string): void {
  send(call, { type: 'error', error: { type, message: `no such thing here: ${call.path}` } }, status);
}
