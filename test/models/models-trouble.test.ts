import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskSecrets } from '../../src/models/mask.ts';
import { retryAfterMs } from '../../src/models/retry-after.ts';
import { httpTrouble, toldTrouble } from '../../src/models/trouble.ts';

const KEY = 'sk-planted-0123456789abcdef';

function kindOf(status: number, body: unknown = ''): string | undefined {
  return httpTrouble({ status, headers: new Headers(), body }, []).trouble?.kind;
}

test('each status has its kind', () => {
  const statuses = [200, 307, 400, 401, 402, 403, 404, 408, 409, 413, 422, 425, 429, 500, 502, 503, 529];
  expect(statuses.map((status) => [status, kindOf(status)])).toEqual([
    [200, 'malformed'],
    [307, 'malformed'],
    [400, 'bad-request'],
    [401, 'key'],
    [402, 'quota'],
    [403, 'key'],
    [404, 'not-found'],
    [408, 'server'],
    [409, 'server'],
    [413, 'bad-request'],
    [422, 'bad-request'],
    [425, 'server'],
    [429, 'rate-limit'],
    [500, 'server'],
    [502, 'server'],
    [503, 'server'],
    [529, 'server'],
  ]);
});

test('a code that says that the money is gone is more than a rate limit; a bad key may come as 400', () => {
  expect(kindOf(429, { error: { code: 'insufficient_quota' } })).toBe('quota');
  expect(kindOf(429, { error: { type: 'insufficient_quota', code: null } })).toBe('quota');
  expect(kindOf(400, { error: { code: 'invalid_api_key' } })).toBe('key');
  expect(kindOf(429, { error: { code: 'constructor' } })).toBe('rate-limit');
});

test('an error inside an answer is classed by its code, a number as a status', () => {
  const kinds = [{ code: 502 }, { code: '429' }, { type: 'overloaded_error' }, { code: 'made-up' }, {}].map(
    (told) => toldTrouble(told, []).trouble,
  );
  expect(kinds).toEqual([
    { kind: 'server', status: 502, retryAfterMs: null },
    { kind: 'rate-limit', status: 429, retryAfterMs: null },
    { kind: 'server', status: null, retryAfterMs: null },
    { kind: 'server', status: null, retryAfterMs: null },
    { kind: 'server', status: null, retryAfterMs: null },
  ]);
});

test.each([
  ['of OpenAI', { error: { message: 'No way.' } }],
  ['of Google, in a list', [{ error: { message: 'No way.' } }]],
  ['of Ollama', { error: 'No way.' }],
  ['of Mistral', { object: 'error', message: 'No way.' }],
  ['of FastAPI', { detail: 'No way.' }],
  ['in plain words', 'No way.'],
])('the message of an error body %s is quoted', (_, body) => {
  for (const given of [body, typeof body === 'string' ? body : JSON.stringify(body)])
    expect(httpTrouble({ status: 400, headers: new Headers(), body: given }, []).reason).toBe(
      'the server answered 400, the request is not accepted: No way.',
    );
});

test('what is quoted is one printable line of 300 characters without the key', () => {
  const message = `bad key ${KEY}\n\u001b[31mred ${'x'.repeat(900)}`;
  const { reason } = httpTrouble({ status: 401, headers: new Headers(), body: { error: { message } } }, [
    KEY,
  ]);
  const quoted = reason.replace('the server answered 401, the key is not accepted: ', '');
  expect(quoted).toMatch(/^bad key \[key\] \\u\{1b\}\[31mred x+…$/);
  expect(quoted).toHaveLength(300);
});

describe('how long to wait', () => {
  const cases: readonly (readonly [string, Record<string, string>, number | null])[] = [
    ['is not known without a header', {}, null],
    ['is told in seconds', { 'retry-after': '7' }, 7000],
    ['is told in parts of seconds', { 'retry-after': '0.25' }, 250],
    ['is told in milliseconds, which is the finer', { 'retry-after-ms': '1500', 'retry-after': '9' }, 1500],
    [
      'is told as a date, by the clock of the server',
      { 'retry-after': 'Fri, 01 Jan 2100 00:00:30 GMT', date: 'Fri, 01 Jan 2100 00:00:00 GMT' },
      30_000,
    ],
    ['is nothing for a date that has passed', { 'retry-after': 'Sat, 01 Jan 2000 00:00:00 GMT' }, 0],
    ['is at most a day', { 'retry-after': '999999999' }, 86_400_000],
    ['is not known of nonsense', { 'retry-after': 'soon' }, null],
    ['is not known of a number below nothing', { 'retry-after': '-5e3x' }, null],
  ];
  test.each(cases)('%s', (_, headers, expected) => {
    expect(retryAfterMs(new Headers(headers))).toBe(expected);
  });

  test('is told in the details of Google’s errors', () => {
    const body = [{ error: { code: 429, details: [{ '@type': 'x' }, { retryDelay: '36.5s' }] } }];
    expect(httpTrouble({ status: 429, headers: new Headers(), body }, []).trouble?.retryAfterMs).toBe(36_500);
  });

  test('is null or between nothing and a day, whatever the header', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const ms = retryAfterMs({ get: (name) => (name === 'retry-after' ? value : null) });
        expect(ms === null || (ms >= 0 && ms <= 86_400_000)).toBe(true);
      }),
    );
  });
});

describe('masking', () => {
  test('finds a key plain, in JSON and in a URL', () => {
    const key = 'pass"word/with+signs';
    const text = [key, JSON.stringify({ key }), `https://x/?k=${encodeURIComponent(key)}`].join(' ');
    expect(maskSecrets(text, [key])).toBe('[key] {"key":"[key]"} https://x/?k=[key]');
  });

  test('leaves words alone that only a placeholder holds', () => {
    expect(maskSecrets('none of it is EMPTY', ['none', 'EMPTY', ''])).toBe('none of it is EMPTY');
  });

  test('leaves no key in any text', () => {
    const key = fc.string({ minLength: 8, maxLength: 40 }).filter((text) => text.trim().length >= 8);
    fc.assert(
      fc.property(key, fc.string(), fc.string(), (secret, before, after) => {
        expect(maskSecrets(`${before}${secret}${after}`, [secret])).not.toContain(secret.trim());
      }),
    );
  });
});
