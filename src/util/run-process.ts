import { spawn } from 'node:child_process';
import { killTree } from './kill-tree.ts';
import { processUsage } from './process-usage.ts';

/** A host command, as `Sandbox.wrap` gives it. */
export interface HostCommand {
  readonly file: string;
  readonly args: readonly string[];
}

export interface ProcessOptions {
  /** The whole process group is killed when this has passed. */
  readonly wallMs: number;
  /** How much of stdout and of stderr is kept, each; the rest is read and dropped. */
  readonly maxOutputBytes: number;
  readonly input?: Uint8Array;
  readonly cwd?: string;
  /** Empty by default: nothing of the caller's environment is handed on. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

export interface ProcessResult {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly timedOut: boolean;
  /** Processor time that it and its children had used when the wall limit struck; null when it did not, or can't be known. */
  readonly cpuMsAtTimeout: number | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly durationMs: number;
}

interface Keeper {
  add(chunk: Buffer): void;
  bytes(): Uint8Array;
}

function keepAtMost(maxBytes: number): Keeper {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    add(chunk) {
      if (size >= maxBytes) return;
      const kept = chunk.subarray(0, maxBytes - size);
      chunks.push(kept);
      size += kept.length;
    },
    bytes: () => Buffer.concat(chunks),
  };
}

/**
 * Runs a command with an empty environment and without stdin (or with the given bytes), in a process group of its own
 * that is killed, with all that it started, at the wall limit or when the signal aborts. Rejects when it can't be started (`ENOENT`…) and with
 * the signal's reason when aborted; an exit code, whichever, is a result.
 */
export function runProcess(command: HostCommand, options: ProcessOptions): Promise<ProcessResult> {
  options.signal?.throwIfAborted();
  const startedMs = performance.now();
  const child = spawn(command.file, command.args, {
    ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
    env: { ...options.environment },
    detached: true,
    stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  const [stdout, stderr] = [keepAtMost(options.maxOutputBytes), keepAtMost(options.maxOutputBytes)];
  child.stdout?.on('data', stdout.add);
  child.stderr?.on('data', stderr.add);
  // A child that doesn't read all of its input is no fault of ours (EPIPE).
  child.stdin?.on('error', () => {});
  child.stdin?.end(options.input);
  const kill = () => {
    if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) killTree(child.pid);
  };
  let timedOut = false;
  let cpuMsAtTimeout: number | null = null;
  const timer = setTimeout(() => {
    timedOut = true;
    cpuMsAtTimeout = child.pid === undefined ? null : (processUsage(child.pid)?.cpuMs ?? null);
    kill();
  }, options.wallMs);
  const onAbort = kill;
  options.signal?.addEventListener('abort', onAbort, { once: true });
  return new Promise<ProcessResult>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => {
      if (options.signal?.aborted) return reject(options.signal.reason);
      const durationMs = performance.now() - startedMs;
      const [out, err] = [stdout.bytes(), stderr.bytes()];
      resolve({ exitCode, signal, timedOut, cpuMsAtTimeout, stdout: out, stderr: err, durationMs });
    });
  }).finally(() => {
    clearTimeout(timer);
    options.signal?.removeEventListener('abort', onAbort);
  });
}
