import type { ParameterValue } from './check.ts';
import type { Rubric } from './rubric.ts';
import type { SubjectSpec } from './subject.ts';

export const TRACKS = ['blind', 'repair', 'sighted'] as const;
export type Track = (typeof TRACKS)[number];

/** One deterministic criterion of a task. */
export interface CheckSpec {
  readonly id: string;
  /** What it measures: `containment`, `contact`, `order`…; groups the report. */
  readonly skill: string;
  /** Name of the check definition. */
  readonly check: string;
  /** Names of subjects, in the order that the check wants. */
  readonly of: readonly string[];
  /** Ids of criteria; while one of them is unmet this one is unmet too. */
  readonly needs: readonly string[];
  readonly weight: number;
  /** Which turn of an edit task it belongs to, from 1; left out in a task of one turn. */
  readonly turn?: number;
  /** Of a moving task: the frames in which it holds, from 1; left out: in every frame. */
  readonly frames?: readonly number[];
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** One way to understand a prompt that has several, each right: a drawing that meets all of these is read so. */
export interface Reading {
  readonly name: string;
  /** They earn nothing. Their ids are `<name>-<number>`. */
  readonly checks: readonly CheckSpec[];
}

/** A drawing that ships with a task. Good ones fail nothing and are unlike nothing: `isGood`. */
export interface KnownDrawing {
  readonly file: string;
  /** Of its first turn. */
  readonly path: string;
  /** Of the turns after the first, in their order; left out where there is one turn. */
  readonly laterPaths?: readonly string[];
  /** Exactly these criteria. */
  readonly fails: readonly string[];
  /** Which of the task's readings it is; left out where that does not matter. */
  readonly reading?: string;
  /** Ids of judged items that it should not meet; left out: none is known. */
  readonly unlike?: readonly string[];
}

/** One thing to draw, validated. `checks` holds the implied `<subject>-there` checks first, then those of the file. */
export interface Task {
  /** `suite/folder` */
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  /** Of the first turn. */
  readonly prompt: string;
  /** What is asked after that, one request after the other; left out where there is one turn. */
  readonly laterPrompts?: readonly string[];
  /** A drawing that the first request shows and that is to be changed; left out: the model begins with nothing. */
  readonly given?: { readonly path: string; readonly tex: string };
  /** A picture (PNG) that drawings are compared with, pixel by pixel, beside all checks. `hash`: SHA-256 of the file. */
  readonly reference?: { readonly path: string; readonly hash: string };
  /** A moving task: how many pictures are asked for in one reply. */
  readonly frames?: number;
  readonly tracks: readonly Track[];
  readonly tags: readonly string[];
  readonly level?: number;
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  readonly checks: readonly CheckSpec[];
  /** In the order in which they are tried; left out where the prompt has one reading. */
  readonly readings?: readonly Reading[];
  /** What vision judges are asked; left out where nothing is judged, or where no rubrics were looked up. */
  readonly rubric?: Rubric;
  readonly drawings: readonly KnownDrawing[];
  /** Path of its task.yaml. */
  readonly path: string;
  /** SHA-256 of all that a score depends on: prompts, the given drawing, frames, subjects, checks, readings. */
  readonly hash: string;
}

/** The prompts of all turns. */
export function promptsOf({
  prompt,
  laterPrompts = [],
}: Pick<Task, 'prompt' | 'laterPrompts'>): readonly string[] {
  return [prompt, ...laterPrompts];
}

/** Whether a known drawing is right in every way: it fails no criterion and is unlike nothing that is judged. */
export function isGood({ fails, unlike = [] }: Pick<KnownDrawing, 'fails' | 'unlike'>): boolean {
  return fails.length === 0 && unlike.length === 0;
}

/** The files of a known drawing, one a turn. */
export function pathsOf({ path, laterPaths = [] }: KnownDrawing): readonly string[] {
  return [path, ...laterPaths];
}
