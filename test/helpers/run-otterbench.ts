import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';
import { ROOT, testCache } from './workshop.ts';

/** What a process of the command line said and how it ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Working folder; a fresh one unless given. */
  readonly cwd?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** Arguments of bubblewrap that put the process on another disk: `--size 4096 --tmpfs /mnt`. */
  readonly disk?: readonly string[];
  /** The program; that of the checkout unless given. */
  readonly program?: string;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when standard error holds this; rejects when the process ends without having said it. */
  said(text: string): Promise<void>;
}

/** Starts the real `bin/otterbench` with an environment that holds nothing of ours but the way to the programs and the cache. */
export function startOtterbench(args: readonly string[], options: RunOptions = {}): Started {
  const program = options.program ?? join(ROOT, 'bin', 'otterbench');
  const outer = options.disk
    ? ['/usr/bin/bwrap', '--dev-bind', '/', '/', '--proc', '/proc', ...options.disk]
    : [];
  const [file = program, ...rest] = [...outer, program, ...args];
  const cwd = options.cwd ?? temporaryFolder();
  const child = spawn(file, rest, {
    cwd,
    env: environmentOf(cwd, options),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const texts = { stdout: '', stderr: '' };
  const waiting = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (piece: string) => {
      texts[name] += piece;
      for (const check of waiting) check();
    });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal, ...texts }));
  });
  const said = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = () => texts.stderr.includes(text) && resolve();
      waiting.add(check);
      check();
      ended.then(() => reject(new Error(`it ended without saying "${text}": ${texts.stderr}`)), reject);
    });
  return { child, ended, said };
}

/** Runs a command line to its end. */
export function runOtterbench(args: readonly string[], options: RunOptions = {}): Promise<Ended> {
  return startOtterbench(args, options).ended;
}

function environmentOf(home: string, { environment }: RunOptions): Record<string, string> {
  return { PATH: process.env.PATH ?? '', HOME: home, OTTERBENCH_CACHE: testCache(), ...environment };
}

/** A fresh folder with these files, by their paths. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The lines of JSON that a command printed. */
export function jsonLines({ stdout }: Ended): Record<string, unknown>[] {
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** Ends a process that a failing test would leave behind. */
export function endWithTest({ child }: Started): void {
  onTestFinished(() => void child.kill('SIGKILL'));
}

export const DISC = '\\begin{tikzpicture}\n\\fill[red] (0,0) circle (1);\n\\end{tikzpicture}\n';
