import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../helpers/model-server.ts';
import { runOtterbench } from '../helpers/run-otterbench.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';
import { ROOT } from '../helpers/workshop.ts';

const MODELS = 'openai/gpt-5-mini,ollama/gemma3';

describe('a dry run', () => {
  it('needs neither a key nor a server, asks nobody and writes nothing', async () => {
    const cwd = temporaryFolder();
    const environment = { OLLAMA_HOST: '127.0.0.1:1' };
    const { exitCode, stdout, stderr } = await runOtterbench(
      ['run', '--models', MODELS, '--tasks', 'basics/house', '--dry-run'],
      { cwd, environment },
    );
    expect({ exitCode, stderr, files: readdirSync(cwd) }).toEqual({ exitCode: 0, stderr: '', files: [] });
    expect(stdout).toContain('2 samples of 1 task: openai/gpt-5-mini (1), ollama/gemma3 (1)');
  });
});

describe('a run without what it needs', () => {
  it('names each missing key and server, what to do, and makes nothing', async () => {
    const cwd = temporaryFolder();
    const environment = { OLLAMA_HOST: '127.0.0.1:1' };
    const { exitCode, stderr } = await runOtterbench(
      ['run', '--models', MODELS, '--tasks', 'basics/house', '--yes'],
      { cwd, environment },
    );
    expect({ exitCode, files: readdirSync(cwd) }).toEqual({ exitCode: 2, files: [] });
    expect(stderr).toContain('openai/gpt-5-mini needs a key: the variable OPENAI_API_KEY is not set');
    expect(stderr).toContain('no Ollama server at 127.0.0.1:1');
  });
});

describe('a run whose reader goes away', () => {
  let server: ModelServer;
  beforeAll(async () => {
    server = await startModelServer();
  });
  afterAll(async () => server?.close());

  it('stops cleanly, is not taken for done, and can be gone on with', async () => {
    const cwd = temporaryFolder();
    const run = [
      'run',
      '--models',
      'openai/gpt-5-mini',
      '--tasks',
      'basics/*',
      '--out',
      'r',
      '--yes',
      '--no-cache',
    ];
    const program = join(ROOT, 'bin', 'otterbench');
    const piped = `set -o pipefail; "$0" "$@" --json | head -n 1`;
    const first = await runOtterbench(['-c', piped, program, ...run], {
      program: '/bin/bash',
      cwd,
      environment: server.variables,
    });
    expect(first.exitCode).toBe(130);
    const second = await runOtterbench(run, { cwd, environment: server.variables });
    expect(second.exitCode).toBe(0);
  });
});
