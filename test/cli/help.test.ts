import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMANDS, GROUPS, nameOf } from '../../src/cli/commands.ts';
import { helpText } from '../../src/cli/program.ts';
import { jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';
import { renderCliPage } from './cli-page.ts';

const LINES = [
  ...COMMANDS.map((command) => [nameOf(command)]),
  ...GROUPS.flatMap(({ name, commands }) => commands.map((command) => [name, nameOf(command)])),
];

describe('help', () => {
  it('docs/cli.md is what the commands say of themselves (vitest -u writes it)', async () => {
    await expect(await renderCliPage()).toMatchFileSnapshot(join(ROOT, 'docs/cli.md'));
  });

  it('of every command shows an example that starts with it', async () => {
    for (const words of LINES) {
      expect(await helpText(words)).toMatch(new RegExp(`Examples:\\n +otterbench ${words.join(' ')}\\b`));
    }
  });

  it('is printed by the program, as the version is', async () => {
    const help = await runOtterbench(['tasks', 'list', '--help']);
    expect(help).toEqual({
      exitCode: 0,
      signal: null,
      stdout: `${await helpText(['tasks', 'list'])}\n`,
      stderr: '',
    });
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect((await runOtterbench(['--version'])).stdout).toBe(`${version}\n`);
  });
});

describe('wrong use: exit code 2, and one message that names what was meant', () => {
  it.each([
    [[], 'expected a command of otterbench (demo, run,'],
    [['rendr'], 'got "rendr". Did you mean "render"?'],
    [
      ['tasks', 'lst'],
      'expected a command of otterbench tasks (list, show, check, new, generate), got "lst". Did you mean "list"?',
    ],
    [['run', '--conurrency', '2'], 'run: there is no flag --conurrency; did you mean --concurrency?'],
    [['run', 'a.yaml', 'b.yaml'], 'run: one argument too many, "b.yaml"'],
    [['run', '--models'], 'run: not enough arguments following: models'],
    [
      ['run', '--models', 'bundled/good', '--samples', 'x'],
      '--samples: expected a whole number from 1 to 10000, got "x".',
    ],
    [
      ['run', '--models', 'bundled/good', '--concurrency', '0'],
      '--concurrency: expected a whole number from 1 to 1000, got "0".',
    ],
    [
      ['run', '--models', 'bundled/good', '--min-score', '2'],
      '--min-score: expected a number from 0 to 1, got "2".',
    ],
    [
      ['run', '--models', 'bundled/good', '--tracks', 'blimd'],
      '--tracks: expected blind, repair, sighted, got "blimd".',
    ],
    [['run'], 'which models? Expected --models or a sweep file, got neither'],
    [['render', 'a.tex'], 'render: missing required argument: out'],
    [['render', 'a.tex', '--out', 'x', '--out', 'y'], '--out: expected it once, got it several times'],
    [['grade', 'basics/house'], 'grade: got 1 arguments, expected at least 2'],
    [['tasks', 'show', 'basics/hous'], 'No task matches "basics/hous"; did you mean "basics/house"?'],
  ])('%j', async (args, message) => {
    const { stderr, ...rest } = await runOtterbench(args);
    expect(rest).toEqual({ exitCode: 2, signal: null, stdout: '' });
    const [first, ...remedy] = stderr.trimEnd().split('\n');
    expect(first).toContain(message);
    expect(remedy).toHaveLength(1);
  });
});

describe('what there is here', () => {
  it('models list names the providers', async () => {
    expect((await runOtterbench(['models', 'list'])).stdout).toMatch(
      /^bundled +bundled\/good, bundled\/flawed/m,
    );
  });

  it('doctor tries everything, finds it good, and shows no value of a key', async () => {
    const ended = await runOtterbench(['doctor', '--json'], {
      environment: { OPENAI_API_KEY: 'sk-secret-value' },
    });
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
    const states = jsonLines(ended).map(({ what, state }) => [what, state]);
    expect(states.slice(0, 6)).toEqual([
      ['Node', 'good'],
      ['sandbox', 'good'],
      ['TeX', 'good'],
      ['a picture', 'good'],
      ['report page', 'good'],
      ['disk', 'good'],
    ]);
    expect(states.filter(([, state]) => state === 'broken')).toEqual([]);
    expect(ended.stdout).toContain('OPENAI_API_KEY');
    expect(ended.stdout).not.toContain('secret');
  });
});
