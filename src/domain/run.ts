import type { Outcome, Stage } from './outcome.ts';
import type { Scene } from './scene.ts';
import type { Track } from './task.ts';
import type { Grade } from './verdict.ts';

/** One square of the sweep: what is to be drawn, by whom, under which rules, which of the samples. */
export interface Cell {
  readonly taskId: string;
  readonly modelId: string;
  readonly track: Track;
  readonly number: number;
}

/** Stable id of a sample: `task × model × track × number`, e.g. `otters/sea-otter|bundled/good|blind|1`. */
export function sampleId(cell: Cell): string {
  return [cell.taskId, cell.modelId, cell.track, cell.number].join('|');
}

/** All that is kept of one sample. What does not apply (no reply, no PDF) is null. */
export interface SampleRecord extends Cell {
  readonly id: string;
  readonly outcome: Outcome;
  readonly clean: boolean | null;
  readonly stage: Stage;
  readonly reason: string;
  readonly reply: string | null;
  /** The TikZ that was compiled, as the model wrote it. */
  readonly source: string | null;
  readonly log: string | null;
  readonly notes: readonly string[];
  /** SHA-256 of the blobs in the run file. */
  readonly pdfHash: string | null;
  readonly pngHash: string | null;
  readonly scene: Scene | null;
  readonly grade: Grade;
  readonly attempts: number;
  readonly durationMs: number;
}

/** A sample without its bulk: enough for statistics and tables over thousands of them. */
export type SampleSummary = Omit<SampleRecord, 'reply' | 'source' | 'log' | 'notes' | 'scene'>;

/** What it takes to repeat a run, and to say what was run. */
export interface RunInfo {
  readonly id: string;
  readonly title: string;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly finishedAt: string | null;
  readonly sandbox: { readonly name: string; readonly isSafe: boolean };
  /** Versions by name: otterbench, node, tex, pgf, pdfjs… */
  readonly versions: Readonly<Record<string, string>>;
  readonly tracks: readonly Track[];
  readonly models: readonly { readonly id: string; readonly disclosure: string | null }[];
  readonly tasks: readonly RunTask[];
  readonly samplesPerCell: number;
}

/** A task as it was when it was run. */
export interface RunTask {
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly prompt: string;
  readonly tags: readonly string[];
  readonly hash: string;
}
