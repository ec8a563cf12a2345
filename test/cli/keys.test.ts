import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKeys, warnOfLooseFile } from '../../src/cli/keys.ts';
import { UsageError } from '../../src/domain/usage-error.ts';
import { folderWith } from '../helpers/run-otterbench.ts';

/** A home with this key file, which only its owner may read. */
function homeWith(text: string, mode = 0o600) {
  const home = folderWith({ '.config/otterbench/keys': text });
  const file = join(home, '.config/otterbench/keys');
  chmodSync(file, mode);
  return {
    file,
    read: (variables = {}) => readKeys({ variables: { HOME: home, ...variables }, workingDirectory: home }),
    home,
  };
}

function mistakesOf(read: () => unknown): { message: string; remedy: string | null } {
  try {
    read();
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, remedy: error.remedy };
    throw error;
  }
  throw new Error('expected a UsageError, and there was none');
}

describe('the key file', () => {
  it('completes the environment, in all the ways that a line may be written', () => {
    const { file, home, read } = homeWith(
      '\ufeff# my keys\n\nOPENAI_API_KEY=sk-1 # work\r\n  export LAB_KEY = "a # b"\nXAI_API_KEY=\'x y\'\nEMPTY=\n',
    );
    expect(read()).toEqual({
      variables: { HOME: home, OPENAI_API_KEY: 'sk-1', LAB_KEY: 'a # b', XAI_API_KEY: 'x y', EMPTY: '' },
      file,
      isLoose: false,
    });
  });

  it('never changes a variable that is set, even to nothing', () => {
    const { read } = homeWith('OPENAI_API_KEY=file\nXAI_API_KEY=file\nLAB_KEY=file\n');
    const { variables } = read({ OPENAI_API_KEY: 'mine', XAI_API_KEY: '', LAB_KEY: undefined });
    expect(variables).toMatchObject({ OPENAI_API_KEY: 'mine', XAI_API_KEY: '', LAB_KEY: 'file' });
  });

  it('lies where OTTERBENCH_KEYS or XDG_CONFIG_HOME say', () => {
    const home = folderWith({ 'my.keys': 'A_KEY=1\n', 'settings/otterbench/keys': 'A_KEY=2\n' });
    const read = (variables: Record<string, string>) =>
      readKeys({ variables: { HOME: home, ...variables }, workingDirectory: home }).variables.A_KEY;
    expect(read({ OTTERBENCH_KEYS: 'my.keys' })).toBe('1');
    expect(read({ XDG_CONFIG_HOME: join(home, 'settings') })).toBe('2');
    expect(read({})).toBe(undefined);
  });

  it('may be missing, unless it was named', () => {
    const home = folderWith({});
    const variables = { HOME: home };
    expect(readKeys({ variables, workingDirectory: home })).toEqual({
      variables,
      file: null,
      isLoose: false,
    });
    const named = { ...variables, OTTERBENCH_KEYS: 'none' };
    expect(mistakesOf(() => readKeys({ variables: named, workingDirectory: home }))).toEqual({
      message: `${join(home, 'none')}: expected a file of keys, there is none`,
      remedy: 'OTTERBENCH_KEYS names another one.',
    });
  });

  it('is a file', () => {
    const home = folderWith({});
    mkdirSync(join(home, 'keys'));
    const variables = { HOME: home, OTTERBENCH_KEYS: 'keys' };
    expect(mistakesOf(() => readKeys({ variables, workingDirectory: home })).message).toBe(
      `${join(home, 'keys')}: expected a file of keys, got something else`,
    );
  });

  it('can be read', () => {
    const home = folderWith({});
    symlinkSync('keys', join(home, 'keys'));
    const variables = { HOME: home, OTTERBENCH_KEYS: 'keys' };
    expect(mistakesOf(() => readKeys({ variables, workingDirectory: home })).message).toBe(
      `${join(home, 'keys')}: expected a file of keys, but it can't be read (ELOOP)`,
    );
  });

  it('lists its mistakes by line and repeats nothing that could be a key', () => {
    const { file, read } = homeWith(
      'sk-secret-1\nsk-secret-2=x\nA_KEY="sk-secret-3\nB_KEY=sk-secret-4\nB_KEY=sk-secret-5\nC_KEY=sk-secr\u00e9t\n',
    );
    expect(mistakesOf(read)).toEqual({
      message: [
        `${file}:1: expected NAME=value`,
        `${file}:2: expected NAME=value`,
        `${file}:3: A_KEY: the quotes do not close, or something follows them`,
        `${file}:5: B_KEY a second time`,
        `${file}:6: C_KEY: expected plain characters (ASCII)`,
      ].join('\n'),
      remedy: 'A line is: NAME=value',
    });
  });

  it.each([0o640, 0o604, 0o660])('with mode %o is one that others may read, and says what to do', (mode) => {
    const { file, read } = homeWith('A_KEY=1\n', mode);
    expect(warnOfLooseFile(read())).toBe(`${file}: others may read your keys; run: chmod 600 ${file}`);
  });

  it.each([0o600, 0o400, 0o700])('with mode %o is nothing to warn of', (mode) => {
    expect(warnOfLooseFile(homeWith('A_KEY=1\n', mode).read())).toBe(null);
  });
});
