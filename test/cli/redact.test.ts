import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactorFor, secretsOf } from '../../src/cli/redact.ts';
import { createRedactor } from '../../src/util/redact.ts';

const KEY = 'sk-proj/äÖ+"quoted"\\path&x=1 2';
const SERVER = {
  name: 'lab',
  baseUrl: 'http://lab/v1',
  keyVariable: 'LAB',
  mostRequests: null,
  headers: {},
};

describe('a redactor', () => {
  const redact = createRedactor([{ name: 'LAB', value: KEY }]);

  it.each([
    ['plain', KEY],
    ['JSON', JSON.stringify(KEY).slice(1, -1)],
    ['JSON in JSON', JSON.stringify(JSON.stringify(KEY)).slice(3, -3)],
    ['a URL', encodeURIComponent(KEY)],
    ['a URL in lower case', encodeURIComponent(KEY).replace(/%../g, (code) => code.toLowerCase())],
    ['a form', encodeURIComponent(KEY).replaceAll('%20', '+')],
    ['base64', Buffer.from(KEY).toString('base64')],
    ['base64 for URLs', Buffer.from(KEY).toString('base64url')],
  ])('finds a key as %s', (_, form) => {
    expect(redact(`before ${form} after`)).toMatch(/^before .?\[redacted LAB\].{0,4} after$/);
  });

  it('leaves nothing of a key that base64 text holds, wherever it stands in it', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 9 }), fc.string({ maxLength: 9 }), (before, after) => {
        const text = Buffer.from(`${before}${KEY}${after}`).toString('base64');
        const left = redact(text).replace('[redacted LAB]', '');
        expect(left.length).toBeLessThan(text.length - (KEY.length * 4) / 3 + 6);
      }),
    );
  });

  it('never lets a secret through', () => {
    const secret = fc.string({ minLength: 8, maxLength: 60 }).filter((text) => text.trim().length >= 8);
    fc.assert(
      fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
        const plain = value.trim();
        fc.pre(!'[redacted N]'.includes(plain));
        const shown = createRedactor([{ name: 'N', value }])(`${before}${plain}${after}`);
        expect({ hidden: shown.includes('[redacted N]'), leaks: shown.includes(plain) }).toEqual({
          hidden: true,
          leaks: false,
        });
      }),
    );
  });

  it('changes nothing in a text that has no letter of a secret', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const plain = text.replace(/[0-9A-Za-z+/=_%-]/g, '');
        expect(createRedactor([{ name: 'N', value: 'sk-0123456789' }])(plain)).toBe(plain);
      }),
    );
  });

  it('needs time in proportion to the text: a megabyte of near misses, with many secrets', () => {
    const secrets = Array.from({ length: 40 }, (_, n) => ({
      name: `K${n}`,
      value: `${'a'.repeat(60)}${n}b`,
    }));
    const text = 'a'.repeat(1_000_000);
    expect(createRedactor(secrets)(text)).toBe(text);
  });

  it('takes the longest of several', () => {
    const both = createRedactor([
      { name: 'SHORT', value: 'abcdefgh' },
      { name: 'LONG', value: 'abcdefghijkl' },
    ]);
    expect(both('abcdefghijkl abcdefgh')).toBe('[redacted LONG] [redacted SHORT]');
  });

  it('leaves ordinary words alone: a short value is no secret', () => {
    const text = 'none of the tests is a dummy';
    expect(createRedactor(['none', 'test', 'dummy', ''].map((value) => ({ name: 'K', value })))(text)).toBe(
      text,
    );
  });

  it('knows no secret but those that it was given', () => {
    expect(createRedactor([])(KEY)).toBe(KEY);
  });
});

describe('secrets of an environment', () => {
  it('are keys of providers and servers, what is named so, and passwords in URLs', () => {
    const variables = {
      OPENAI_API_KEY: 'key-of-openai',
      LAB: 'key-of-the-lab',
      GITHUB_TOKEN: 'token-of-github',
      db_password: 'password-of-db',
      HTTPS_PROXY: 'http://me:pass%2Fword@proxy:8080',
      KEYBOARD: 'mechanical',
      MAX_TOKENS: 'as many as fit',
      TOKEN: '100000000',
      PATH: '/usr/bin:/bin',
      UNSET: undefined,
    };
    expect(secretsOf({ variables, servers: [SERVER] })).toEqual([
      { name: 'OPENAI_API_KEY', value: 'key-of-openai' },
      { name: 'LAB', value: 'key-of-the-lab' },
      { name: 'GITHUB_TOKEN', value: 'token-of-github' },
      { name: 'db_password', value: 'password-of-db' },
      { name: 'HTTPS_PROXY', value: 'pass%2Fword' },
      { name: 'HTTPS_PROXY', value: 'pass/word' },
    ]);
  });

  it('are shown by the name of their variable', () => {
    const redact = redactorFor({ variables: { ANTHROPIC_API_KEY: 'sk-ant-0123456789' } });
    expect(redact('401: sk-ant-0123456789 is no key')).toBe('401: [redacted ANTHROPIC_API_KEY] is no key');
  });
});
