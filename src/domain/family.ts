import type { Random } from '../util/random.ts';
import type { ParameterValue } from './check.ts';
import type { SubjectSpec } from './subject.ts';

export const LEVELS = [1, 2, 3, 4, 5] as const;
export type Level = (typeof LEVELS)[number];

/** One criterion as a person would write it in a `task.yaml`: the check's own parameters stand beside the others. */
export interface WrittenCheck {
  readonly id: string;
  readonly skill: string;
  readonly check: string;
  readonly of?: string | readonly string[];
  readonly needs?: string | readonly string[];
  readonly weight?: number;
  readonly [parameter: string]: ParameterValue | readonly string[] | undefined;
}

/** A drawing that a generated task brings with it. `fails`: exactly these criteria must fail; none for good ones. */
export interface WrittenDrawing {
  /** `good-1.tex`, `bad-swapped.tex`… */
  readonly file: string;
  readonly source: string;
  readonly fails: readonly string[];
}

/** A task as it is written to disk: `task.yaml` and the files in `drawings/`. */
export interface WrittenTask {
  readonly title: string;
  readonly prompt: string;
  readonly tags: readonly string[];
  readonly level: Level;
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  readonly checks: readonly WrittenCheck[];
  readonly drawings: readonly WrittenDrawing[];
}

/**
 * A generator of tasks. It first makes a right layout and then tells of it, so that every task can be solved; it draws
 * that layout (the good drawing) and breaks it in named ways (the bad ones). All chance comes from `random`, so
 * the same seed gives the same task on every machine: numbers in drawings are rounded to a hundredth.
 */
export interface Family {
  readonly name: string;
  /** One sentence for docs and help. */
  readonly summary: string;
  /** What each level adds, easiest first; a few words each. */
  readonly levels: readonly [string, string, string, string, string];
  generate(random: Random, level: Level): WrittenTask;
}
