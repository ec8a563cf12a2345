// A process of its own, inside of a sandbox: it may use what only `cli` may elsewhere.
import { exit, resourceUsage, stdin, stdout } from 'node:process';
import { readScene } from '../read-scene.ts';
import { createFrameDecoder, encodeFrame } from './frames.ts';
import type { PackedMessage, WorkerRequest } from './messages.ts';
import { packMasks } from './packed-masks.ts';

/** The largest PDF that is read, and something for the subjects. */
const MAX_REQUEST_BYTES = 64 * 1024 * 1024;

const decode = createFrameDecoder(MAX_REQUEST_BYTES);
let last: Promise<void> = Promise.resolve();

stdin.on('data', (piece: Buffer) => {
  for (const message of decode(piece)) last = last.then(() => answer(message as WorkerRequest));
});
// The pool is gone: nobody reads the answer.
stdin.on('end', () => exit(0));
send({ kind: 'ready' });

async function answer({ id, request }: WorkerRequest): Promise<void> {
  try {
    const reading = packMasks(await readScene(request));
    // No /proc in the sandbox, hence no memoryUsage(); getrusage counts in KiB.
    send({ kind: 'reading', id, reading, peakBytes: resourceUsage().maxRSS * 1024 });
  } catch (error) {
    send({
      kind: 'bug',
      id,
      reason: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    });
  }
}

function send(message: PackedMessage): void {
  stdout.write(encodeFrame(message));
}
