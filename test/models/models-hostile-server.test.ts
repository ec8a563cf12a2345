import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelTroubleError } from '../../src/domain/reply.ts';
import { openAt, requestOf } from './openai-world.ts';

interface Hostile {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

let server: Server;
let url: string;
let answer: Hostile;
beforeAll(async () => {
  server = createServer((request, response) => {
    request.resume();
    response.writeHead(answer.status, { 'content-type': answer.type });
    response.end(answer.body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
});
afterAll(() => server.close());

/** Values under the names that the protocols use, so that they get further than random names would. */
const NAMES = [
  ...[
    'type',
    'response',
    'output',
    'content',
    'text',
    'status',
    'error',
    'message',
    'code',
    'item',
    'summary',
  ],
  ...[
    'choices',
    'delta',
    'finish_reason',
    'usage',
    'reasoning',
    'total_tokens',
    'incomplete_details',
    'data',
    'id',
  ],
  ...[
    'output_file_id',
    'metadata',
    'request_counts',
    'errors',
    'refusal',
    'model',
    'prompt_tokens',
    'reason',
  ],
];
const WORDS = [
  ...[
    'response.completed',
    'response.failed',
    'response.output_item.done',
    'error',
    'message',
    'output_text',
  ],
  ...['stop', 'length', 'completed', 'failed', 'in_progress', 'reasoning', 'refusal', 'file-1', '[DONE]'],
];
const { value: json } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 6, withCrossShrink: true },
    fc.constantFrom<unknown>(...WORDS, null, 0, -1, Number.MAX_VALUE, true, ''),
    fc.string(),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...NAMES), tie('value'), { maxKeys: 6 }),
  ),
}));
const line = fc.oneof(
  json.map((value) => `data: ${JSON.stringify(value)}`),
  json.map((value) => `event: error\ndata: ${JSON.stringify(value)}`),
  fc.string({ unit: 'binary' }),
);
const hostile: fc.Arbitrary<Hostile> = fc.oneof(
  fc.record({
    status: fc.constant(200),
    type: fc.constant('text/event-stream'),
    body: fc.array(line, { maxLength: 6 }).map((lines) => `${lines.join('\n\n')}\n\n`),
  }),
  fc.record({
    status: fc.constantFrom(200, 201, 204, 206, 302, 304, 400, 404, 429, 500, 599, 600, 999),
    type: fc.constantFrom('application/json', 'text/plain', 'text/event-stream', ''),
    body: fc.oneof(
      json.map((value) => JSON.stringify(value) ?? ''),
      fc.string({ unit: 'binary' }),
    ),
  }),
);

test.each(['openai/gpt-5', 'groq/qwen3'])(
  'whatever a server answers, %s gives a reply',
  async (id) => {
    const model = await openAt(id, { url });
    const outcomes = ['replied', 'refused', 'truncated', 'empty', 'provider-trouble'];
    await fc.assert(
      fc.asyncProperty(hostile, async (given) => {
        answer = given;
        const reply = await model.reply(requestOf());
        expect(outcomes).toContain(reply.outcome);
        if (reply.outcome === 'provider-trouble') expect(reply.reason.length).toBeLessThan(500);
      }),
      { numRuns: 400, examples: [[{ status: 204, type: 'text/event-stream', body: '' }]] },
    );
  },
  60_000,
);

test('whatever a server answers of batches, it is a state or trouble of the provider', async () => {
  const batches = (await openAt('openai/gpt-5', { url })).batches!;
  await fc.assert(
    fc.asyncProperty(json, async (value) => {
      answer = { status: 200, type: 'application/json', body: JSON.stringify(value) ?? '' };
      const calls = [
        () => batches.look('batch_1', {}),
        () => batches.find('mark', { firstCustomId: 'a' }),
        () => batches.submit([], { marker: 'mark' }),
      ];
      for (const call of calls) {
        const error: unknown = await call().then(
          () => null,
          (caught: unknown) => caught,
        );
        if (error !== null && !(error instanceof ModelTroubleError)) throw error;
      }
    }),
    { numRuns: 150, examples: [[null], [{ id: 'file-1', data: [null], has_more: true }]] },
  );
}, 60_000);
