import type { Drawing, Extraction } from '../domain/drawing.ts';
import type { Model } from '../domain/model.ts';
import type { Clock, SceneReader, TexCompiler } from '../domain/ports.ts';
import type { Rendered, SeenPicture } from '../domain/rendered.ts';
import type { Cell } from '../domain/run.ts';
import type { Task } from '../domain/task.ts';
import type { Grade } from '../domain/verdict.ts';
import type { Prompts } from '../draw/prompts.ts';
import type { Reached } from '../grade/grade.ts';
import type { ReplyCache } from '../store/reply-cache.ts';
import type { RunStore } from '../store/run-store.ts';
import type { Asker } from './asking/ask.ts';
import type { Rounds } from './plan.ts';
import type { StageInputs } from './stage-key.ts';
import type { SweepEvent } from './sweep-event.ts';

/** One sample: the cell with what it speaks of. */
export interface Sample {
  readonly id: string;
  readonly cell: Cell;
  readonly task: Task;
  readonly model: Model;
}

/** What pictures and grades depend on besides their inputs, by name: a change does the stage again. */
export interface StageVersions {
  readonly render: StageInputs;
  readonly grade: StageInputs;
}

/** What it takes to draw and grade a reply. Ports and the clock are arguments; nothing is looked up elsewhere. */
export interface DrawingContext {
  readonly store: RunStore;
  readonly compiler: TexCompiler;
  readonly reader: SceneReader;
  readonly grade: (task: Task, rendered: Rendered, reached?: Reached) => Grade;
  /** Pictures of given drawings by the hash of their task, filled as they are needed. */
  readonly givenPictures: Map<string, readonly SeenPicture[]>;
  readonly versions: StageVersions;
  readonly clock: Clock;
  readonly onEvent: (event: SweepEvent) => void;
  /** Waits for its turn: no more drawings at a time than the machine has room for. */
  readonly takeTurn: <Result>(work: () => Promise<Result>) => Promise<Result>;
  readonly extract?: (reply: string, frames?: number) => Extraction;
  readonly mark?: (drawing: Drawing) => Drawing;
  readonly signal?: AbortSignal;
}

/** What it takes to bring a sample from nothing to its grade. */
export interface CellContext extends DrawingContext {
  readonly prompts: Prompts;
  readonly rounds: Rounds;
  readonly asker: Asker;
  /** Null: no cache. */
  readonly cache: ReplyCache | null;
}
