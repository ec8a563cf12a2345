import type { ParameterValue } from './check.ts';
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
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

/** A drawing that ships with a task. Good ones fail nothing. */
export interface KnownDrawing {
  readonly file: string;
  readonly path: string;
  readonly fails: readonly string[];
}

/** One thing to draw, validated. `checks` holds the implied `<subject>-there` checks first, then those of the file. */
export interface Task {
  /** `suite/folder` */
  readonly id: string;
  readonly suite: string;
  readonly title: string;
  readonly prompt: string;
  readonly tracks: readonly Track[];
  readonly tags: readonly string[];
  readonly level?: number;
  readonly subjects: Readonly<Record<string, SubjectSpec>>;
  readonly checks: readonly CheckSpec[];
  readonly rubric?: string;
  readonly drawings: readonly KnownDrawing[];
  /** Path of its task.yaml. */
  readonly path: string;
  /** SHA-256 of all that a score depends on: prompt, subjects, checks. */
  readonly hash: string;
}
