import { type Environment, speakTo } from '../../src/cli/environment.ts';

/** An environment that keeps all that is said, and whose clock stands still until a test turns it. */
export interface ListeningEnvironment extends Environment {
  readonly stdout: string[];
  readonly stderr: string[];
  nowMs: number;
  columns: number;
  rows: number;
}

export function listeningEnvironment(changes: Partial<Environment> = {}): ListeningEnvironment {
  const stdout: string[] = [];
  const stderr: string[] = [];
  const environment: ListeningEnvironment = {
    stdout,
    stderr,
    nowMs: 1_700_000_000_000,
    workingDirectory: '/home/otter',
    variables: {},
    packageDirectory: '/package',
    isInteractive: false,
    canAsk: false,
    columns: 80,
    rows: 24,
    cpus: 2,
    signal: new AbortController().signal,
    now: () => new Date(environment.nowMs),
    random: () => 0.5,
    redact: (text) => text,
    hide: () => {},
    ask: () => Promise.reject(new Error('nobody is to be asked')),
    ...speakTo(
      { stdout: { write: (text) => stdout.push(text) }, stderr: { write: (text) => stderr.push(text) } },
      (text) => text,
    ),
  };
  return Object.assign(environment, changes);
}
