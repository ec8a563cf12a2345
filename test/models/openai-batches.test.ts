import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { LLMock } from '@copilotkit/aimock';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BatchPort, BatchState } from '../../src/domain/batch.ts';
import { ModelTroubleError } from '../../src/domain/reply.ts';
import { KEY, openAt, requestOf, user } from './openai-world.ts';

const ITEMS = ['a', 'b'].map((customId) => ({ customId, request: requestOf(user(`Draw ${customId}.`)) }));

async function batchesAt(url: string): Promise<BatchPort> {
  return (await openAt('openai/gpt-5', { url, settings: { effort: 'low' } })).batches!;
}

describe('with aimock', () => {
  let mock: LLMock;
  beforeAll(async () => {
    mock = new LLMock({ port: 0, host: '127.0.0.1' });
    await mock.start();
  });
  afterAll(() => mock.stop());

  test('a batch is handed in, found again by its mark, and looked at until it gives its answers', async () => {
    const batches = await batchesAt(mock.url);
    const id = await batches.submit(ITEMS, { marker: 'sweep-1' });
    await batches.submit(ITEMS.slice(0, 1), { marker: 'sweep-2' });
    expect(await batches.find('sweep-1', { firstCustomId: 'a' })).toBe(id);
    expect(await batches.find('sweep-3', { firstCustomId: 'a' })).toBeNull();
    expect(await batches.look(id, {})).toEqual({ state: 'running', done: 0, total: 2 });
    const ended = await batches.look(id, {});
    if (ended.state !== 'ended') throw new Error(ended.state);
    expect(ended.replies.map(({ customId, reply }) => ({ customId, reply }))).toEqual(
      ['a', 'b'].map((customId) => ({
        customId,
        reply: {
          outcome: 'replied',
          text: 'Mock batch completion',
          note: 'answered by gpt-5',
          facts: {
            reasoning: null,
            stopReason: 'completed',
            usage: expect.any(Object),
            latencyMs: null,
            firstTokenMs: null,
            requestId: expect.stringMatching(/^req_/),
            servedBy: 'gpt-5',
            costUsd: null,
            raw: expect.stringContaining('Mock batch completion'),
          },
        },
      })),
    );
    expect([batches.priceFactor, batches.mostItems]).toEqual([0.5, 500]);
  });

  test('a batch that is gone is lost', async () => {
    expect(await (await batchesAt(mock.url)).look('batch_none', {})).toEqual({
      state: 'lost',
      reason: expect.stringMatching(/^the server answered 404, there is no such model or address/),
    });
  });
});

/** What aimock has no say over: states, errors of single items, files that are cut. */
describe('with a server of our own', () => {
  let server: Server;
  let url: string;
  let batch: object;
  const files = new Map<string, string>();
  const uploads: string[] = [];
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const file = files.get(request.url!.split('/')[3] ?? '');
      if (request.url === '/v1/files') uploads.push(Buffer.concat(chunks).toString());
      if (file === 'CUT') {
        response.writeHead(200, { 'content-length': '1000' });
        response.write(line('a', { status: 'completed', output: [] }), () => response.destroy());
        return;
      }
      response.setHeader(
        'content-type',
        file === undefined ? 'application/json' : 'application/octet-stream',
      );
      response.end(file ?? JSON.stringify({ id: 'file-1', ...batch }));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  });
  afterAll(() => server.close());

  async function lookAt(given: object): Promise<BatchState> {
    batch = given;
    return (await batchesAt(url)).look('batch_1', {});
  }

  function line(customId: string, body: object, status = 200): string {
    return `${JSON.stringify({ custom_id: customId, response: { status_code: status, body }, error: null })}\n`;
  }

  test('each item is a whole request of the Responses API, and the file does not stay for ever', async () => {
    batch = {};
    await (await batchesAt(url)).submit(ITEMS, { marker: 'm' });
    const upload = uploads.at(-1)!;
    const lines = upload.split(/\r?\n/).filter((text) => text.startsWith('{'));
    expect(lines.map((text) => JSON.parse(text))).toEqual(
      ['a', 'b'].map((customId) => ({
        custom_id: customId,
        method: 'POST',
        url: '/v1/responses',
        body: {
          model: 'gpt-5',
          store: false,
          max_output_tokens: 16_384,
          reasoning: { effort: 'low' },
          instructions: 'Answer with TikZ.',
          input: [{ role: 'user', content: [{ type: 'input_text', text: `Draw ${customId}.` }] }],
        },
      })),
    );
    expect(upload).toMatch(/name="purpose"\s+batch\s/);
    expect(upload).toMatch(/expires_after\[seconds\]"\s+2592000\s/);
  });

  test('an expired batch gives what was done; what was not done is left out, trouble is told', async () => {
    const said = { type: 'message', content: [{ type: 'output_text', text: 'a drawing' }] };
    files.set(
      'out',
      line('a', { status: 'completed', output: [said] }) + line('odd', { output: 'none' }) + line('', {}),
    );
    files.set(
      'err',
      line('b', { error: { message: `no ${KEY}`, code: 'invalid_prompt' } }, 400) +
        `${JSON.stringify({ custom_id: 'c', response: null, error: { code: 'batch_expired' } })}\n` +
        `${JSON.stringify({ custom_id: 'd', response: null, error: { code: 'server_error', message: 'oops' } })}\n`,
    );
    const state = await lookAt({ status: 'expired', output_file_id: 'out', error_file_id: 'err' });
    if (state.state !== 'ended') throw new Error(state.state);
    const told = state.replies.map(({ customId, reply }) => [
      customId,
      reply.outcome === 'replied' ? reply.text : reply.reason,
    ]);
    expect(told).toEqual([
      ['a', 'a drawing'],
      ['odd', 'the response has no output'],
      ['b', 'the server answered 400, the request is not accepted: no [key]'],
      ['d', 'the server broke off, trouble at the server: oops'],
    ]);
  });

  test('a file of results that is cut is trouble, not the whole', async () => {
    files.set('cut', 'CUT');
    const error = await lookAt({ status: 'completed', output_file_id: 'cut' }).catch((caught) => caught);
    expect(error).toBeInstanceOf(ModelTroubleError);
    expect(error.trouble).toEqual({ kind: 'network', status: null, retryAfterMs: null });
  });

  test('a batch that failed is lost, with the reason', async () => {
    const errors = { data: [{ message: `Enqueued token limit reached ${KEY}` }] };
    expect(await lookAt({ status: 'failed', errors })).toEqual({
      state: 'lost',
      reason: 'the batch failed: Enqueued token limit reached [key]',
    });
  });

  test.each(['validating', 'in_progress', 'finalizing', 'cancelling'])('%s is under way', async (status) => {
    const state = await lookAt({ status, request_counts: { total: 9, completed: 3, failed: 1 } });
    expect(state).toEqual({ state: 'running', done: 4, total: 9 });
  });

  test('an aborted signal is thrown with its reason', async () => {
    const reason = new Error('enough');
    const batches = await batchesAt(url);
    await expect(batches.look('batch_1', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });
});
