import { createInterface } from 'node:readline';

/** Asks a question and gives the line that was typed; an empty one when the input ends. Throws the signal's reason. */
export async function askOnTerminal(question: string, { input, output, signal }: Terminal): Promise<string> {
  signal.throwIfAborted();
  const lines = createInterface({ input, output });
  try {
    return await new Promise<string>((resolve, reject) => {
      lines.once('close', () => resolve(''));
      // Readline takes Ctrl-C for itself: then there is no signal.
      lines.once('SIGINT', () => process.kill(process.pid, 'SIGINT'));
      const stop = (): void => {
        output.write('\n');
        reject(signal.reason);
      };
      signal.addEventListener('abort', stop, { once: true });
      lines.question(question, resolve);
    });
  } finally {
    lines.close();
  }
}

interface Terminal {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  readonly signal: AbortSignal;
}
