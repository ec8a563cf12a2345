import { execFileSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathWith } from '../helpers/path-with.ts';
import { jsonLines, runOtterbench } from '../helpers/run-otterbench.ts';
import { ROOT } from '../helpers/workshop.ts';

/** What a user has who installed the package: Node 24 on the PATH, and an empty folder. */
const PATH = [dirname(process.execPath), process.env.PATH].join(delimiter);
const folder = mkdtempSync(join(tmpdir(), 'otterbench-package-'));
const program = join(folder, 'node_modules/.bin/otterbench');
const installed = { cwd: folder, program, environment: { PATH } };

function npm(args: readonly string[], cwd: string): void {
  execFileSync('npm', args, { cwd, env: { ...process.env, PATH }, stdio: 'pipe' });
}

beforeAll(() => {
  npm(['pack', '--silent', '--pack-destination', folder], ROOT);
  const tarball = globSync('otterbench-*.tgz', { cwd: folder })[0]!;
  npm(['install', '--prefer-offline', '--no-audit', '--no-fund', '--no-save', join(folder, tarball)], folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package, installed into an empty folder', () => {
  it('holds what runs need, and neither sources nor tests', () => {
    const root = join(folder, 'node_modules/otterbench');
    const tops = globSync('*', { cwd: root }).sort();
    expect(tops).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'bin', 'dist', 'latex', 'package.json', 'tasks']),
    );
    expect(tops).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(src|test|docs|bench|reports)$/)]),
    );
    expect(globSync('tasks/*/*/task.yaml', { cwd: root })).toEqual(
      globSync('tasks/*/*/task.yaml', { cwd: ROOT }),
    );
    const missing = globSync('src/**/*.ts', { cwd: ROOT, exclude: ['src/report/page/**'] })
      .map((path) => path.replace(/^src/, 'dist').replace(/\.ts$/, '.js'))
      .filter((path) => globSync(path, { cwd: root }).length === 0);
    expect(missing).toEqual([]);
  });

  it('finds all that it needs, by doctor', async () => {
    const ended = await runOtterbench(['doctor', '--json'], installed);
    expect(jsonLines(ended).filter(({ state }) => state === 'broken')).toEqual([]);
    expect(ended).toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('runs the bundled drawings to a report', async () => {
    const args = ['run', '--models', 'bundled/good', '--tasks', 'basics/house', '--out', 'house'];
    const { exitCode, stdout } = await runOtterbench(args, installed);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: expect.stringMatching(/\nhouse\/index\.html\n$/),
    });
    expect(globSync('house/{index.html,images/*.png}', { cwd: folder })).toHaveLength(2);
  });

  it("proves a person's own task in the working folder, and lets it come first", async () => {
    for (const name of ['mine/first', 'basics/house'])
      cpSync(join(ROOT, 'tasks/basics/house'), join(folder, 'tasks', name), { recursive: true });
    const plain = await runOtterbench(['tasks', 'check', 'mine/first', '--no-mutants'], installed);
    expect(plain).toMatchObject({ exitCode: 0, stdout: '✓ mine/first (7 drawings)\n' });
    const proof = await runOtterbench(['tasks', 'check', 'mine/first'], installed);
    expect(proof.exitCode).toBe(0);
    expect(proof.stdout).toMatch(
      /^✓ mine\/first \(7 drawings, [1-9]\d* mutants\)\n {2}criterion +killed by\n/,
    );
    const [task] = jsonLines(await runOtterbench(['tasks', 'list', 'basics/house', '--json'], installed));
    expect(task?.path).toBe(join(folder, 'tasks/basics/house/task.yaml'));
  });

  it('says so where Node is too old', async () => {
    const old = pathWith();
    writeFileSync(join(old, 'node'), '#!/bin/sh\necho 20.19.0\n', { mode: 0o755 });
    expect(await runOtterbench(['--version'], { ...installed, environment: { PATH: old } })).toEqual({
      exitCode: 2,
      signal: null,
      stdout: '',
      stderr:
        'otterbench: Node is too old; expected 24 or newer, got 20.19.0.\n' +
        'Install a newer Node, or put the one of the npm package "node" on the PATH (npm install node@24).\n',
    });
  });

  it('is a library too', () => {
    writeFileSync(join(folder, 'use.mjs'), SCRIPT);
    const env = { ...process.env, PATH };
    expect(execFileSync('node', ['use.mjs'], { cwd: folder, env, encoding: 'utf8' })).toBe('found true\n');
  });
});

const SCRIPT = `
import { CHECKS, extractDrawing } from 'otterbench';
const reply = 'Here: \\\\begin{tikzpicture}\\\\draw (0,0) circle (1);\\\\end{tikzpicture}';
console.log(extractDrawing(reply).outcome, CHECKS.some(({ name }) => name === 'inside'));
`;
