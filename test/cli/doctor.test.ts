import { chmodSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { examineModels } from '../../src/cli/doctor/examine-models.ts';
import { examineOllama } from '../../src/cli/doctor/examine-ollama.ts';
import { folderWith } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';

const KEYS = '.config/otterbench/keys';
// Nothing listens on port 1.
const NOBODY = '127.0.0.1:1';

/** A home with these files, examined. */
async function examined(
  files: Readonly<Record<string, string>>,
  {
    variables = {},
    keyMode = 0o600,
  }: { readonly variables?: Record<string, string>; readonly keyMode?: number } = {},
) {
  const home = folderWith(files);
  if (KEYS in files) chmodSync(join(home, KEYS), keyMode);
  const findings = await examineModels({
    workingDirectory: home,
    packageDirectory: ROOT,
    variables: { HOME: home, OTTERBENCH_CACHE: join(home, 'cache'), OLLAMA_HOST: NOBODY, ...variables },
  });
  return { home, findings };
}

/** The address of a server that answers so. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  await new Promise((resolve) => server.once('listening', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('what doctor says of models', () => {
  it('where nothing is set up: nothing is wrong', async () => {
    const { home, findings } = await examined({});
    expect(findings).toEqual([
      {
        what: 'keys',
        state: 'note',
        detail: 'none here; bundled and recorded drawings and models of your own machines need none',
        remedy: null,
      },
      { what: 'key file', state: 'note', detail: `none; it would be ${join(home, KEYS)}`, remedy: null },
      { what: 'known models', state: 'good', detail: expect.stringMatching(/^\d+$/), remedy: null },
      {
        what: 'Ollama',
        state: 'note',
        detail: `no server answers at ${NOBODY}`,
        remedy: expect.stringContaining('ollama serve'),
      },
      { what: 'response cache', state: 'note', detail: 'empty', remedy: null },
    ]);
  });

  it('names keys by their variables, never by their values, and says who may read the file', async () => {
    const files = {
      [KEYS]: 'LAB_KEY=sk-planted-1\n',
      'models.yaml': 'servers: {lab: {baseUrl: "http://lab/v1", keyVariable: LAB_KEY}}\n',
      'cache/replies.sqlite': 'x'.repeat(1500),
      'cache/replies.sqlite-wal': 'x'.repeat(500),
    };
    const variables = { OPENAI_API_KEY: 'sk-planted-2', XAI_API_KEY: ' ' };
    const { home, findings } = await examined(files, { variables, keyMode: 0o644 });
    expect(findings.filter(({ what }) => what !== 'Ollama')).toEqual([
      { what: 'keys', state: 'note', detail: 'here: OPENAI_API_KEY, LAB_KEY', remedy: null },
      {
        what: 'key file',
        state: 'note',
        detail: `${join(home, KEYS)}: others may read your keys`,
        remedy: `Run: chmod 600 ${join(home, KEYS)}`,
      },
      {
        what: 'known models',
        state: 'good',
        detail: expect.stringMatching(/^\d+; servers of your own: lab$/),
        remedy: null,
      },
      {
        what: 'response cache',
        state: 'note',
        detail: `2.0 kB in ${join(home, 'cache/replies.sqlite')}`,
        remedy: null,
      },
    ]);
    expect(JSON.stringify(findings)).not.toContain('planted');
  });

  it('finds a file of keys that only its owner may read good', async () => {
    const { home, findings } = await examined({ [KEYS]: 'A_KEY=1\n' });
    expect(findings[1]).toEqual({ what: 'key file', state: 'good', detail: join(home, KEYS), remedy: null });
  });

  it('names what is wrong with the files of the user, each once', async () => {
    const broken = (await examined({ [KEYS]: 'sk-planted\n', 'models.yaml': 'modles: {}\n' })).findings;
    expect(broken.filter(({ state }) => state === 'broken')).toEqual([
      {
        what: 'key file',
        state: 'broken',
        detail: expect.stringMatching(/keys:1: expected NAME=value$/),
        remedy: 'A line is: NAME=value',
      },
    ]);
    const { findings } = await examined({ 'models.yaml': 'modles: {}\n' });
    expect(findings.filter(({ state }) => state === 'broken')).toEqual([
      {
        what: 'known models',
        state: 'broken',
        detail: expect.stringContaining('models.yaml:1:1: unknown key "modles"'),
        remedy: expect.any(String),
      },
    ]);
  });
});

describe('what doctor says of Ollama', () => {
  it('names the first models that a server has', async () => {
    const models = ['a:1b', 'b', 'c', 'd', 'e\u001b[2J', 'f', 'g'].map((name) => ({ name }));
    const asked: unknown[] = [];
    const host = await serve(({ url, headers }, response) => {
      asked.push([url, headers.authorization]);
      response.end(JSON.stringify({ models }));
    });
    expect(await examineOllama({ OLLAMA_HOST: host, OLLAMA_API_KEY: 'planted' })).toEqual({
      what: 'Ollama',
      state: 'good',
      detail: `at ${host}: a:1b, b, c, d, e\\u{1b}[2J and 2 more`,
      remedy: null,
    });
    expect(asked).toEqual([['/api/tags', undefined]]);
  });

  it('says how to get a model where there is none', async () => {
    const host = await serve((_, response) => response.end('{"models": []}'));
    expect(await examineOllama({ OLLAMA_HOST: host })).toMatchObject({
      state: 'good',
      detail: expect.stringContaining('ollama pull'),
    });
  });

  it.each<[string, RequestListener]>([
    ['something else', (_, response) => response.end('<html>')],
    ['null', (_, response) => response.end('null')],
    ['an error', (_, response) => response.writeHead(500).end('{"models": []}')],
    ['another address', (_, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['nothing, ever', () => {}],
  ])('does not take what answers %s for Ollama', async (_, answer) => {
    const host = await serve(answer);
    expect(await examineOllama({ OLLAMA_HOST: host }, { timeoutMs: 200 })).toMatchObject({
      state: 'note',
      detail: `no server answers at ${host}`,
    });
  });

  it('refuses an address that is none', async () => {
    expect(await examineOllama({ OLLAMA_HOST: 'http://me:planted@host' })).toEqual({
      what: 'Ollama',
      state: 'broken',
      detail: expect.not.stringContaining('planted'),
      remedy: null,
    });
  });
});
