import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { killTree } from '../../util/kill-tree.ts';
import { createFrameDecoder, encodeFrame } from '../worker/frames.ts';
import type { WorkerMessage, WorkerRequest } from '../worker/messages.ts';
import { checkMessage } from './check-message.ts';

/** What a worker's process tells its owner. */
export interface WorkerEvents {
  /** Null: what came makes no sense. */
  onMessage(message: WorkerMessage | null): void;
  onNonsense(reason: string): void;
  /** The process is gone; `reason` says how it ended. */
  onGone(reason: string): void;
}

export interface SpawnedWorker {
  readonly pid: number | undefined;
  readonly gone: Promise<void>;
  send(request: WorkerRequest): void;
  kill(): void;
}

/** Masks of many things make large answers; beyond this something is wrong. */
const MAX_ANSWER_BYTES = 512 * 1024 * 1024;
const MAX_STDERR_LENGTH = 2000;

export function spawnWorker(
  command: { readonly file: string; readonly args: readonly string[] },
  events: WorkerEvents,
): SpawnedWorker {
  const child = spawn(command.file, command.args, { env: {}, stdio: 'pipe', detached: true });
  const gone = new Promise<void>((resolve) => {
    const stderr = collectText(child);
    child.once('close', (code, signal) => {
      events.onGone(describeEnd(signal ?? code, stderr()));
      resolve();
    });
    child.once('error', (error) => {
      events.onGone(error.message);
      resolve();
    });
  });
  listen(child, events);
  return {
    pid: child.pid,
    gone,
    send: (request) => void child.stdin.write(encodeFrame(request)),
    kill: () => {
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        killTree(child.pid);
    },
  };
}

function listen(child: ChildProcessWithoutNullStreams, events: WorkerEvents): void {
  const decode = createFrameDecoder(MAX_ANSWER_BYTES);
  child.stdout.on('data', (piece: Buffer) => {
    try {
      for (const message of decode(piece)) events.onMessage(checkMessage(message));
    } catch (error) {
      events.onNonsense(error instanceof Error ? error.message : 'it sent no frame');
    }
  });
  // A worker that dies while it is written to is seen by its end.
  child.stdin.on('error', () => {});
}

function collectText(child: ChildProcessWithoutNullStreams): () => string {
  let text = '';
  child.stderr.on('data', (piece: Buffer) => {
    if (text.length < MAX_STDERR_LENGTH) text += piece.toString('latin1');
  });
  return () => text;
}

function describeEnd(how: string | number | null, stderr: string): string {
  const said = stderr.trim().split('\n').slice(0, 3).join(' ').slice(0, 300);
  return `it ended with ${how ?? 'an error'}${said === '' ? '' : `: ${said}`}`;
}
