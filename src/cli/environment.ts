import { printable } from '../util/printable.ts';

/** Where a command reads and writes: all that it knows of the process around it. */
export interface Environment {
  readonly workingDirectory: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** The folder that holds `tasks/`, `latex/`, `rubrics/` and the page of the report. */
  readonly packageDirectory: string;
  readonly isInteractive: boolean;
  readonly columns: number;
  readonly cpus: number;
  readonly signal: AbortSignal;
  now(): Date;
  /** Data, a line at a time. */
  out(line: string): void;
  /** Messages, a line at a time. */
  say(line: string): void;
  /** Raw text to the message stream, for progress that overwrites itself. */
  draw(text: string): void;
}

/** The streams of a process, narrowed to what is used, so that tests can listen. */
export interface Streams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number };
}

/** Lines are made safe to print; only `draw` writes as it is given. */
export function speakTo(streams: Streams): Pick<Environment, 'out' | 'say' | 'draw'> {
  return {
    out: (line) => void streams.stdout.write(`${printable(line)}\n`),
    say: (line) => void streams.stderr.write(`${printable(line)}\n`),
    draw: (text) => void streams.stderr.write(text),
  };
}
