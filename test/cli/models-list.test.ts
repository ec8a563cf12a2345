import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelsListCommand } from '../../src/cli/commands/models-list.ts';
import type { Environment } from '../../src/cli/environment.ts';
import { folderWith, jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';

const OPTIONS = {
  json: false,
  models: [],
  provider: [],
  open: false,
  closed: false,
  vision: false,
  withKey: false,
  all: false,
  knownModels: undefined,
};

const KEYS = '.config/otterbench/keys';

interface Surroundings {
  readonly files?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
}

/** What the command prints in a folder with these files. */
async function list(
  options: Partial<typeof OPTIONS> | { readonly models: readonly string[]; readonly knownModels?: string },
  { files = {}, variables = {} }: Surroundings = {},
) {
  const folder = folderWith(files);
  if (KEYS in files) chmodSync(join(folder, KEYS), 0o640);
  const out: string[] = [];
  const said: string[] = [];
  const environment: Partial<Environment> = {
    workingDirectory: folder,
    packageDirectory: ROOT,
    variables: { HOME: folder, ...variables },
    out: (line) => void out.push(...line.split('\n')),
    say: (line) => void said.push(line),
  };
  await modelsListCommand.run({ ...OPTIONS, ...options } as never, environment as Environment);
  return { out, said, json: () => out.map((line) => JSON.parse(line)) };
}

const ids = (lines: readonly string[]) =>
  lines.map((line) => line.split(' ')[0]).filter((id) => id?.includes('/'));

describe('otterbench models list', () => {
  it('shows providers with what they want, and no model where no key is here', async () => {
    const { out, said } = await list({});
    expect(out.find((line) => line.startsWith('openai '))).toMatch(
      /^openai +OPENAI_API_KEY: missing +\d+ known +OpenAI/,
    );
    expect(out.find((line) => line.startsWith('bundled '))).toMatch(/bundled\/good, bundled\/flawed/);
    expect(ids(out)).toEqual([]);
    expect(said.at(-1)).toMatch(/^\d+ models are known\. All of them: otterbench models list --all$/);
  });

  it('shows the models that have a key here, and never the key', async () => {
    const variables = { DEEPSEEK_API_KEY: 'sk-planted-0123456789' };
    const { out, said } = await list({}, { variables });
    expect(out.find((line) => line.startsWith('deepseek '))).toContain('DEEPSEEK_API_KEY: here');
    expect([...new Set(ids(out).map((id) => id?.split('/')[0]))]).toEqual(['deepseek']);
    expect([...out, ...said].join()).not.toContain('planted');
  });

  it('reads keys from the key file', async () => {
    const files = { [KEYS]: 'XAI_API_KEY=planted\n' };
    const { out, said } = await list({ withKey: true }, { files });
    expect(new Set(ids(out).map((id) => id?.split('/')[0]))).toEqual(new Set(['xai']));
    expect(said).toEqual([
      expect.stringMatching(/^warning: .*keys: others may read your keys; run: chmod 600 /),
    ]);
  });

  it('shows all that is known of those that a pattern fits, the newest first', async () => {
    const { out } = await list({ models: ['openai/gpt-4o*', 'ollama/gpt-oss:20b'] });
    expect(out[0]).toMatch(/^model +released +weights +\$ per million in \/ out +pictures +key$/);
    expect(out.slice(1).map((line) => line.split(/ {2,}/))).toEqual([
      ['openai/gpt-4o-2024-11-20', '2024-11-20', 'closed', '2.5 / 10', 'yes', 'missing'],
      ['openai/gpt-4o-2024-08-06', '2024-08-06', 'closed', '2.5 / 10', 'yes', 'missing'],
      ['openai/gpt-4o-mini', '2024-07-18', 'closed', '0.15 / 0.6', 'yes', 'missing'],
      ['openai/gpt-4o', '2024-05-13', 'closed', '2.5 / 10', 'yes', 'missing'],
      ['openai/gpt-4o-2024-05-13', '2024-05-13', 'closed', '5 / 15', 'yes', 'missing'],
      ['ollama/gpt-oss:20b', '2025-08-05', 'open', 'no charge', 'no', 'none needed'],
    ]);
  });

  it('filters by provider, weights and sight; all must hold', async () => {
    const all = (await list({ all: true, json: true })).json();
    const wanted = (
      await list({ json: true, provider: ['ollama', 'gemini'], open: true, vision: true } as never)
    ).json();
    expect(wanted.map(({ id }) => id)).toEqual(
      all
        .filter(({ provider }) => ['ollama', 'gemini'].includes(provider))
        .filter((one) => one.hasOpenWeights === true && one.seesPictures === true)
        .map(({ id }) => id),
    );
    expect(wanted.length).toBeGreaterThan(10);
    const closed = (await list({ json: true, provider: ['ollama'], closed: true } as never)).json();
    expect(closed.map(({ id }) => id)).toEqual(['ollama/gemini-3-flash-preview']);
  });

  it('gives one JSON line a model, all of them when nothing is asked', async () => {
    const lines = (await list({ json: true }, { variables: { OPENAI_API_KEY: 'planted' } })).json();
    expect(lines.length).toBeGreaterThan(200);
    expect(lines.find(({ id }) => id === 'openai/o3')).toEqual({
      id: 'openai/o3',
      name: 'o3',
      family: 'o',
      maker: 'OpenAI',
      releasedOn: '2025-04-16',
      hasOpenWeights: false,
      contextTokens: 200_000,
      maxOutputTokens: 100_000,
      seesPictures: true,
      reasons: true,
      takesTemperature: false,
      price: { inputUsd: 2, outputUsd: 8, cachedInputUsd: 0.5, basis: 'models.dev, read 2026-07-02' },
      provider: 'openai',
      hasKey: true,
    });
  });

  it("takes a person's own models and servers from models.yaml, or from the file that is named", async () => {
    const table = (input: number) => `models:
  openai/otter-1: {releasedOn: 2026-01-01, price: {inputUsd: ${input}, outputUsd: 9}}
servers:
  lab: {baseUrl: 'http://lab:8000/v1', keyVariable: LAB_KEY}
`;
    const files = { 'models.yaml': table(7), 'other.yaml': table(8) };
    expect((await list({ models: ['openai/otter-1'] }, { files })).out[1]).toMatch(
      /^openai\/otter-1 +2026-01-01 +unknown +7 \/ 9 +unknown +missing$/,
    );
    expect(
      (await list({ models: ['openai/otter-1'], knownModels: 'other.yaml' }, { files })).out[1],
    ).toContain('8 / 9');
    const { out } = await list({}, { files, variables: { LAB_KEY: 'planted' } });
    expect(out.find((line) => line.startsWith('compatible/lab'))).toMatch(
      /^compatible\/lab +LAB_KEY: here +http:\/\/lab:8000\/v1$/,
    );
  });

  it.each([
    [{ models: ['openai/gpt-4oo'] }, 'no known model fits "openai/gpt-4oo"; did you mean "openai/gpt-4o"?'],
    [{ provider: ['opnai'] }, 'unknown provider "opnai"; did you mean "openai"?'],
    [{ open: true, closed: true }, '--open and --closed exclude each other; expected one of them'],
  ])('refuses %j', async (options, message) => {
    await expect(list(options as never)).rejects.toMatchObject({ name: 'UsageError', message });
  });

  it('names the file in which a mistake is', async () => {
    const files = { 'models.yaml': 'models:\n  opnai/a: {}\n' };
    await expect(list({}, { files })).rejects.toThrow(
      expect.objectContaining({
        message: expect.stringContaining(join('models.yaml:2:3: unknown provider "opnai"')),
      }),
    );
  });

  it('takes its flags from the command line, lists in all ways that lists may be written', async () => {
    const args = [
      'models',
      'list',
      'xai/*',
      'groq/*',
      '--provider',
      'xai,groq',
      '--closed',
      '--with-key',
      '--json',
    ];
    const environment = { XAI_API_KEY: 'sk-planted-0123456789', GROQ_API_KEY: 'sk-planted-9876543210' };
    const ended = await runOtterbench(args, { environment });
    expect({ ...ended, stdout: '' }).toEqual({ exitCode: 0, signal: null, stdout: '', stderr: '' });
    expect(new Set(jsonLines(ended).map(({ provider, hasKey }) => `${provider} ${hasKey}`))).toEqual(
      new Set(['xai true']),
    );
    expect(ended.stdout).not.toContain('planted');
  });

  it('ends with 2 where a file of the user is wrong, and tells all of it', async () => {
    const cwd = folderWith({
      'models.yaml': 'modles: {}\nservers: {lab: {apiKey: sk-planted-0123456789}}\n',
    });
    const { exitCode, stdout, stderr } = await runOtterbench(['models', 'list'], { cwd });
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: '' });
    expect(stderr.split('\n').filter((line) => line.includes('models.yaml:'))).toHaveLength(3);
    expect(stderr).not.toContain('planted');
  });
});
