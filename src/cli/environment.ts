import { printable } from '../util/printable.ts';
import type { SecretSources } from './redact.ts';

/** Where a command reads and writes: all that it knows of the process around it. */
export interface Environment {
  readonly workingDirectory: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The folder that holds `tasks/`, `latex/`, `rubrics/` and the page of the report. */
  readonly packageDirectory: string;
  /** Messages go to a terminal. */
  readonly isInteractive: boolean;
  /** Somebody can answer a question. */
  readonly canAsk: boolean;
  /** Of the terminal as it is now. */
  readonly columns: number;
  readonly rows: number;
  readonly cpus: number;
  readonly signal: AbortSignal;
  now(): Date;
  /** 0 ≤ x < 1 */
  random(): number;
  /** A text without the secrets that are known; `out`, `write`, `say` and `draw` do it themselves. */
  redact(text: string): string;
  /** Makes more secrets known. */
  hide(sources: SecretSources): void;
  /** Data, a line at a time. */
  out(line: string): void;
  /** Data that was made safe to print already, as it is. */
  write(text: string): void;
  /** Messages, a line at a time. */
  say(line: string): void;
  /** Raw text to the message stream, for progress that overwrites itself. */
  draw(text: string): void;
  /** Asks on the terminal and gives the line that was typed; an empty one when the input ends. Throws the signal's reason. */
  ask(question: string): Promise<string>;
}

/** The streams of a process, narrowed to what is used, so that tests can listen. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Secrets are taken out of all that is written. Lines are made safe to print; `draw` and `write` write as they are given. */
export function speakTo(
  streams: Streams,
  redact: (text: string) => string,
): Pick<Environment, 'out' | 'write' | 'say' | 'draw'> {
  return {
    out: (line) => void streams.stdout.write(`${printable(redact(line))}\n`),
    write: (text) => void streams.stdout.write(redact(text)),
    say: (line) => void streams.stderr.write(`${printable(redact(line))}\n`),
    draw: (text) => void streams.stderr.write(redact(text)),
  };
}
