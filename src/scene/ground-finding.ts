import type { Mark, Scene } from '../domain/scene.ts';
import type { GroundedBy, SubjectSpec } from '../domain/subject.ts';
import type { InkOf } from './masks.ts';

/** What one way of looking found for a subject, before anybody asked whether it can be seen. */
export interface Finding {
  readonly by: GroundedBy | null;
  /** Plain words, for a reader of the report. */
  readonly how: string;
  readonly candidates: readonly InkOf[];
}

/** A subject that is looked for, in a drawing. */
export interface Wanted {
  readonly name: string;
  readonly spec: SubjectSpec;
  readonly scene: Pick<Scene, 'marks' | 'parts'>;
}

/** The marks with these numbers. */
export function marksAt(marks: readonly Mark[], indexes: readonly number[]): readonly Mark[] {
  return indexes.map((index) => marks[index]).filter((mark) => mark !== undefined);
}
